import type { Text } from '../../language.ts';
import { seqDistance } from '../../tcp/sequence.ts';
import { peerOf, type Trace, type TracedSegment } from '../../trace/trace.ts';
import { allFields, LABELS, numberField } from '../fields.ts';
import { beyondNextGap } from '../misconceptions/gaps-rules.ts';
import { endOfFilling, lastByteReceived, oneMoreThanData, unwrapped } from '../misconceptions/numbers-rules.ts';
import type { MisconceptionId } from '../misconceptions.ts';
import type { Range } from '../question.ts';
import { endOf } from '../sequence-ends.ts';
import type { QuestionDraft } from '../skill.ts';
import { questionView, untilSeen } from '../view.ts';
import { HOST, sum } from '../words.ts';
import { dataWords } from './gap-above.ts';
import { GAP_FILLED_HINTS } from './gap-hints.ts';

/** Data that arrives and fills the gap before data its receiver holds. */
export interface GapFilled {
  readonly trace: Trace;
  readonly segment: TracedSegment;
  readonly answer: TracedSegment;
  /** RCV.NXT, and what was held above it before the arrival, in the order of numbers. */
  readonly rcvNxt: number;
  readonly held: readonly Range[];
  /** Why it comes only now: it was sent again, or it is late; 'unknown' where that is not settled. */
  readonly how: 'again' | 'late' | 'unknown';
  /** Numbers that are not shown anywhere. */
  readonly secret: readonly number[];
  readonly conventions: readonly Text[];
}

const ARRIVES: Readonly<Record<GapFilled['how'], Text>> = {
  again: { ko: '재전송되어 도착해', en: 'arrive in a retransmission' },
  late: { ko: '늦게 도착해', en: 'arrive late' },
  unknown: { ko: '도착해', en: 'arrive' },
};

/** The question which ACK answers data that fills a gap; null when the wrong rules cannot be told apart. */
export function gapFilledDraft(moment: GapFilled): QuestionDraft | null {
  const { trace, segment, answer, rcvNxt, held, how, secret, conventions } = moment;
  const receiver = peerOf(segment.from);
  const joined = held.find(([start]) => start === endOf(segment));
  const highest = held.at(-1);
  if (joined === undefined || highest === undefined) return null;
  const place = { segment: answer.n, part: 'ack' } as const;
  const optional: (readonly [MisconceptionId, number])[] = [
    ['M01', lastByteReceived(answer.ack)],
    ['M02', oneMoreThanData(answer.ack)],
    ['M11', answer.seq],
    ...unwrapped(segment.seq, seqDistance(segment.seq, answer.ack)),
  ];
  const required: (readonly [MisconceptionId, number])[] = [
    ['M14', endOfFilling(segment)],
    ['N42', rcvNxt],
  ];
  // With another gap above, what lies beyond that must not be acknowledged.
  const second = highest[1] !== answer.ack;
  if (second) required.push(['N43', beyondNextGap(highest)]);
  const fields = allFields([numberField({ id: 'ack', label: LABELS.ack, place }, answer.ack, { required, optional })]);
  if (fields === null) return null;
  const arrives = ARRIVES[how];
  return {
    prompt: {
      ko: `${HOST[segment.from].ko}의 ${dataWords(segment).ko}가 ${arrives.ko} 빈 곳을 채웁니다. 그 뒤의 데이터는 이미 받아 두었습니다. ${HOST[receiver].ko}가 곧바로 보내는 ACK의 ack는 얼마입니까?`,
      en: `${dataWords(segment).en} from ${HOST[segment.from].en} ${arrives.en} and fill a gap; data after them is here already. Which ack number is in the ACK that ${HOST[receiver].en} sends at once?`,
    },
    conventions,
    trace,
    view: questionView(trace, {
      until: untilSeen(trace, answer.n),
      asked: [place],
      secret,
      focus: [segment.n, answer.n],
    }),
    fields,
    figures: [],
    hints: GAP_FILLED_HINTS,
    explanation: [
      {
        text: {
          ko: `채운 세그먼트는 ${sum(segment.seq, segment.len)} 앞까지입니다.`,
          en: `The filling segment reaches to just before ${sum(segment.seq, segment.len)}.`,
        },
        rfc: 'RFC 9293 §3.4',
      },
      {
        text: {
          ko: `${joined[0]}부터 ${sum(joined[0], seqDistance(joined[0], joined[1]))} 앞까지는 이미 보관하고 있어 한꺼번에 이어집니다. RCV.NXT는 ${rcvNxt}에서 ${answer.ack}까지 한 번에 나아갑니다.`,
          en: `From ${joined[0]} to just before ${sum(joined[0], seqDistance(joined[0], joined[1]))} everything is held already and joins at once: RCV.NXT moves from ${rcvNxt} to ${answer.ack} in one step.`,
        },
        rfc: 'RFC 9293 §3.10.7.4',
      },
      second
        ? {
            text: {
              ko: `${answer.ack}부터는 아직 비어 있으므로 ack=${answer.ack}에서 멈춥니다. ${highest[1]} 앞까지 받은 데이터는 두 번째 빈 곳 너머에 있습니다.`,
              en: `The bytes from ${answer.ack} on are still missing, so the ack stops there; what has come up to ${highest[1]} lies beyond a second gap.`,
            },
            rfc: 'RFC 9293 §3.4',
          }
        : {
            text: {
              ko: `빈 곳을 채운 세그먼트에는 기다리지 않고 곧바로 ACK(ack=${answer.ack})를 보냅니다.`,
              en: `A segment that fills a gap is acknowledged without delay: ack ${answer.ack}.`,
            },
            rfc: 'RFC 5681 §4.2',
          },
    ],
  };
}
