import type { Timeline } from './timeline.ts';

/** Which part of a timeline is seen, on a clock on which events happen one after the other. */
export interface Moment {
  /** When each row comes to be seen, never falling. */
  readonly times: readonly number[];
  readonly at: number;
  /** Whether segments are seen on their way; else they stand where they are at the latest row. */
  readonly moving: boolean;
}

/** All of it. */
export const WHOLE: Moment = { times: [], at: Number.POSITIVE_INFINITY, moving: false };

/** When each row comes to be seen, by when the events happen. */
export function rowTimes({ rows }: Timeline, timeOf: (event: number) => number): number[] {
  let latest = Number.NEGATIVE_INFINITY;
  return rows.map(({ event, share }) => {
    const own = timeOf(event);
    const time = share === 0 ? own : own + share * (timeOf(event + 1) - own);
    latest = Math.max(latest, time);
    return latest;
  });
}

/** When a row is seen; at once where no times are given. */
export function timeOfRow({ times }: Moment, row: number): number {
  return times[row] ?? Number.NEGATIVE_INFINITY;
}

/** Rows that have come to be seen by now. */
function rowsBy({ times, at }: Moment): number {
  let low = 0;
  let high = times.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((times[middle] ?? 0) <= at) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Rows seen at a moment: with the next one, if a segment is on its way into it. */
export function rowsSeen(timeline: Timeline, moment: Moment): number {
  const seen = moment.times.length === 0 ? timeline.rows.length : rowsBy(moment);
  const next = timeline.rows[seen];
  if (next?.content.kind !== 'arrives' || next.content.lane === null || !moment.moving) return seen;
  return approach(timeline, seen, moment) > 0 ? seen + 1 : seen;
}

/** How far a segment has come on its way across the row of its sending, 0 to 1. */
export function departure(timeline: Timeline, row: number, moment: Moment): number {
  const content = timeline.rows[row]?.content;
  if (content?.kind !== 'leaves') return 1;
  const start = timeOfRow(moment, row);
  if (!moment.moving) return moment.at >= start ? 1 : 0;
  const to = content.lane?.toRow ?? row + 1;
  const next = timeOfRow(moment, row + 1);
  if (row + 1 >= moment.times.length) return 1;
  const end = to === row + 1 ? start + turn(timeline, row, content.lane?.column) * (next - start) : next;
  return share(moment.at, start, end);
}

/** How far a segment has come on its way across the row of its arrival, 0 to 1; it is there at the row's own time. */
export function approach(timeline: Timeline, row: number, moment: Moment): number {
  const end = timeOfRow(moment, row);
  const start = entryTime(timeline, row, moment);
  return start === end ? (moment.at >= end ? 1 : 0) : share(moment.at, start, end);
}

/** When a row begins to be seen: at its time, or when the segment that arrives in it turns into it. */
export function entryTime(timeline: Timeline, row: number, moment: Moment): number {
  const content = timeline.rows[row]?.content;
  const end = timeOfRow(moment, row);
  if (content?.kind !== 'arrives' || content.lane === null || !moment.moving) return end;
  const { fromRow, column } = content.lane;
  const before = timeOfRow(moment, row - 1);
  return fromRow === row - 1 ? before + turn(timeline, fromRow, column) * (end - before) : before;
}

/** Where on its way across a segment turns down, as a part of the whole way. */
function turn({ middle, rows }: Timeline, fromRow: number, column: number | undefined): number {
  const content = rows[fromRow]?.content;
  if (content?.kind !== 'leaves' || column === undefined) return 1;
  const distance = content.segment.from === 'client' ? column : middle - 1 - column;
  return Math.min(0.9, Math.max(0.1, distance / middle));
}

function share(at: number, start: number, end: number): number {
  return at >= end ? 1 : at <= start ? 0 : (at - start) / (end - start);
}
