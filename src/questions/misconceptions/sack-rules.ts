import { seqAdd, seqDistance, seqGe, seqLe, seqLt } from '../../tcp/sequence.ts';
import type { TracedSegment } from '../../trace/trace.ts';
import type { Range } from '../question.ts';
import { endOf } from '../sequence-ends.ts';

/*
 * Wrong rules about SACK blocks, reckoned from the ranges a receiver holds above its ACK, the one that grew last first.
 */

/** The ranges above `ack` that arrivals leave, in the order of the last arrival in each, newest first. */
export function heldRanges(arrivals: readonly TracedSegment[], ack: number): readonly Range[] {
  let ranges: readonly Range[] = [];
  for (const segment of arrivals) {
    if (segment.len === 0 || seqLe(endOf(segment), ack)) continue;
    const [start, end]: Range = [segment.seq, endOf(segment)];
    const touching = ranges.filter(([a, b]) => seqLe(a, end) && seqLe(start, b));
    const low = touching.reduce((least, [a]) => (seqLt(a, least) ? a : least), start);
    const high = touching.reduce((most, [, b]) => (seqLt(most, b) ? b : most), end);
    ranges = [[low, high], ...ranges.filter((range) => !touching.includes(range))];
  }
  return ranges;
}

/** N178: in the order of their numbers, lowest first. */
export function lowestFirst(ranges: readonly Range[], ack: number): readonly Range[] {
  return [...ranges].sort(([a], [b]) => seqDistance(ack, a) - seqDistance(ack, b));
}

/** N203: in the order of their numbers, highest first. */
export function highestFirst(ranges: readonly Range[], ack: number): readonly Range[] {
  return [...lowestFirst(ranges, ack)].reverse();
}

/** N179: the right edge is the last byte instead of the number after it. */
export function inclusiveEdges(blocks: readonly Range[]): readonly Range[] {
  return blocks.map(([start, end]): Range => [start, seqAdd(end, -1)]);
}

/** N200: what is missing between the ACK and the highest number held. */
export function holes(ranges: readonly Range[], ack: number): readonly Range[] {
  const ordered = lowestFirst(ranges, ack);
  return ordered.map(([start], index): Range => [ordered[index - 1]?.[1] ?? ack, start]);
}

/** N201: each segment above the ACK a block of its own, newest first. */
export function blockEach(arrivals: readonly TracedSegment[], ack: number): readonly Range[] {
  return arrivals
    .filter((segment) => seqGe(segment.seq, ack) && segment.len > 0)
    .map((segment): Range => [segment.seq, endOf(segment)])
    .reverse();
}

/** M44: the ACK moves to the end of the highest range held. */
export function ackOfHighest(ranges: readonly Range[], ack: number): number {
  return highestFirst(ranges, ack)[0]?.[1] ?? ack;
}

/** N207: from the duplicate on to the ACK, as though all of that had come twice. */
export function duplicateUpToAck(duplicate: Range, ack: number): Range {
  return [duplicate[0], ack];
}

/** The range that a duplicate above the ACK lies in (RFC 2883 §4.2), or null for one below it. */
export function rangeAround(ranges: readonly Range[], [start, end]: Range): Range | null {
  return ranges.find(([a, b]) => seqLe(a, start) && seqLe(end, b)) ?? null;
}
