import { seqDistance, seqGt } from '../../tcp/sequence.ts';
import type { Bases } from '../../trace/relative.ts';
import { flagsField, LABELS, numberField } from '../fields.ts';
import { ackTakesNumber } from '../misconceptions/handshake-rules.ts';
import {
  afterRetransmitted,
  endOfArrival,
  endOfFilling,
  lastByteReceived,
  lastByteSent,
  oneForTheSegment,
  oneMoreThanBefore,
  oneMoreThanData,
  unwrapped,
  withHeaders,
} from '../misconceptions/numbers-rules.ts';
import type { MisconceptionId } from '../misconceptions.ts';
import type { Field, Place } from '../question.ts';
import { endOf } from '../sequence-ends.ts';
import type { SentNext } from './sent-next.ts';

/** What is asked of a segment before it is shown. */
export type PredictedPart = 'flags' | 'seq' | 'ack' | 'len';

type Wrong = readonly (readonly [MisconceptionId, number])[];

/** Which numbers are typed and told: those of the header, or those that count from each ISN where that is known. */
export interface ShownNumbers {
  readonly numbers: 'absolute' | 'relative';
  readonly bases: Bases;
}

/** PSH, and what ECN uses, say nothing of what a segment is for: nobody is asked for them. */
const ASKED: ReadonlySet<string> = new Set(['SYN', 'ACK', 'FIN', 'RST', 'URG']);

/** The fields of the segment, with what wrong rules would make of its numbers. Its ack is 0 where ACK is not set. */
export function predictionFields(next: SentNext, shown: ShownNumbers): Readonly<Record<PredictedPart, Field>> {
  const { segment } = next;
  const at = (part: PredictedPart): { id: string; label: (typeof LABELS)[PredictedPart]; place: Place } => ({
    id: part,
    label: LABELS[part],
    place: { segment: segment.n, part },
  });
  const flags = segment.flags.filter((flag) => ASKED.has(flag));
  const number = (part: 'seq' | 'ack', wrong: Wrong): Field | null =>
    numberField(at(part), toShown(segment[part], part, shown), {
      required: [],
      optional: wrong.flatMap(([rule, value]) =>
        // What does not fit a header field has no relative number.
        shown.numbers === 'relative' && value > 0xffff_ffff ? [] : [[rule, toShown(value, part, shown)] as const],
      ),
    });
  const fields = {
    flags: flagsField(at('flags'), flags, { required: [] }),
    seq: number('seq', wrongSeqs(next)),
    ack: number('ack', segment.flags.includes('ACK') ? wrongAcks(next) : []),
    len: numberField(at('len'), segment.len, { required: [] }, 'amount'),
  };
  const { flags: first, seq, ack, len } = fields;
  if (first === null || seq === null || ack === null || len === null) throw new Error('no rule is required');
  return { flags: first, seq, ack, len };
}

/** A number of the segment as it is shown. */
export function toShown(value: number, part: 'seq' | 'ack', { numbers, bases }: ShownNumbers): number {
  const base = bases[part];
  return numbers === 'relative' && base !== null && value <= 0xffff_ffff ? seqDistance(base, value) : value;
}

function wrongSeqs({ segment, before }: SentNext): Wrong {
  const { seq, ack, flags, repeats } = segment;
  if (flags.includes('SYN') || flags.includes('RST')) return [];
  const swapped: Wrong = [['M11', ack]];
  if (repeats !== null) {
    return [...swapped, ['M17', afterRetransmitted(segment)], ['M17', oneMoreThanBefore(seq)]];
  }
  if (before === null || endOf(before) !== seq) return swapped;
  if (before.flags.includes('SYN'))
    return [...swapped, segment.len > 0 ? ['M08', before.seq] : ['M06', before.seq], ['M07', ackTakesNumber(seq)]];
  if (before.len === 0) return swapped;
  return [
    ...swapped,
    ['N48', lastByteSent(seq)],
    ['M02', oneMoreThanData(seq)],
    ['M03', oneForTheSegment(before.seq)],
    ...withHeaders(seq),
    ...unwrapped(before.seq, before.len),
  ];
}

function wrongAcks({ segment, arrived }: SentNext): Wrong {
  const { seq, ack, flags } = segment;
  if (flags.includes('RST')) return [];
  const swapped: Wrong = [['M11', seq]];
  if (arrived === null) return swapped;
  const end = endOf(arrived);
  if (seqGt(end, ack)) return [...swapped, ['M13', endOfArrival(arrived)]];
  if (end !== ack) return [...swapped, ['M14', endOfFilling(arrived)]];
  if (arrived.flags.includes('SYN')) return [...swapped, ['M04', arrived.seq]];
  if (arrived.len === 0 || arrived.flags.includes('FIN')) return swapped;
  return [
    ...swapped,
    ['M01', lastByteReceived(ack)],
    ['M02', oneMoreThanData(ack)],
    ['M03', oneForTheSegment(arrived.seq)],
    ...withHeaders(ack),
    ...unwrapped(arrived.seq, arrived.len),
  ];
}
