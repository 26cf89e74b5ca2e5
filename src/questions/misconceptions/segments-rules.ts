import { seqAdd } from '../../tcp/sequence.ts';

/*
 * The wrong rules of this family as sums. A transfer is `total` bytes from `first` on, `mss` in each segment but the last.
 */

/** M19: the last number is the first plus the bytes. */
export function firstPlusBytes(first: number, total: number): number {
  return seqAdd(first, total);
}

/** M03: each segment takes one number. */
export function segmentsAfter(first: number, count: number): number {
  return seqAdd(first, count - 1);
}

/** N221: the last segment is as full as the others. */
export function lastOneFull(first: number, total: number, mss: number): number {
  return seqAdd(first, total - mss);
}

/** Bytes of the IPv4 and TCP headers without options. */
const HEADERS = 40;

/** M18: the headers are taken out of the MSS once more. */
export function segmentsWithHeaders(total: number, mss: number): number {
  return Math.ceil(total / (mss - HEADERS));
}
