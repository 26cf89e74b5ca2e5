import { ASKING_KEYS } from './asking.ts';
import type { Binding, KeyContext } from './binding.ts';
import { LADDER_KEYS } from './ladders.ts';
import { LEARNING_KEYS } from './learning.ts';
import { MOVING_KEYS } from './moving.ts';
import { PLAIN_SCREEN_KEYS } from './plain-screens.ts';
import { SANDBOX_KEYS } from './sandbox.ts';

/**
 * The one keymap: which keys mean what, where, and what to call it. The footer, the help screen and the README's table
 * are made from it.
 *
 * A screen names its context in useKeys() and hands in a function per command it can carry out now; a command without
 * one is not shown and does nothing. To add a screen, add a context to one of the parts (with `includes` for
 * moving in a list, scrolling, typing and going back) and the compiler lets useKeys() take exactly its commands.
 *
 * Keys are named as input/stroke.ts names them. Within a context and what it includes no key may stand twice (tested).
 */
export const KEYMAP = {
  ...MOVING_KEYS,
  ...PLAIN_SCREEN_KEYS,
  ...LEARNING_KEYS,
  ...LADDER_KEYS,
  ...SANDBOX_KEYS,
  ...ASKING_KEYS,
} as const satisfies Readonly<Record<string, KeyContext>>;

export type ContextName = keyof typeof KEYMAP;

type OwnCommand<Name extends ContextName> = (typeof KEYMAP)[Name]['bindings'][number]['command'];

/** The commands of a context and of what it includes. */
export type CommandOf<Name extends ContextName> =
  | OwnCommand<Name>
  | OwnCommand<(typeof KEYMAP)[Name]['includes'][number]>;

/** All bindings of a context: its own first, then those it includes. The ones that work everywhere are not among them. */
export function bindingsOf(name: ContextName): readonly Binding[] {
  const context: KeyContext = KEYMAP[name];
  const included = context.includes.map((one): KeyContext => KEYMAP[one as ContextName]);
  return [context, ...included].flatMap(({ bindings }) => bindings);
}
