import { seqAdd, seqDistance } from '../../tcp/sequence.ts';
import type { TracedSegment } from '../../trace/trace.ts';
import { finNumber } from '../closing-moments.ts';
import type { Range } from '../question.ts';
import { endOf } from '../sequence-ends.ts';

/*
 * The wrong rules of this family as sums. Those that take a number as it stands in the question (N41, the arriving seq;
 * N42, the old RCV.NXT; N45, SND.UNA) have nothing to reckon and no function.
 */

/** N40: all bytes that have arrived added to RCV.NXT, in spite of the gap. */
export function addsInSpiteOfGap(rcvNxt: number, held: readonly Range[], arriving: TracedSegment): number {
  const heldBytes = held.reduce((bytes, [start, end]) => bytes + seqDistance(start, end), 0);
  return seqAdd(rcvNxt, heldBytes + arriving.len);
}

/** N43: the end of all that has arrived, beyond another gap. */
export function beyondNextGap(highest: Range): number {
  return highest[1];
}

/** N44: the missing segment taken as received. */
export function endOfMissing(missing: TracedSegment): number {
  return endOf(missing);
}

/** N46: the FIN counted, but not the data in its segment. */
export function finWithoutItsData(fin: TracedSegment): number {
  return seqAdd(fin.seq, 1);
}

/** N47: the number of the FIN for the seq of its segment, which is that of the data before it. */
export function numberOfFin(fin: TracedSegment): number {
  return finNumber(fin);
}

/** N49: the FIN at one more than the next number. */
export function finOneLater(seq: number): number {
  return seqAdd(seq, 1);
}
