import type { Text } from '../language.ts';

/*
 * Which of the recoveries that differ a question is about.
 */

export const RENO: Text = {
  ko: '빠른 회복은 RFC 5681의 Reno 방식입니다.',
  en: "Fast recovery is Reno's, as RFC 5681 describes it.",
};
