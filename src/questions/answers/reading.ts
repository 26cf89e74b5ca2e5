import type { Text } from '../../language.ts';
import type { Field } from '../question.ts';

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

/** Nothing but blanks was typed, or nothing was chosen. */
export const NOTHING_ENTERED: Readonly<Record<Field['kind'], Text>> = {
  number: { ko: '아무것도 입력하지 않았습니다.', en: 'Nothing was entered.' },
  numbers: { ko: '아무것도 입력하지 않았습니다.', en: 'Nothing was entered.' },
  ranges: { ko: '아무것도 입력하지 않았습니다.', en: 'Nothing was entered.' },
  flags: {
    ko: '켠 플래그가 없습니다. 스페이스나 첫 글자(S, A, F, R, P)로 켜세요.',
    en: 'No flag is set. Space sets the one in brackets; so does its first letter (S, A, F, R, P).',
  },
  state: { ko: '고른 상태가 없습니다.', en: 'No state was chosen.' },
  choice: { ko: '고른 것이 없습니다.', en: 'Nothing was chosen.' },
  order: {
    ko: '아직 순서를 정하지 않았습니다. 다음에 올 것을 스페이스로 고르세요.',
    en: 'No order yet. Space takes the item that comes next.',
  },
};

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
