import type { Text } from '../../../language.ts';
import { seqAdd, seqDistance, seqLe } from '../../../tcp/sequence.ts';
import type { Trace, TracedSegment } from '../../../trace/trace.ts';
import { ABSOLUTE_NUMBERS, HOLDS_OUT_OF_ORDER, NO_DELAYED_ACK } from '../../conventions.ts';
import { allFields, numbersField } from '../../fields.ts';
import {
  fillingEnds,
  highestSeen,
  inTurnOnly,
  nothingHeld,
  oneEachWhenFilled,
  ownEnds,
} from '../../misconceptions/streams-arrivals.ts';
import type { MisconceptionId } from '../../misconceptions.ts';
import type { ExplanationStep } from '../../question.ts';
import { endOf } from '../../sequence-ends.ts';
import type { QuestionDraft } from '../../skill.ts';
import { questionView } from '../../view.ts';
import { sum } from '../../words.ts';
import { arrivalTable } from './arrival-table.ts';

type List = readonly [MisconceptionId, readonly number[]];

interface Asked {
  readonly trace: Trace;
  /** RCV.NXT before the first of them arrives. */
  readonly first: number;
  readonly arrivals: readonly TracedSegment[];
  /** The ack that answers each. */
  readonly answer: readonly number[];
  /** Index of the event from which on nothing is shown. */
  readonly until: number;
  readonly prompt: Text;
}

/** The question on every ack that a run of arrivals brings; null when the wrong rules cannot be told apart. */
export function draft({ trace, first, arrivals, answer, until, prompt }: Asked): QuestionDraft | null {
  const fills = oneEachWhenFilled(first, arrivals);
  const filled: readonly List[] =
    fills.length > arrivals.length
      ? [
          ['M14', nothingHeld(first, arrivals)],
          ['N102', fills],
        ]
      : [];
  // With the first segment lost nothing comes in its turn, and no list would be left to give.
  const inTurn = inTurnOnly(first, arrivals);
  const silent: readonly List[] = inTurn.length > 0 ? [['N101', inTurn]] : [];
  const fields = allFields([
    numbersField({ id: 'acks', label: { ko: '보낸 ACK의 ack', en: 'ack of each ACK sent' }, place: null }, answer, {
      required: [['M13', ownEnds(arrivals)], ...silent, ...filled],
      optional: [
        ['N103', highestSeen(first, arrivals)],
        ['M14', fillingEnds(first, arrivals)],
        ['N41', arrivals.map(({ seq }) => seq)],
        ['M01', answer.map((ack) => seqAdd(ack, -1))],
      ],
    }),
  ]);
  if (fields === null) return null;
  return {
    prompt,
    conventions: [ABSOLUTE_NUMBERS, NO_DELAYED_ACK, HOLDS_OUT_OF_ORDER],
    trace,
    view: questionView(trace, { until, asked: [], marks: false, focus: [] }),
    figures: [arrivalTable(arrivals)],
    fields,
    hints: [
      {
        ko: '도착할 때마다 ACK를 하나 보냅니다. ack는 그때까지 빈 곳 없이 이어진 데이터의 다음 번호입니다.',
        en: 'Every arrival brings one ACK. It names the number after the data received without a gap by then.',
      },
      {
        ko: '도착한 세그먼트의 seq를 바로 앞 ACK의 ack와 견줍니다. 같으면 이어지고, 크면 앞이 비어 있고, 작으면 이미 받은 데이터입니다.',
        en: 'Compare the seq that arrives with the ack sent last: equal continues the data, higher leaves a gap, lower has been received already.',
      },
      {
        ko: '이어질 때만 ack = seq + 길이(mod 2^32). 그 뒤에 보관해 둔 것이 이어지면 그 끝까지. 나머지는 앞의 ack 그대로',
        en: 'Only where it continues: ack = seq + length (mod 2^32), on to the end of what is held right after it. Otherwise the ack stays.',
      },
    ],
    explanation: arrivals.map((arrival, index) => step(arrival, answer[index - 1] ?? first, answer[index] ?? first)),
  };
}

/** What one arrival does to RCV.NXT, and the ACK it brings. */
function step(arrival: TracedSegment, before: number, ack: number): ExplanationStep {
  const { seq, len } = arrival;
  const end = endOf(arrival);
  if (seq !== before && seqLe(end, before)) {
    return {
      text: {
        ko: `seq=${seq}: RCV.NXT(${before})보다 앞이라 이미 받은 데이터입니다. 버리고 같은 ACK(ack=${ack})를 다시 보냅니다.`,
        en: `seq ${seq}: below RCV.NXT (${before}), received already. It is dropped, and ack ${ack} goes again.`,
      },
      rfc: 'RFC 9293 §3.10.7.4',
    };
  }
  if (seq !== before) {
    return {
      text: {
        ko: `seq=${seq}: RCV.NXT(${before})보다 뒤라 그 앞이 비어 있습니다. 중복 ACK(ack=${ack})를 곧바로 보냅니다.`,
        en: `seq ${seq}: above RCV.NXT (${before}), so there is a gap before it. A duplicate ACK goes at once: ack ${ack}.`,
      },
      rfc: 'RFC 5681 §4.2',
    };
  }
  if (end === ack) {
    return {
      text: {
        ko: `seq=${seq}: RCV.NXT와 같아 이어집니다. ack = ${sum(seq, len)}입니다.`,
        en: `seq ${seq}: equal to RCV.NXT, so the data continues. ack = ${sum(seq, len)}.`,
      },
      rfc: 'RFC 9293 §3.10.7.4',
    };
  }
  return {
    text: {
      ko: `seq=${seq}: RCV.NXT와 같아 빈 곳을 채웁니다. 끝은 ${sum(seq, len)}이고 여기서부터 보관해 둔 ${seqDistance(end, ack)}바이트가 이어지므로 ack=${ack}입니다.`,
      en: `seq ${seq}: equal to RCV.NXT, so it fills the gap up to ${sum(seq, len)}. The ${seqDistance(end, ack)} bytes held from there on join it: ack ${ack}.`,
    },
    rfc: 'RFC 5681 §4.2',
  };
}
