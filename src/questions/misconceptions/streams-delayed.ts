import { seqAdd, seqDistance } from '../../tcp/sequence.ts';

/*
 * When a receiver that delays its ACKs sends which, by the rule and by what learners make of it.
 */

/** A data segment and when it arrives, ms. */
export interface TimedPiece {
  readonly seq: number;
  readonly len: number;
  readonly ms: number;
}

/** The ACKs a receiver sends: their numbers, and when. */
export interface SentAcks {
  readonly acks: readonly number[];
  readonly times: readonly number[];
}

/** How a receiver decides. */
interface Policy {
  /** An ACK at once for so many segments that none has been sent for. */
  readonly every: number;
  /** At once for what arrives above a gap or fills one. */
  readonly gapsAtOnce: boolean;
  /** How long an ACK waits at most, ms; Infinity without a timer. */
  readonly timerMs: number;
}

function acksBy(policy: Policy, first: number, arrivals: readonly TimedPiece[]): SentAcks {
  const acks: number[] = [];
  const times: number[] = [];
  const held = new Map<number, number>();
  let next = 0;
  let waiting = 0;
  let due = Number.POSITIVE_INFINITY;
  const send = (ms: number): void => {
    acks.push(seqAdd(first, next));
    times.push(ms);
    waiting = 0;
    due = Number.POSITIVE_INFINITY;
  };
  for (const { seq, len, ms } of arrivals) {
    if (due < ms) send(due);
    const start = seqDistance(first, seq);
    held.set(start, start + len);
    const gap = start !== next || held.size > 1;
    for (let end = held.get(next); end !== undefined; end = held.get(next)) {
      held.delete(next);
      next = end;
    }
    waiting += 1;
    due = Math.min(due, ms + policy.timerMs);
    if (waiting >= policy.every || (gap && policy.gapsAtOnce)) send(ms);
  }
  if (due < Number.POSITIVE_INFINITY) send(due);
  return { acks, times };
}

/** N106: every segment is acknowledged at once. */
export function oneEach(first: number, arrivals: readonly TimedPiece[]): SentAcks {
  return acksBy({ every: 1, gapsAtOnce: true, timerMs: 0 }, first, arrivals);
}

/** N107: one ACK, when the last segment has arrived. */
export function oneAtTheEnd(first: number, arrivals: readonly TimedPiece[]): SentAcks {
  const all = oneEach(first, arrivals);
  return { acks: all.acks.slice(-1), times: all.times.slice(-1) };
}

/** N108: what is out of order waits like anything else. */
export function gapsDelayed(first: number, arrivals: readonly TimedPiece[], timerMs: number): SentAcks {
  return acksBy({ every: 2, gapsAtOnce: false, timerMs }, first, arrivals);
}

/** N109: data in order always waits for the timer. */
export function timerOnly(first: number, arrivals: readonly TimedPiece[], timerMs: number): SentAcks {
  return acksBy({ every: Number.POSITIVE_INFINITY, gapsAtOnce: true, timerMs }, first, arrivals);
}

/** N110: a single segment waits for a second one, however long. */
export function noTimer(first: number, arrivals: readonly TimedPiece[]): SentAcks {
  return acksBy({ every: 2, gapsAtOnce: true, timerMs: Number.POSITIVE_INFINITY }, first, arrivals);
}
