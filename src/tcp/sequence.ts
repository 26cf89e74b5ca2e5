/**
 * Sequence-number arithmetic modulo 2^32 (RFC 9293 §3.4). Every argument and result is an unsigned
 * 32-bit integer held in a JavaScript number.
 */

/** The size of the sequence space, 2^32. */
export const SEQUENCE_SPACE = 0x1_0000_0000;

/** Reduces any integer, negative ones too, to the sequence space. */
export function toSequence(value: number): number {
  return (value % SEQUENCE_SPACE) >>> 0;
}

/** (seq + n) mod 2^32; `n` may be negative and below 2^31 in size. */
export function seqAdd(seq: number, n: number): number {
  return (seq + n) >>> 0;
}

/** How far `to` is ahead of `from`: 0 .. 2^32-1 (RFC 9293 §3.4: unsigned, modulo 2^32). */
export function seqDistance(from: number, to: number): number {
  return (to - from) >>> 0;
}

/** a < b in sequence space: b is ahead of a by less than 2^31. */
export function seqLt(a: number, b: number): boolean {
  return ((a - b) | 0) < 0;
}

/** a =< b in sequence space. */
export function seqLe(a: number, b: number): boolean {
  return ((a - b) | 0) <= 0;
}

/** a > b in sequence space. */
export function seqGt(a: number, b: number): boolean {
  return ((a - b) | 0) > 0;
}

/** a >= b in sequence space. */
export function seqGe(a: number, b: number): boolean {
  return ((a - b) | 0) >= 0;
}

/** The later of two sequence numbers. */
export function seqMax(a: number, b: number): number {
  return seqLt(a, b) ? b : a;
}
