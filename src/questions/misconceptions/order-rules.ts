import { SEQUENCE_SPACE, seqAdd, toSequence } from '../../tcp/sequence.ts';

/*
 * Wrong rules about the order and distance of two 32-bit numbers, reckoned from the right distance.
 */

/** M23 where the numbers have wrapped, N173 where they have not: the long way round. */
export function longWayRound(distance: number): number {
  return SEQUENCE_SPACE - distance;
}

/** N174: one number fewer in a round. */
export function roundTooShort(distance: number): number {
  return distance - 1;
}

/** M22: the sum as it stands, beyond 2^32. */
export function neverWrapped(right: number): number {
  return right + SEQUENCE_SPACE;
}

/** M03: a segment takes one number, counted on from the seq of the first. */
export function oneEach(first: number, segments: number): number {
  return toSequence(first + segments);
}

/** N175, N176: the first segment that begins after the wrap is numbered from here, the others follow it. */
export function restarted(at: number, lengths: readonly number[]): number {
  return lengths.reduce(seqAdd, at);
}

/** N177: of the segment that holds the wrap no byte is counted. */
export function wholeSegments(lengths: readonly number[]): number {
  return lengths.reduce((a, b) => a + b, 0);
}
