import type { TracedSegment } from '../../trace/trace.ts';

/*
 * Wrong rules about retransmission, reckoned from a flight: its data segments in order, first sending.
 */

/** The data segment whose ACK is the nth duplicate: the nth after the hole that arrives. M16 takes n = 2. */
export function nthArrivalAfter(
  data: readonly TracedSegment[],
  hole: TracedSegment | undefined,
  nth: number,
): TracedSegment | null {
  if (hole === undefined) return null;
  return data.filter((s) => s.n > hole.n && s.fate !== 'lost')[nth - 1] ?? null;
}

/** N162: the nth after the hole, lost ones counted as well. */
export function nthAfter(data: readonly TracedSegment[], hole: TracedSegment, nth: number): TracedSegment | null {
  return data.filter((s) => s.n > hole.n)[nth - 1] ?? null;
}

/** M15: the hole and everything sent after it. */
export function everythingFrom(data: readonly TracedSegment[], hole: TracedSegment): readonly number[] {
  return data.filter((s) => s.n >= hole.n).map((s) => s.seq);
}

/** N161: all lost segments at once. */
export function everyLoss(lost: readonly TracedSegment[]): readonly number[] {
  return lost.map((s) => s.seq);
}
