import type { Measure } from '../question.ts';
import { readNumber } from './number.ts';
import { isNone, normalized, type Reading, read, unreadable } from './reading.ts';

/**
 * Numbers one after the other, between blanks, commas or arrows: '501 501 1001'. 'none' for no number at all. No
 * separators within a number, since they are what tells one from the next.
 */
export function readNumbers(text: string, measure: Measure): Reading<readonly number[]> {
  if (isNone(normalized(text))) return read([]);
  const parts = text
    .normalize('NFKC')
    .split(/[\s,;>→]+/u)
    .filter((part) => part !== '');
  const values: number[] = [];
  for (const part of parts) {
    const reading = readNumber(part, measure);
    if (!reading.ok) {
      return unreadable(
        '수를 순서대로 띄어쓰기나 쉼표로 나누어 적으세요. 예: 501 501 1001, 없으면 없음',
        'Write the numbers in order, with blanks or commas between them, such as 501 501 1001, or none.',
      );
    }
    values.push(reading.value);
  }
  return read(values);
}
