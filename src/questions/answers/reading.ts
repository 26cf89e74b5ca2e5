import type { Text } from '../../language.ts';

/** What was read from typed text: a value, or one line that says what to type instead. */
export type Reading<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly message: Text };

export function read<Value>(value: Value): Reading<Value> {
  return { ok: true, value };
}

export function unreadable(ko: string, en: string): Reading<never> {
  return { ok: false, message: { ko, en } };
}

/** Nothing but blanks was typed. */
export const NOTHING_ENTERED: Text = { ko: '아무것도 입력하지 않았습니다.', en: 'Nothing was entered.' };

/**
 * Typed text made comparable: full-width characters of a Korean or Japanese keyboard become the usual ones (NFKC),
 * control characters go, letters are upper case.
 */
export function normalized(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/\p{Cc}|\p{Cf}/gu, '')
    .trim()
    .toUpperCase();
}

const NONE = new Set(['NONE', 'NO', '-', '없음']);

/** Whether normalized text says that there is nothing to write in a row of numbers or ranges. */
export function isNone(text: string): boolean {
  return NONE.has(text);
}
