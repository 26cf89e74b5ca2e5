import { describe, expect, test } from 'vitest';
import { keyLabel } from '../../src/ui/components/key-hints.ts';
import { bindingsOf, type ContextName, GROUPS, KEYMAP } from '../../src/ui/keys.ts';
import { glyphsFor } from '../../src/ui/theme.ts';

const NAMES = Object.keys(KEYMAP) as ContextName[];

describe.each(NAMES)('the keys of %s', (name) => {
  const own = bindingsOf(name);
  const all = name === 'everywhere' ? own : [...own, ...bindingsOf('everywhere')];

  test('no two commands share a key', () => {
    // The help screen is closed by the key that opens it; there is nothing else for that key to do.
    const shared = name === 'help' ? ['?'] : [];
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
