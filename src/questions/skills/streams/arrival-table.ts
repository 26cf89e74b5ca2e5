import type { TracedSegment } from '../../../trace/trace.ts';
import type { Cell, Figure } from '../../figure.ts';

/** Data segments in the order they arrive, with the time of each in ms from the first one's, where that matters. */
export function arrivalTable(arrivals: readonly TracedSegment[], times: readonly number[] | null = null): Figure {
  const head: readonly Cell[] = [
    { ko: '순서', en: 'no.' },
    ...(times === null ? [] : [{ ko: '도착 (ms)', en: 'arrives (ms)' }]),
    'seq',
    { ko: '바이트', en: 'bytes' },
  ];
  return {
    kind: 'table',
    title: { ko: '도착', en: 'Arrivals' },
    head,
    rows: arrivals.map(({ seq, len }, index) => {
      const time = times?.[index];
      return time === undefined ? [index + 1, seq, len] : [index + 1, time, seq, len];
    }),
  };
}
