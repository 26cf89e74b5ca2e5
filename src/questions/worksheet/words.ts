import type { Text } from '../../language.ts';
import type { Field } from '../question.ts';

/** Words of a worksheet that are not the questions' own. */
export const words = {
  student: { ko: '이름', en: 'Name' },
  date: { ko: '날짜', en: 'Date' },
  key: { ko: '정답', en: 'Answers' },
  solutions: { ko: '정답과 풀이', en: 'Answers and solutions' },
  wrong: { ko: '흔한 오답', en: 'What wrong rules give' },
  asked: { ko: '여기에 쓸 값', en: 'Asked here' },
} as const satisfies Readonly<Record<string, Text>>;

/** How an answer is to be typed where a program compares it letter by letter. */
export const forms: Readonly<Record<Field['kind'], Text | null>> = {
  number: null,
  choice: null,
  numbers: {
    ko: '수를 순서대로, 한 칸씩 띄어 쓰세요. 예: 501 501 1001. 없으면 없음',
    en: 'Type the numbers in order with one blank between them, such as 501 501 1001, or none.',
  },
  ranges: {
    ko: '왼쪽-오른쪽 꼴로, 한 칸씩 띄어 쓰세요. 예: 3001-4001 5001-6001. 없으면 없음',
    en: 'Type ranges as left-right with one blank between them, such as 3001-4001 5001-6001, or none.',
  },
  flags: {
    ko: '켜진 플래그를 쉼표로 이어 쓰세요. 예: PSH,ACK. 없으면 없음',
    en: 'Type the flags that are set with commas between them, such as PSH,ACK, or none.',
  },
  state: {
    ko: 'RFC 9293의 상태 이름을 쓰세요. 예: FIN-WAIT-1',
    en: 'Type the state as RFC 9293 spells it, such as FIN-WAIT-1.',
  },
  order: {
    ko: '항목의 번호를 순서대로, 한 칸씩 띄어 쓰세요. 예: 2 1 3',
    en: 'Type the numbers of the items in order with one blank between them, such as 2 1 3.',
  },
};
