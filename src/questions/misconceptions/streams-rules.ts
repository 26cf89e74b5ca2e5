import { seqAdd } from '../../tcp/sequence.ts';

/*
 * The wrong rules of this family as sums: what each makes of the numbers of a question.
 */

/** N100: only the last segment's bytes are added to the number the row starts at. */
export function lastLengthOnly(first: number, sizes: readonly number[]): number {
  return seqAdd(first, sizes.at(-1) ?? 0);
}

/** M03: each segment takes one number. */
export function countsSegments(first: number, sizes: readonly number[]): number {
  return seqAdd(first, sizes.length);
}

/** M02: each data segment takes one number more than it has bytes. */
export function addsOneEach(end: number, segments: number): number {
  return seqAdd(end, segments);
}
