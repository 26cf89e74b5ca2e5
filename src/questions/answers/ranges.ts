import type { Range } from '../question.ts';
import { readNumber } from './number.ts';
import { isNone, normalized, type Reading, read, unreadable } from './reading.ts';

const EDGES = /^\[?(\w+)(?:-|~|–|:)(\w+)[\])]?$/u;

/** Ranges as left-right, one after the other: '3001-4001 5001-6001'. 'none' for no range at all. */
export function readRanges(text: string): Reading<readonly Range[]> {
  const whole = normalized(text);
  if (isNone(whole)) return read([]);
  const parts = whole
    .replace(/\s*([-~–:])\s*/gu, '$1')
    .split(/[\s,;]+/u)
    .filter((part) => part !== '');
  const ranges: Range[] = [];
  for (const part of parts) {
    const edges = EDGES.exec(part);
    const left = edges?.[1] === undefined ? null : readNumber(edges[1], 'sequence');
    const right = edges?.[2] === undefined ? null : readNumber(edges[2], 'sequence');
    if (left?.ok !== true || right?.ok !== true) {
      return unreadable(
        '범위를 왼쪽-오른쪽 꼴로 적으세요. 예: 3001-4001 5001-6001, 없으면 없음',
        'Write ranges as left-right, such as 3001-4001 5001-6001, or none.',
      );
    }
    ranges.push([left.value, right.value]);
  }
  return read(ranges);
}
