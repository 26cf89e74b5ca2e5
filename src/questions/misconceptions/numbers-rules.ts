import { SEQUENCE_SPACE, seqAdd, seqDistance } from '../../tcp/sequence.ts';
import type { TracedSegment } from '../../trace/trace.ts';
import type { MisconceptionId } from '../misconceptions.ts';
import { endOf } from '../sequence-ends.ts';

/*
 * The wrong rules of this family as sums: what each makes of the numbers of a question. Rules that take a number as it
 * stands there (M11, the other direction's; N06, the ack itself) have nothing to reckon and no function.
 */

/** M01: the number of the last byte received for that of the next one. */
export function lastByteReceived(ack: number): number {
  return seqAdd(ack, -1);
}

/** M02: one number more than the data takes. */
export function oneMoreThanData(end: number): number {
  return seqAdd(end, 1);
}

/** M03: the segment takes one number, however much it carries. */
export function oneForTheSegment(seq: number): number {
  return seqAdd(seq, 1);
}

/** M11: the number after the SYN of the other direction. */
export function afterOtherSyn(isn: number): number {
  return seqAdd(isn, 1);
}

/** M12: bytes that went one way added to a number of the other way. */
export function acrossDirections(number: number, bytes: number): number {
  return seqAdd(number, bytes);
}

/** M12: a number counted from the other direction's ISN. */
export function sinceOtherIsn(otherIsn: number, number: number): number {
  return seqDistance(otherIsn, number);
}

/** M13: the end of the segment that has just arrived, whatever is missing before it. */
export function endOfArrival(segment: TracedSegment): number {
  return endOf(segment);
}

/** M14: the end of the segment that fills the gap, whatever is held behind it. */
export function endOfFilling(segment: TracedSegment): number {
  return endOf(segment);
}

/** M17: a new number for data sent again: the one after it. */
export function afterRetransmitted(segment: TracedSegment): number {
  return endOf(segment);
}

/** M17: a new number for a segment sent again: one more. */
export function oneMoreThanBefore(seq: number): number {
  return seqAdd(seq, 1);
}

const TCP_HEADER = 20;
const TCP_AND_IP_HEADERS = 40;

/** M18: header bytes take numbers, so a number or a length is that much larger. */
export function withHeaders(end: number): readonly (readonly [MisconceptionId, number])[] {
  return [
    ['M18', withTcpHeader(end)],
    ['M18', seqAdd(end, TCP_AND_IP_HEADERS)],
  ];
}

/** M18: the bytes of the TCP header alone. */
export function withTcpHeader(end: number): number {
  return seqAdd(end, TCP_HEADER);
}

/** M18: header bytes took numbers, so less of what lies between two numbers is data. */
export function withoutHeaders(len: number): readonly (readonly [MisconceptionId, number])[] {
  return [TCP_HEADER, TCP_AND_IP_HEADERS].filter((header) => len > header).map((header) => ['M18', len - header]);
}

/** M22 of a sum of sequence numbers: the sum itself where it passes 2^32, nothing where it does not. */
export function unwrapped(...terms: readonly number[]): readonly (readonly [MisconceptionId, number])[] {
  const total = terms.reduce((a, b) => a + b, 0);
  return total < SEQUENCE_SPACE ? [] : [['M22', total]];
}

/** M22 of a difference: the smaller number taken from the larger one, where the numbers wrapped between them. */
export function unwrappedDifference(from: number, to: number): readonly (readonly [MisconceptionId, number])[] {
  return to >= from ? [] : [['M22', from - to]];
}

/** N05: both ends counted. */
export function bothEnds(len: number): number {
  return len + 1;
}

/** N48: the number of the last byte sent for that of the next one. */
export function lastByteSent(seq: number): number {
  return seqAdd(seq, -1);
}

/** N50: the first number taken from that of the last byte. */
export function lastMinusFirst(len: number): number {
  return len - 1;
}

/** N07: every number between the ISN and the ack is a data byte. */
export function allNumbersAreData(isn: number, ack: number): number {
  return seqDistance(isn, ack);
}

/** N08: a FIN taken off, besides the SYN, though none is acknowledged. */
export function lessAFin(isn: number, ack: number): number {
  return seqDistance(isn, ack) - 2;
}

/** N10: relative numbers start at 0 with the byte after the ISN; the absolute number of one. */
export function absoluteFromFirstByte(absolute: number): number {
  return seqAdd(absolute, 1);
}

/** N10: the same, for the relative number. */
export function relativeToFirstByte(relative: number): number {
  return relative - 1;
}

/** N11: what is held above the gap counted as acknowledged. */
export function withHeldBytes(bytes: number, held: number): number {
  return bytes + held;
}
