import type { TracedSegment } from '../../../trace/trace.ts';
import type { Figure } from '../../figure.ts';
import type { Range } from '../../question.ts';

/** What reached the receiver, in the order of arrival. */
export function arrivalTable(arrivals: readonly TracedSegment[]): Figure {
  return {
    kind: 'table',
    title: { ko: '도착한 순서', en: 'In the order of arrival' },
    head: [
      { ko: '순서', en: 'no.' },
      { ko: 'seq', en: 'seq' },
      { ko: '데이터(바이트)', en: 'data bytes' },
    ],
    rows: arrivals.map(({ seq, len }, index) => [index + 1, seq, len]),
  };
}

/** Blocks as they are typed: '3001-4001, 5001-6001'. */
export function blocksText(blocks: readonly Range[]): string {
  return blocks.map(([start, end]) => `${start}-${end}`).join(', ');
}
