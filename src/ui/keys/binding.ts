import type { Text } from '../../language.ts';

export interface Binding<Command extends string = string> {
  readonly command: Command;
  readonly keys: readonly [string, ...string[]];
  readonly label: Text;
  /** In the footer: not at all, by itself, or together with its neighbours of the same group. */
  readonly footer: 'hidden' | 'shown' | Group;
}

/** Keys that are one idea in the footer: the first key of the first and of the last binding, and one label. */
export type Group = 'move' | 'grade' | 'change' | 'step' | 'speed' | 'follow';

export const GROUPS: Readonly<Record<Group, { readonly label: Text; readonly join: string }>> = {
  move: { label: { ko: '이동', en: 'move' }, join: '' },
  grade: { label: { ko: '채점', en: 'grade' }, join: '-' },
  change: { label: { ko: '바꾸기', en: 'change' }, join: '' },
  step: { label: { ko: '단계', en: 'step' }, join: '' },
  speed: { label: { ko: '속도', en: 'speed' }, join: '' },
  follow: { label: { ko: '앞뒤', en: 'others' }, join: ' ' },
};

/** What can be done where one kind of thing stands, and which contexts that takes in. */
export interface KeyContext {
  readonly title: Text;
  readonly includes: readonly string[];
  readonly bindings: readonly Binding[];
}

/** A binding; hidden in the footer unless said otherwise. Keys are named as input/stroke.ts names them. */
export function bind<const Command extends string>(
  command: Command,
  keys: readonly [string, ...string[]],
  ko: string,
  en: string,
  footer: Binding['footer'] = 'hidden',
): Binding<Command> {
  return { command, keys, label: { ko, en }, footer };
}
