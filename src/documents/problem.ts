import type { Text } from '../language.ts';

/** What is wrong with a hand-written file, and where: one line, in both languages. `line` counts from 1. */
export interface LineProblem {
  readonly line: number;
  readonly message: Text;
}

/** A problem of one of several files; `file` is named as a person would find it. */
export interface FileProblem extends LineProblem {
  readonly file: string;
}

/** What a reader returns: the value, or everything that keeps it from being one, in the order of lines. */
export type Read<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly problems: readonly LineProblem[] };

/** C0, DEL, C1, line and paragraph separators, and the marks that turn the direction of text around. */
const UNPRINTABLE = /[\u0000-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]/;
const ALL_UNPRINTABLE = new RegExp(UNPRINTABLE.source, 'g');

/** Whether text holds characters that must never reach a terminal. */
export function hasControlCharacters(text: string): boolean {
  return UNPRINTABLE.test(text);
}

/** A short, printable form of text from a file, for use inside a message: at most `max` code points. */
export function quoted(text: string, max = 40): string {
  const points = [...text.replace(ALL_UNPRINTABLE, '?')];
  return points.length > max ? `${points.slice(0, max).join('')}...` : points.join('');
}
