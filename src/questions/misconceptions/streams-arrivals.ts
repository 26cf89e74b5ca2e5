import { seqAdd, seqDistance } from '../../tcp/sequence.ts';

/*
 * The wrong rules about a row of arrivals as sums: the list of ACKs each makes of them. `first` is the number the
 * receiver waits for before the first arrival.
 */

/** The numbers a segment of data takes. */
export interface Piece {
  readonly seq: number;
  readonly len: number;
}

/** One arrival, counted in bytes from `first`. */
interface Step {
  readonly start: number;
  readonly end: number;
  /** What is contiguous before and after it. */
  readonly before: number;
  readonly after: number;
  /** Ends of the segments held above that it joins, in order. */
  readonly joined: readonly number[];
}

function steps(first: number, arrivals: readonly Piece[]): readonly Step[] {
  const held = new Map<number, number>();
  let before = 0;
  return arrivals.map(({ seq, len }): Step => {
    const start = seqDistance(first, seq);
    const end = start + len;
    const joined: number[] = [];
    let after = before;
    if (start === before) {
      after = end;
      for (let next = held.get(after); next !== undefined; next = held.get(after)) {
        joined.push(next);
        after = next;
      }
    } else if (start > before) held.set(start, end);
    const step = { start, end, before, after, joined };
    before = after;
    return step;
  });
}

/** M13: each arrival is acknowledged up to its own end. */
export function ownEnds(arrivals: readonly Piece[]): readonly number[] {
  return arrivals.map(({ seq, len }) => seqAdd(seq, len));
}

/** M14: what fills a gap is acknowledged up to its own end; the data held above it counts from the next arrival on. */
export function fillingEnds(first: number, arrivals: readonly Piece[]): readonly number[] {
  return steps(first, arrivals).map(({ end, after, joined }) => seqAdd(first, joined.length > 0 ? end : after));
}

/** M14: data above a gap is forgotten for good, as by a receiver that does not hold it. */
export function nothingHeld(first: number, arrivals: readonly Piece[]): readonly number[] {
  let next = first;
  return arrivals.map(({ seq, len }) => {
    if (seq === next) next = seqAdd(seq, len);
    return next;
  });
}

/** N101: only an arrival in its turn is acknowledged. */
export function inTurnOnly(first: number, arrivals: readonly Piece[]): readonly number[] {
  return steps(first, arrivals).flatMap(({ before, after }) => (after > before ? [seqAdd(first, after)] : []));
}

/** N102: once a gap is filled, an ACK follows for each segment held above it. */
export function oneEachWhenFilled(first: number, arrivals: readonly Piece[]): readonly number[] {
  return steps(first, arrivals).flatMap(({ end, after, joined }) =>
    (joined.length > 0 ? [end, ...joined] : [after]).map((offset) => seqAdd(first, offset)),
  );
}

/** N103: the end of the highest data seen so far. */
export function highestSeen(first: number, arrivals: readonly Piece[]): readonly number[] {
  let highest = 0;
  return steps(first, arrivals).map(({ end }) => {
    highest = Math.max(highest, end);
    return seqAdd(first, highest);
  });
}
