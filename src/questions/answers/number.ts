import type { Measure } from '../question.ts';
import { normalized, type Reading, read, unreadable } from './reading.ts';

const SEPARATORS = /[,_\s'’]/g;

/**
 * A whole number as people type it: decimal or 0x hexadecimal, with separators (, _ ' or blanks), full-width digits too.
 * A decimal amount may have a point. Values up to 2^53-1 are read, so that an answer that forgot the wraparound at 2^32
 * can still be diagnosed.
 */
export function readNumber(text: string, measure: Measure): Reading<number> {
  const digits = normalized(text).replace(SEPARATORS, '');
  if (measure === 'decimal' && /^\d+\.\d*$|^\.\d+$/.test(digits)) return read(Number(digits));
  if (/^(\d+|0X[0-9A-F]+)$/.test(digits)) {
    const value = Number(digits);
    return Number.isSafeInteger(value)
      ? read(value)
      : unreadable(
          '수가 너무 큽니다. 0부터 4294967295까지입니다.',
          'The number is too large: the range is 0 to 4294967295.',
        );
  }
  if (/^[0-9A-F]+H?$/.test(digits)) {
    return unreadable('16진수는 앞에 0x를 붙입니다. 예: 0x1F90', 'Write a hexadecimal number with 0x, such as 0x1F90.');
  }
  if (/^-\d+$/.test(digits)) {
    return unreadable(
      '음수는 쓸 수 없습니다. 0 이상의 정수를 입력하세요.',
      'Negative numbers do not occur; enter 0 or more.',
    );
  }
  return unreadable(
    '수가 아닙니다. 10진수나 0x로 시작하는 16진수를 입력하세요.',
    'That is not a number. Enter decimal digits, or hexadecimal with 0x.',
  );
}
