import type { Text } from '../../language.ts';

/** Headings of the plain listing of questions. */
export const listing = {
  answer: { en: 'Answer', ko: '정답' },
  solution: { en: 'Solution', ko: '풀이' },
  wrong: { en: 'What wrong rules give', ko: '흔한 오답과 그 이유' },
} as const satisfies Readonly<Record<string, Text>>;
