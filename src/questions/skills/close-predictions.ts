import { seqAdd } from '../../tcp/sequence.ts';
import { peerOf, type Trace, type TracedSegment } from '../../trace/trace.ts';
import { finNumber, isnOf, lastDataBefore } from '../closing-moments.ts';
import type { MisconceptionId } from '../misconceptions.ts';
import { sendIndex, snapshotBefore } from '../moments.ts';
import type { Candidates } from '../predictions.ts';
import { segmentEndingAt } from '../sequence-ends.ts';
import { unwrapped } from './wrong-sums.ts';

type Wrong = readonly [MisconceptionId, number];

/** What wrong rules say about the seq of a FIN segment. */
export function wrongFinSeq(trace: Trace, fin: TracedSegment): Candidates<number> {
  const data = lastDataBefore(trace, fin);
  const una = snapshotBefore(trace, fin.from, sendIndex(trace, fin.n))?.sndUna;
  const optional: Wrong[] = [['N49', seqAdd(fin.seq, 1)]];
  if (data !== null) optional.push(...unwrapped(data.seq, data.len), ['N48', seqAdd(fin.seq, -1)]);
  if (una !== undefined) optional.push(['N45', una]);
  if (fin.len > 0) optional.push(['N47', finNumber(fin)]);
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
    return { required: [swapped, ['M04', last.seq]], optional: [['M07', seqAdd(fin.ack, 1)]] };
  const optional: Wrong[] = [
    ['M01', seqAdd(fin.ack, -1)],
    ['M02', seqAdd(fin.ack, 1)],
    ['M03', seqAdd(last.seq, 1)],
    ...unwrapped(last.seq, last.len),
  ];
  return { required: [swapped], optional };
}

/** What wrong rules say about the ack of `answer`, which acknowledges `fin`. */
export function wrongAckOfFin(fin: TracedSegment, answer: TracedSegment): Candidates<number> {
  const required: Wrong[] = [
    ['M09', finNumber(fin)],
    ['M11', answer.seq],
  ];
  const optional: Wrong[] = [...unwrapped(fin.seq, fin.len, 1)];
  if (fin.len > 0) {
    required.push(['N46', seqAdd(fin.seq, 1)]);
    optional.push(['M01', seqAdd(finNumber(fin), -1)]);
  }
  return { required, optional };
}

/** What wrong rules say about the seq of a segment its host sends after its own FIN. */
export function wrongSeqAfterFin(fin: TracedSegment, later: TracedSegment): Candidates<number> {
  return {
    required: [
      ['M09', finNumber(fin)],
      ['M11', later.ack],
    ],
    optional: [['M07', seqAdd(later.seq, 1)], ...unwrapped(finNumber(fin), 1)],
  };
}
