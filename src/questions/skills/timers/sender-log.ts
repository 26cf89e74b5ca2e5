import type { TracedSegment } from '../../../trace/trace.ts';
import type { Cell, Figure } from '../../figure.ts';
import type { Timed, TimedSegments } from '../../situations/timed-segments.ts';

/**
 * What a sender notes of each data segment, a line each: when it went, when it went again, when its ACK came. With
 * timestamps each time has its TSval or TSecr beside it.
 */
export function senderLog({ data }: TimedSegments, timestamps: boolean): Figure {
  const value = timestamps ? ' / TSval' : '';
  const echo = timestamps ? ' / TSecr' : '';
  return {
    kind: 'table',
    title: { ko: '보내는 쪽이 기록한 시각', en: 'Times noted by the sender' },
    head: [
      'seq',
      { ko: `전송(ms${value})`, en: `sent (ms${value})` },
      { ko: `재전송(ms${value})`, en: `again (ms${value})` },
      { ko: `첫 ACK 수신(ms${echo})`, en: `first ACK (ms${echo})` },
    ],
    rows: data.map((one) => rowOf(one, timestamps)),
  };
}

function rowOf({ first, last, ack, ackedMs }: Timed, timestamps: boolean): readonly Cell[] {
  const sent = (segment: TracedSegment): Cell => cell(segment.sentMs, segment.options.timestamps?.[0], timestamps);
  return [
    first.seq,
    sent(first),
    first === last ? '-' : sent(last),
    cell(ackedMs, ack.options.timestamps?.[1], timestamps),
  ];
}

function cell(ms: number, stamp: number | undefined, timestamps: boolean): Cell {
  return timestamps ? `${ms} / ${stamp ?? 0}` : ms;
}
