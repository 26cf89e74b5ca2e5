import { useInput, usePaste } from 'ink';
import { useLayoutEffect, useRef } from 'react';
import { useActive, useShell } from '../context.ts';
import type { ActiveKeys, Dispatcher, Listener, Typing } from '../input/dispatcher.ts';
import { pastedText, type Stroke, strokesOf } from '../input/stroke.ts';
import type { Binding } from '../keys/binding.ts';
import { bindingsOf, type CommandOf, type ContextName } from '../keys/keymap.ts';

/** A function per command that can be carried out now; the others are absent or undefined. */
export type Handlers<Name extends ContextName> = { readonly [Command in CommandOf<Name>]?: (() => void) | undefined };

/**
 * The keys of a screen (one call a screen): commands of `context` to functions. Returns what to show in the footer.
 * A function may close over the state of this render: the next key is delivered only after React has drawn again.
 */
export function useKeys<Name extends ContextName>(
  context: Name,
  handlers: Handlers<Name>,
  typing: Typing | null = null,
): ActiveKeys {
  const { dispatcher } = useShell();
  const active = useActive();
  const byCommand = handlers as Readonly<Record<string, (() => void) | undefined>>;
  const listener = useRef<Listener>(IDLE);
  const keys: ActiveKeys = { context, bindings: workingBindings(context, byCommand, typing), typing };
  useLayoutEffect(() => {
    listener.current = {
      keys,
      press: (stroke) => press(stroke, keys.bindings, byCommand, typing),
      paste: (text) => typing?.insert(typing.lines === true ? text : pastedText(text)),
    };
  });
  useLayoutEffect(() => {
    if (!active) return;
    return dispatcher.attach({
      get keys() {
        return listener.current.keys;
      },
      press: (stroke) => listener.current.press(stroke),
      paste: (text) => listener.current.paste(text),
    });
  }, [dispatcher, active]);
  return keys;
}

const IDLE: Listener = {
  keys: { context: 'everywhere', bindings: [], typing: null },
  press: () => false,
  paste: () => {},
};

/** The bindings with a function, each with the keys that the line being typed and those before it leave to it. */
export function workingBindings(
  context: ContextName,
  handlers: Readonly<Record<string, (() => void) | undefined>>,
  typing: Typing | null,
): readonly Binding[] {
  const taken = new Set<string>();
  return bindingsOf(context)
    .filter(({ command }) => handlers[command] !== undefined)
    .flatMap((binding) => {
      const left = withoutKeys(binding, (key) => isTyped(key, typing) || taken.has(key));
      for (const key of binding.keys) taken.add(key);
      return left;
    });
}

/** The binding without the keys that would be typed; nothing when none is left. */
export function withoutTyped(binding: Binding, typing: Typing | null): Binding[] {
  return withoutKeys(binding, (key) => isTyped(key, typing));
}

function withoutKeys(binding: Binding, isGone: (key: string) => boolean): Binding[] {
  const [first, ...rest] = binding.keys.filter((key) => !isGone(key));
  return first === undefined ? [] : [{ ...binding, keys: [first, ...rest] }];
}

function isTyped(key: string, typing: Typing | null): boolean {
  const character = key === 'space' ? ' ' : key;
  return typing !== null && character.length === 1 && typing.accepts(character);
}

function press(
  stroke: Stroke,
  bindings: readonly Binding[],
  handlers: Readonly<Record<string, (() => void) | undefined>>,
  typing: Typing | null,
): boolean {
  if (typing !== null && stroke.text !== '' && typing.accepts(stroke.text)) {
    typing.insert(stroke.text);
    return true;
  }
  const command = bindings.find(({ keys }) => keys.includes(stroke.key))?.command;
  const handler = command === undefined ? undefined : handlers[command];
  handler?.();
  return handler !== undefined;
}

/** Connects the terminal to the dispatcher: the one place that reads input. */
export function useTerminalInput(dispatcher: Dispatcher): void {
  useInput((input, key) => dispatcher.press(strokesOf(input, key)));
  usePaste((text) => dispatcher.paste(text));
}
