import type { AnalysedSegment } from '../analysis/analysed-segment.ts';

/** FNV-1a with 32 bits: http://www.isthe.com/chongo/tech/comp/fnv/ */
const OFFSET_BASIS = 0x811c_9dc5;
const PRIME = 0x0100_0193;
/** Stands for an option that is not there, and ends a list. */
const END = -1;

/**
 * Eight hexadecimal digits over who sent what: every field of the segments, with the numbers of the headers. Not over times,
 * frame numbers or addresses: the same conversation has the same digits in whatever file it stands.
 */
export function digestOf(segments: readonly AnalysedSegment[]): string {
  let hash = OFFSET_BASIS;
  const take = (value: number): void => {
    for (let shift = 0; shift < 32; shift += 8) hash = Math.imul(hash ^ ((value >>> shift) & 0xff), PRIME);
  };
  for (const { segment, from } of segments) {
    const { seq, ack, flags, window, urgent, ecn, len, options } = segment;
    take(from === 'client' ? 0 : 1);
    for (const value of [seq, ack, flags, window, urgent, ecn, len]) take(value);
    take(options.mss ?? END);
    take(options.windowScale ?? END);
    take(options.sackPermitted ? 1 : 0);
    for (const edge of (options.sack ?? []).flat()) take(edge);
    take(END);
    for (const value of options.timestamps ?? []) take(value);
    take(END);
  }
  return (hash >>> 0).toString(16).padStart(8, '0');
}
