import { seqAdd, seqDistance } from '../../tcp/sequence.ts';
import { peerOf, type Trace, type TracedSegment } from '../../trace/trace.ts';
import { finNumber, isnOf, lastDataBefore } from '../closing-moments.ts';
import type { MisconceptionId } from '../misconceptions.ts';
import { sendIndex, snapshotBefore } from '../moments.ts';
import type { Candidates } from '../predictions.ts';
import { endOf, segmentEndingAt } from '../sequence-ends.ts';
import { finOneLater, finWithoutItsData, numberOfFin } from './gaps-rules.ts';
import { ackTakesNumber } from './handshake-rules.ts';
import { lastByteReceived, lastByteSent, oneForTheSegment, oneMoreThanData, unwrapped } from './numbers-rules.ts';

/*
 * The wrong rules of this family as sums, and what they and those of other families say together about the numbers of a
 * close. Rules that take a number as it stands in the question (M10, the seq of the last data) have no function.
 */

/** M09: the number after what came before the FIN, which takes none. */
export function finNotCounted(fin: TracedSegment): number {
  return finNumber(fin);
}

/** M09: of the numbers between the ISN and an ack that covers a FIN only the SYN is taken off. */
export function bytesWithFin(isn: number, ack: number): number {
  return seqDistance(isn, ack) - 1;
}

/** N21: the FIN processed at once, over a gap. */
export function processedAtOnce(fin: TracedSegment): number {
  return endOf(fin);
}

/** N27: the end of the duplicate, where more has been received since. */
export function endOfDuplicate(duplicate: TracedSegment): number {
  return endOf(duplicate);
}

/** N28: numbers received before counted once more. */
export function countedAgain(rcvNxt: number, numbers: number): number {
  return seqAdd(rcvNxt, numbers);
}

/** M39: TIME-WAIT lasts one MSL. */
export function afterOneMsl(startMs: number, mslMs: number): number {
  return startMs + mslMs;
}

/** N29: 2 MSL from the first FIN on, although it came again. */
export function sinceFirstFin(firstMs: number, mslMs: number): number {
  return firstMs + 2 * mslMs;
}

type Wrong = readonly [MisconceptionId, number];

/** What wrong rules say about the seq of a FIN segment. */
export function wrongFinSeq(trace: Trace, fin: TracedSegment): Candidates<number> {
  const data = lastDataBefore(trace, fin);
  const una = snapshotBefore(trace, fin.from, sendIndex(trace, fin.n))?.sndUna;
  const optional: Wrong[] = [['N49', finOneLater(fin.seq)]];
  if (data !== null) optional.push(...unwrapped(data.seq, data.len), ['N48', lastByteSent(fin.seq)]);
  if (una !== undefined) optional.push(['N45', una]);
  if (fin.len > 0) optional.push(['N47', numberOfFin(fin)]);
  const first: Wrong = data === null ? ['M04', isnOf(trace, fin.from) ?? 0] : ['M10', data.seq];
  return { required: [first, ['M11', fin.ack]], optional };
}

/** What wrong rules say about the ack of a FIN segment: the peer's stream, its own FIN perhaps included. */
export function wrongFinAck(trace: Trace, fin: TracedSegment): Candidates<number> {
  const last = segmentEndingAt(trace, peerOf(fin.from), fin.ack);
  const swapped: Wrong = ['M11', fin.seq];
  if (last === null) return { required: [swapped] };
  if (last.flags.includes('FIN')) return wrongAckOfFin(last, fin);
  if (last.flags.includes('SYN'))
    return { required: [swapped, ['M04', last.seq]], optional: [['M07', ackTakesNumber(fin.ack)]] };
  const optional: Wrong[] = [
    ['M01', lastByteReceived(fin.ack)],
    ['M02', oneMoreThanData(fin.ack)],
    ['M03', oneForTheSegment(last.seq)],
    ...unwrapped(last.seq, last.len),
  ];
  return { required: [swapped], optional };
}

/** What wrong rules say about the ack of `answer`, which acknowledges `fin`. */
export function wrongAckOfFin(fin: TracedSegment, answer: TracedSegment): Candidates<number> {
  const required: Wrong[] = [
    ['M09', finNotCounted(fin)],
    ['M11', answer.seq],
  ];
  const optional: Wrong[] = [...unwrapped(fin.seq, fin.len, 1)];
  if (fin.len > 0) {
    required.push(['N46', finWithoutItsData(fin)]);
    // The last data byte: the FIN not counted either.
    optional.push(['M01', lastByteReceived(finNotCounted(fin))]);
  }
  return { required, optional };
}

/** What wrong rules say about the seq of a segment its host sends after its own FIN. */
export function wrongSeqAfterFin(fin: TracedSegment, later: TracedSegment): Candidates<number> {
  return {
    required: [
      ['M09', finNotCounted(fin)],
      ['M11', later.ack],
    ],
    optional: [['M07', ackTakesNumber(later.seq)], ...unwrapped(finNumber(fin), 1)],
  };
}
