import { ABSOLUTE_NUMBERS, NO_DELAYED_ACK } from '../../conventions.ts';
import { DELAYED_ACK, GROWS_EVEN_WHEN_IDLE, SLOW_START_BY_RFC } from '../../conventions-congestion.ts';
import { allFields, numbersField } from '../../fields.ts';
import {
  allThatIsAcked,
  doublesPerAck,
  fullSegmentEach,
  lostAckToo,
  oneSegmentPerFlight,
} from '../../misconceptions/congestion-rules.ts';
import type { MisconceptionId } from '../../misconceptions.ts';
import type { ExplanationStep } from '../../question.ts';
import { drawSlowStart, type GrowthAck, type SlowStart } from '../../situations/slow-start.ts';
import type { Skill } from '../../skill.ts';
import { questionView } from '../../view.ts';
import { HOST, HOST_FIRST } from '../../words.ts';

export const slowStart: Skill = {
  id: 'congestion.slow-start',
  title: { ko: '느린 시작에서 ACK마다의 cwnd', en: 'cwnd after each ACK in slow start' },
  type: 38,
  level: 'medium',
  concepts: ['tcp', 'numbers'],
  after: ['ack.cumulative'],
  pose: (random) => {
    const drawn = drawSlowStart(random);
    const last = drawn?.acks.at(-1);
    if (!drawn || !last) return null;
    const { trace, sender, smss, cwnd, delayedAck, acks, lost } = drawn;
    const fields = allFields([
      numbersField(
        {
          id: 'cwnd',
          label: { ko: 'ACK가 도착할 때마다의 cwnd (바이트)', en: 'cwnd after each ACK that arrives (bytes)' },
          place: null,
        },
        acks.map((ack) => ack.cwnd),
        wrongWindows(drawn),
        'amount',
      ),
    ]);
    if (fields === null) return null;
    return {
      prompt: {
        ko: `${HOST[sender].ko}는 느린 시작 중이며, 첫 데이터를 보낼 때의 cwnd와 SMSS가 주어져 있습니다. ${HOST[sender].ko}의 데이터를 확인 응답하는 ACK가 ${HOST[sender].ko}에 도착할 때마다 cwnd는 몇 바이트가 됩니까? 도착하는 순서대로 모두 적으세요.`,
        en: `${HOST_FIRST[sender].en} is in slow start; its cwnd when it sends its first data is given, and so is SMSS. How many bytes is cwnd after each ACK of this data that reaches ${HOST[sender].en}? Give all values in order of arrival.`,
      },
      conventions: [
        ABSOLUTE_NUMBERS,
        SLOW_START_BY_RFC,
        GROWS_EVEN_WHEN_IDLE,
        delayedAck ? DELAYED_ACK : NO_DELAYED_ACK,
      ],
      trace,
      view: questionView(trace, {
        until: last.index + 1,
        asked: [],
        marks: false,
        focus: acks.map(({ segment }) => segment.n),
      }),
      figures: [
        {
          kind: 'values',
          title: { ko: HOST[sender].ko, en: sender },
          values: [
            { name: 'SMSS', value: smss },
            { name: { ko: '첫 데이터를 보낼 때의 cwnd', en: 'cwnd when the first data is sent' }, value: cwnd },
          ],
        },
      ],
      fields,
      hints: [
        {
          ko: '느린 시작에서는 새 데이터를 확인 응답하는 ACK마다 cwnd가 늘어나지만, 한 번에 1 SMSS를 넘지 않습니다.',
          en: 'In slow start every ACK of new data raises cwnd, but never by more than one SMSS.',
        },
        {
          ko: `${HOST[sender].ko}에 실제로 도착한 ACK만 봅니다. N은 그 ack에서 바로 앞에 도착한 ack를 뺀 값이고, 첫 ACK는 첫 데이터의 seq를 뺍니다.`,
          en: `Look only at ACKs that do reach ${HOST[sender].en}. N is the ack less the ack that arrived before it; for the first, less the seq of the first data.`,
        },
        { ko: 'ACK마다 cwnd에 min(N, SMSS)를 더합니다.', en: 'With each ACK add min(N, SMSS) to cwnd.' },
      ],
      explanation: steps(drawn, lost?.n ?? null),
    };
  },
};

/** What the wrong rules make of the ACKs. A rule about ACKs of some size is there only where one of that size is. */
function wrongWindows({ smss, cwnd, acks, lost }: SlowStart): {
  readonly required: readonly (readonly [MisconceptionId, readonly number[]])[];
  readonly optional: readonly (readonly [MisconceptionId, readonly number[]])[];
} {
  const known = acks.map(({ segment, newBytes, sentTo }) => ({ ack: segment.ack, newBytes, sentTo }));
  const full = fullSegmentEach(cwnd, smss, known);
  const all = allThatIsAcked(cwnd, known);
  const sized: (readonly [MisconceptionId, readonly number[]])[] = [];
  if (acks.some(({ newBytes }) => newBytes < smss)) sized.push(['N150', full]);
  if (acks.some(({ newBytes }) => newBytes > smss)) sized.push(['N151', all]);
  return {
    required: [['M31', doublesPerAck(cwnd, known)], ['M31', oneSegmentPerFlight(cwnd, smss, known)], ...sized],
    optional: lost === null ? [] : [['N152', lostAckToo(cwnd, smss, sentBytes(acks, lost.ack))]],
  };
}

/** N of each ACK sent, had the lost one arrived too. */
function sentBytes(acks: readonly GrowthAck[], lostAck: number): readonly number[] {
  return acks.flatMap(({ segment, newBytes }) => {
    const rest = (segment.ack - lostAck) >>> 0;
    return rest < newBytes ? [newBytes - rest, rest] : [newBytes];
  });
}

/** A step for each ACK. */
function steps({ smss, cwnd, acks }: SlowStart, lost: number | null): readonly ExplanationStep[] {
  return acks.map(({ segment, newBytes, cwnd: after }, index) => {
    const before = acks[index - 1];
    const from = before === undefined ? (segment.ack - newBytes) >>> 0 : before.segment.ack;
    const skipped = lost !== null && lost < segment.n && lost > (before?.segment.n ?? 0);
    const wraps = from > segment.ack;
    const n = wraps ? `(${segment.ack} - ${from}) mod 2^32 = ${newBytes}` : `${segment.ack} - ${from} = ${newBytes}`;
    const sums = `cwnd = ${before?.cwnd ?? cwnd} + min(${newBytes}, ${smss}) = ${after}`;
    return {
      text: {
        ko: `ack=${segment.ack}: N = ${n}, ${sums}${skipped ? ' (유실된 ACK의 몫까지 N에 들어감)' : ''}`,
        en: `ack ${segment.ack}: N = ${n}, ${sums}${skipped ? ' (N includes what the lost ACK acknowledged)' : ''}.`,
      },
      rfc: 'RFC 5681 §3.1',
    };
  });
}
