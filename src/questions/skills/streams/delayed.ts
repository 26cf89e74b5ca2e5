import { seqAdd } from '../../../tcp/sequence.ts';
import { peerOf, type TracedSegment } from '../../../trace/trace.ts';
import { ABSOLUTE_NUMBERS, HOLDS_OUT_OF_ORDER } from '../../conventions.ts';
import { delayedAcks } from '../../conventions-streams.ts';
import { allFields, numbersField } from '../../fields.ts';
import {
  gapsDelayed,
  noTimer,
  oneAtTheEnd,
  oneEach,
  type SentAcks,
  timerOnly,
} from '../../misconceptions/streams-delayed.ts';
import type { MisconceptionId } from '../../misconceptions.ts';
import { type Arrival, sendIndex } from '../../moments.ts';
import type { ExplanationStep } from '../../question.ts';
import { drawDelayedAcks } from '../../situations/streams-delayed.ts';
import type { Skill } from '../../skill.ts';
import { questionView } from '../../view.ts';
import { HOST, HOST_FIRST } from '../../words.ts';
import { arrivalTable } from './arrival-table.ts';

export const delayedAck: Skill = {
  id: 'ack.delayed',
  title: { ko: '지연 ACK로 보내는 ACK', en: 'Which ACKs a delayed ACK sends' },
  type: 18,
  level: 'medium',
  concepts: ['numbers'],
  after: ['ack.cumulative', 'ack.gap-filled'],
  pose: (random) => {
    const reorders = random.chance(0.5);
    const drawn = drawDelayedAcks(random, reorders);
    if (drawn === null) return null;
    const { trace, sender, smss, timerMs, segments, arrivals, acks } = drawn;
    const [sent] = segments;
    const began = arrivals[0]?.segment.arrivedMs;
    if (sent === undefined || typeof began !== 'number') return null;
    const first = sent.seq;
    const timed = arrivals.map(({ segment: { seq, len, arrivedMs } }) => ({ seq, len, ms: (arrivedMs ?? 0) - began }));
    const answer = acks.map(({ ack }) => ack);
    const times = acks.map(({ sentMs }) => sentMs - began);
    const required: (readonly [MisconceptionId, SentAcks])[] = [
      ['N106', oneEach(first, timed)],
      ['N107', oneAtTheEnd(first, timed)],
    ];
    if (reorders) required.push(['N108', gapsDelayed(first, timed, timerMs)]);
    const optional: (readonly [MisconceptionId, SentAcks])[] = [['N109', timerOnly(first, timed, timerMs)]];
    const untimed = noTimer(first, timed);
    if (untimed.acks.length > 0) optional.push(['N110', untimed]);
    const fields = allFields([
      numbersField({ id: 'acks', label: { ko: '보낸 ACK의 ack', en: 'ack of each ACK sent' }, place: null }, answer, {
        required: required.map(([rule, wrong]) => [rule, wrong.acks]),
        optional: [
          ...optional.map(([rule, wrong]) => [rule, wrong.acks] as const),
          ['M01', answer.map((ack) => seqAdd(ack, -1))],
        ],
      }),
      numbersField(
        { id: 'times', label: { ko: '그 ACK를 보낸 시각 (ms)', en: 'when each is sent (ms)' }, place: null },
        times,
        { required: [], optional: [...required, ...optional].map(([rule, wrong]) => [rule, wrong.times]) },
        'amount',
      ),
    ]);
    if (fields === null || fields.some(({ predictions }) => predictions.length === 0)) return null;
    const who = HOST[sender];
    const receiver = HOST[peerOf(sender)];
    return {
      prompt: {
        ko: `${who.ko}가 MSS 크기(${smss}바이트)의 데이터 세그먼트 ${segments.length}개를 보냅니다. 첫 세그먼트의 seq는 ${first}입니다. 표는 ${receiver.ko}에 도착한 순서와 시각이며, 시각은 첫 도착을 0 ms로 합니다. ${receiver.ko}가 보내는 ACK의 ack와 보내는 시각을 차례로 모두 적으세요.`,
        en: `${HOST_FIRST[sender].en} sends ${segments.length} full-sized data segments (MSS ${smss} bytes), the first with seq ${first}. The table says in which order and when they reach ${receiver.en}, counting from the first arrival as 0 ms. Give the ack of every ACK that ${receiver.en} sends, in order, and the time of each.`,
      },
      conventions: [ABSOLUTE_NUMBERS, ...delayedAcks(timerMs), HOLDS_OUT_OF_ORDER],
      trace,
      view: questionView(trace, { until: sendIndex(trace, sent.n), asked: [], marks: false, focus: [] }),
      figures: [
        arrivalTable(
          arrivals.map(({ segment }) => segment),
          timed.map(({ ms }) => ms),
        ),
      ],
      fields,
      hints: [
        {
          ko: '지연 ACK는 두 번째 MSS 크기 세그먼트마다 곧바로, 하나뿐일 때는 타이머가 만료될 때 보냅니다. 빈 곳이 관련되면 기다리지 않습니다.',
          en: 'A delayed ACK goes out at once for every second full-sized segment, and by the timer for a single one. Where a gap is concerned nothing waits.',
        },
        {
          ko: '도착마다 앞이 비어 있는지, 확인 응답을 기다리는 세그먼트가 이미 하나 있는지, 다음 도착이 타이머보다 빠른지 봅니다.',
          en: 'For each arrival see whether there is a gap, whether a segment is waiting already, and whether the next one comes before the timer.',
        },
        {
          ko: '타이머로 보내는 시각 = 기다리던 세그먼트의 도착 시각 + 타이머, ack = 그때까지 빈 곳 없이 이어진 데이터의 다음 번호',
          en: 'Time of an ACK by the timer = arrival of the waiting segment + timer; ack = the number after the data received without a gap by then.',
        },
      ],
      explanation: acks.map((ack) => step(ack, arrivals, began, timerMs)),
    };
  },
};

/** Why one ACK is sent when it is. */
function step(ack: TracedSegment, arrivals: readonly Arrival[], began: number, timerMs: number): ExplanationStep {
  const ms = ack.sentMs - began;
  const cause = arrivals.findLast(({ segment }) => (segment.arrivedMs ?? 0) <= ack.sentMs);
  const seq = cause?.segment.seq ?? 0;
  const arrived = (cause?.segment.arrivedMs ?? 0) - began;
  if (arrived < ms) {
    return {
      text: {
        ko: `${ms} ms: seq=${seq}인 세그먼트가 혼자 기다린 지 ${timerMs} ms가 되어(${arrived} + ${timerMs}) 타이머가 만료되고 ACK(ack=${ack.ack})를 보냅니다.`,
        en: `${ms} ms: seq ${seq} has waited alone for ${timerMs} ms (${arrived} + ${timerMs}), and the timer expires. ack ${ack.ack}.`,
      },
      rfc: 'RFC 9293 §3.8.6.3',
    };
  }
  if (cause?.notes.includes('held-out-of-order')) {
    return {
      text: {
        ko: `${ms} ms: seq=${seq}인 세그먼트는 앞이 비어 있으므로 기다리지 않고 곧바로 ACK(ack=${ack.ack})를 보냅니다.`,
        en: `${ms} ms: seq ${seq} lies above a gap, so an ACK goes at once. ack ${ack.ack}.`,
      },
      rfc: 'RFC 5681 §4.2',
    };
  }
  if (cause?.notes.includes('gap-filled')) {
    return {
      text: {
        ko: `${ms} ms: seq=${seq}인 세그먼트가 빈 곳을 채우므로 곧바로 ACK(ack=${ack.ack})를 보냅니다. 보관해 둔 데이터까지 한꺼번에 확인 응답합니다.`,
        en: `${ms} ms: seq ${seq} fills the gap, so an ACK goes at once, for all that is held after it too. ack ${ack.ack}.`,
      },
      rfc: 'RFC 5681 §4.2',
    };
  }
  return {
    text: {
      ko: `${ms} ms: seq=${seq}인 세그먼트까지 확인 응답하지 않은 것이 두 개가 되어 곧바로 ACK(ack=${ack.ack})를 보냅니다.`,
      en: `${ms} ms: seq ${seq} is the second full-sized segment not acknowledged yet, so an ACK goes at once. ack ${ack.ack}.`,
    },
    rfc: 'RFC 5681 §4.2',
  };
}
