import type { Text } from '../../language.ts';
import { peerOf, type Trace, type TracedSegment } from '../../trace/trace.ts';
import { allFields, LABELS, numberField } from '../fields.ts';
import { addsInSpiteOfGap, endOfMissing } from '../misconceptions/gaps-rules.ts';
import { endOfArrival, lastByteReceived, oneMoreThanData } from '../misconceptions/numbers-rules.ts';
import type { Place, Range } from '../question.ts';
import { endWords } from '../sequence-ends.ts';
import type { QuestionDraft } from '../skill.ts';
import { questionView, untilSeen } from '../view.ts';
import { dataBytes, HOST } from '../words.ts';
import { ABOVE_GAP_HINTS } from './gap-hints.ts';

/** Data that arrives and does not continue what its receiver has. */
export interface AboveGap {
  readonly trace: Trace;
  readonly segment: TracedSegment;
  readonly answer: TracedSegment;
  /** RCV.NXT, and what was held above it before the arrival. */
  readonly rcvNxt: number;
  readonly held: readonly Range[];
  /** The segment that RCV.NXT follows, and the one that is missing where that is known. */
  readonly before: TracedSegment;
  readonly missing: TracedSegment | null;
  /** Earlier ACKs that give the answer away, and numbers that are not shown anywhere. */
  readonly hidden: readonly Place[];
  readonly secret: readonly number[];
  /** Whether N40 may be left out: among segments of one size it says what N41 says. */
  readonly evenSizes: boolean;
  readonly conventions: readonly Text[];
}

/** The question which ACK answers data above a gap; null when the wrong rules cannot be told apart. */
export function aboveGapDraft(moment: AboveGap): QuestionDraft | null {
  const { trace, segment, answer, rcvNxt, held, before, missing, hidden, secret, evenSizes, conventions } = moment;
  const receiver = peerOf(segment.from);
  const place = { segment: answer.n, part: 'ack' } as const;
  const added = ['N40', addsInSpiteOfGap(rcvNxt, held, segment)] as const;
  const fields = allFields([
    numberField({ id: 'ack', label: LABELS.ack, place }, answer.ack, {
      required: [['M13', endOfArrival(segment)], ['N41', segment.seq], ...(evenSizes ? [] : [added])],
      optional: [
        ...(evenSizes ? [added] : []),
        ...(missing === null ? [] : [['N44', endOfMissing(missing)] as const]),
        ['M01', lastByteReceived(rcvNxt)],
        ['M11', answer.seq],
        ['M02', oneMoreThanData(endOfArrival(segment))],
      ],
    }),
  ]);
  if (fields === null) return null;
  return {
    prompt: {
      ko: `${HOST[segment.from].ko}가 보낸 ${dataWords(segment).ko}가 도착했지만 그 앞의 데이터가 아직 빠져 있습니다. ${HOST[receiver].ko}가 곧바로 보내는 ACK의 ack는 얼마입니까?`,
      en: `${dataWords(segment).en} from ${HOST[segment.from].en} arrive, but data before them is still missing. Which ack number is in the ACK that ${HOST[receiver].en} sends at once?`,
    },
    conventions,
    trace,
    view: questionView(trace, {
      until: untilSeen(trace, answer.n),
      asked: [place],
      alsoHidden: hidden,
      secret,
      focus: [segment.n, answer.n],
    }),
    fields,
    figures: [],
    hints: ABOVE_GAP_HINTS,
    explanation: [
      {
        text: {
          ko: `빈 곳 없이 받은 것은 여기까지입니다. ${HOST[segment.from].ko}의 ${endWords(before).ko}입니다.`,
          en: `Received from ${HOST[segment.from].en} without a gap: ${endWords(before).en}.`,
        },
        rfc: 'RFC 9293 §3.4',
      },
      {
        text: {
          ko: `도착한 세그먼트는 ${segment.seq}부터라 RCV.NXT(${rcvNxt})보다 뒤쪽입니다. 보관만 하고 RCV.NXT는 움직이지 않습니다.`,
          en: `The segment that arrived starts at ${segment.seq}, beyond RCV.NXT (${rcvNxt}). It is kept, and RCV.NXT does not move.`,
        },
        rfc: 'RFC 9293 §3.10.7.4',
      },
      {
        text: {
          ko: `그래서 빠진 첫 번호를 다시 알리는 중복 ACK(ack=${answer.ack})를 곧바로 보냅니다.`,
          en: `So an immediate duplicate ACK repeats the first missing number: ack ${answer.ack}.`,
        },
        rfc: 'RFC 5681 §4.2',
      },
    ],
  };
}

/** The data of a segment inside a sentence. */
export function dataWords({ seq, len }: TracedSegment): Text {
  return { ko: `데이터 ${len}바이트(seq=${seq})`, en: `${dataBytes(len)} (seq ${seq})` };
}
