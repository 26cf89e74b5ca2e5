import { describe, expect, test } from 'vitest';
import { keyLabel } from '../../src/ui/components/key-hints.ts';
import { workingBindings } from '../../src/ui/hooks/use-keys.ts';
import { type Binding, GROUPS } from '../../src/ui/keys/binding.ts';
import { bindingsOf, type ContextName, KEYMAP } from '../../src/ui/keys/keymap.ts';
import { glyphsFor } from '../../src/ui/theme.ts';

const NAMES = Object.keys(KEYMAP) as ContextName[];

describe.each(NAMES)('the keys of %s', (name) => {
  const own = bindingsOf(name);
  const all = name === 'everywhere' ? own : [...own, ...bindingsOf('everywhere')];

  test('no two commands share a key', () => {
    // The help screen is closed by the key that opens it; there is nothing else for that key to do.
    // Esc leaves a list only when it has no search left to end: the first of both that works has the key (tested below).
    const shared = name === 'help' ? ['?'] : own.some(({ command }) => command === 'clear-search') ? ['escape'] : [];
    const keys = all.flatMap((binding) => binding.keys);
    const twice = keys.filter((key, at) => keys.indexOf(key) !== at && !shared.includes(key));
    expect(twice).toEqual([]);
  });

  test('no command stands twice', () => {
    const commands = own.map(({ command }) => command);
    expect(new Set(commands).size).toBe(commands.length);
  });

  test('every command is named in both languages', () => {
    for (const { label } of all) {
      expect(label.ko.trim()).not.toBe('');
      expect(label.en.trim()).not.toBe('');
    }
    expect(KEYMAP[name].title.ko).not.toBe('');
    expect(KEYMAP[name].title.en).not.toBe('');
  });

  test('includes only contexts there are', () => {
    for (const included of KEYMAP[name].includes) expect(NAMES).toContain(included);
  });
});

test('every group of the footer has a name in both languages', () => {
  for (const { label } of Object.values(GROUPS)) expect(label.ko && label.en).toBeTruthy();
});

test('key names are ASCII when asked for', () => {
  const ascii = glyphsFor({ ascii: true, linear: false });
  for (const name of NAMES) {
    for (const { keys } of bindingsOf(name))
      for (const key of keys) expect(keyLabel(key, ascii)).toMatch(/^[\x20-\x7e]+$/);
  }
});

describe('the grammar of the keys', () => {
  const everyBinding = NAMES.flatMap((context) =>
    KEYMAP[context].bindings.map((binding: Binding) => ({ context, ...binding })),
  );
  const boundTo = (key: string) => everyBinding.filter(({ keys }) => keys.includes(key));

  test.each([
    ['u', ['undo']],
    ['h', ['hint']],
    ['/', ['search']],
    ['L', ['language']],
    ['?', ['help', 'close']],
    ['1', ['grade-1']],
    ['2', ['grade-2']],
    ['3', ['grade-3']],
    ['4', ['grade-4']],
    ['ctrl+c', ['quit']],
    ['ctrl+z', ['suspend']],
    ['q', ['back', 'leave', 'close', 'stop', 'keep', 'go-on', 'stay']],
    ['escape', ['back', 'close', 'stop', 'keep', 'go-on', 'stay', 'cancel', 'clear-search']],
    ['k', ['up']],
    ['j', ['down']],
    ['up', ['up', 'cursor-up', 'more']],
    ['down', ['down', 'cursor-down', 'less', 'what']],
    ['g', ['first', 'start']],
    ['G', ['last', 'end']],
  ])('%s means the same everywhere', (key, commands) => {
    expect(
      boundTo(key)
        .map(({ context, command }) => [context, command])
        .filter(([, command = '']) => !commands.includes(command)),
    ).toEqual([]);
  });

  test('what undoes, gives a hint, searches, reveals or grades has its key', () => {
    const keyOf: Readonly<Record<string, string>> = {
      undo: 'u',
      hint: 'h',
      search: '/',
      reveal: 'space',
      language: 'L',
    };
    for (const { command, keys } of everyBinding) {
      const key = keyOf[command] ?? (/^grade-\d$/.test(command) ? command.slice(-1) : null);
      if (key !== null) expect(keys[0]).toBe(key);
    }
  });

  test('k and j are where the arrows are, but where letters are typed', () => {
    const typed = ['interview-answer', 'search', 'sandbox-forge'];
    for (const { context, command, keys } of everyBinding) {
      if (typed.includes(context) || !/^(up|down)$/.test(command)) continue;
      expect(keys).toContain(command === 'up' ? 'k' : 'j');
      expect(keys).toContain(command);
    }
  });

  test('Esc leads out of every context that is a screen, and q does where no letters are typed', () => {
    const parts = NAMES.flatMap((name) => [...KEYMAP[name].includes]);
    const screens = NAMES.filter((name) => name !== 'everywhere' && !parts.some((part) => part === name));
    for (const name of screens) {
      const keys = bindingsOf(name).flatMap((binding) => binding.keys);
      if (name !== 'home') expect(keys, name).toContain('escape');
      if (!['interview-answer', 'search'].includes(name)) expect(keys, name).toContain('q');
    }
  });

  test('of two commands with one key the first that works has it', () => {
    const search = () => {};
    const keptSearch = workingBindings('picker', { back: search, 'clear-search': search }, null);
    expect(keptSearch.map(({ command, keys }) => [command, ...keys])).toEqual([
      ['clear-search', 'escape'],
      ['back', 'q'],
    ]);
    const none = workingBindings('picker', { back: search }, null);
    expect(none.map(({ command, keys }) => [command, ...keys])).toEqual([['back', 'escape', 'q']]);
  });
});
