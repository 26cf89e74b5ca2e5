import type { State } from '../../tcp/state.ts';
import type { HostName, TracedSegment } from '../../trace/trace.ts';
import { finNumber } from '../closing-moments.ts';
import { ABSOLUTE_NUMBERS, CLOSE_KEEPS_READING, HOLDS_OUT_OF_ORDER, NO_DELAYED_ACK } from '../conventions.ts';
import type { Overtaking } from '../situations/overtaking.ts';
import { HOST, HOST_FIRST } from '../words.ts';

/** What an arrival brings about. */
export interface Reaction {
  readonly answer: TracedSegment;
  /** Of the receiver, right afterwards. */
  readonly state: State;
}

/** The moment a FIN overtakes data. */
export interface OvertakenMoment extends Omit<Overtaking, 'lost'> {
  /** Why the data is late; null in a capture, which shows only that it is. */
  readonly lost: boolean | null;
  readonly receiver: HostName;
  /** The receiver's state when the FIN arrives. */
  readonly before: 'ESTABLISHED' | 'FIN-WAIT-2';
  /** When the FIN arrives, and when the gap is filled; null where nothing answers that. */
  readonly early: Reaction | null;
  readonly filled: Reaction | null;
}

/** `withSeq`: whether the late data's own number is said; it is the answer when the early FIN's ACK is asked. */
export function situation({ receiver, sender, before, late, fin, lost }: OvertakenMoment, withSeq = true) {
  const seq = { ko: withSeq ? `(seq=${late.seq})` : '', en: withSeq ? ` (seq ${late.seq})` : '' };
  if (lost === null) {
    return {
      ko: `${HOST[receiver].ko}는 ${before}에 있습니다. ${HOST[sender].ko}가 데이터 ${late.len}바이트${seq.ko} 다음에 보낸 FIN(seq=${fin.seq})이 그 데이터보다 먼저 도착했습니다.`,
      en: `${HOST_FIRST[receiver].en} is in ${before}. The FIN (seq ${fin.seq}) that ${HOST[sender].en} sent after ${late.len} data bytes${seq.en} arrives before them.`,
    };
  }
  return {
    ko: `${HOST[receiver].ko}는 ${before}에 있습니다. ${HOST[sender].ko}가 보낸 데이터 ${late.len}바이트${seq.ko}가 ${lost ? '유실되어' : '지연되어'}, 그보다 나중에 보낸 FIN(seq=${fin.seq})이 먼저 도착했습니다.`,
    en: `${HOST_FIRST[receiver].en} is in ${before}. ${late.len} data bytes${seq.en} from ${HOST[sender].en} ${lost ? 'were lost' : 'are delayed'}, so the FIN sent after them (seq ${fin.seq}) arrives first.`,
  };
}

/** The late data where it is on the ladder already: a capture shows it only when it arrives. */
export function lateShown({ late, fin }: OvertakenMoment): readonly number[] {
  return late.n < fin.n ? [late.n] : [];
}

/** Why the FIN is not processed yet. */
export function gapStep({ receiver, late, fin }: OvertakenMoment) {
  return {
    text: {
      ko: `${HOST[receiver].ko}가 기다리는 번호(RCV.NXT)는 ${late.seq}, FIN의 번호는 ${finNumber(fin)}입니다. 처리는 번호 순서대로만 하므로 아직 FIN의 차례가 아닙니다.`,
      en: `${HOST_FIRST[receiver].en} expects ${late.seq} (RCV.NXT), and the FIN has number ${finNumber(fin)}. Segments are processed in the order of their numbers: it is not the FIN's turn yet.`,
    },
    rfc: 'RFC 9293 §3.10.7.4',
  };
}

/** What all forms of the question have in common. */
export function frame({ trace, before, lost }: OvertakenMoment) {
  if (lost === null) return { conventions: [ABSOLUTE_NUMBERS, HOLDS_OUT_OF_ORDER], trace, figures: [] };
  const always = [ABSOLUTE_NUMBERS, NO_DELAYED_ACK, HOLDS_OUT_OF_ORDER];
  return {
    conventions: before === 'FIN-WAIT-2' ? [...always, CLOSE_KEEPS_READING] : always,
    trace,
    figures: [],
  };
}
