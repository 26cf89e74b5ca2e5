import type { Random } from '../../simulator/random.ts';
import { seqDistance } from '../../tcp/sequence.ts';
import { peerOf, type Trace, type TracedSegment } from '../../trace/trace.ts';
import { answerTo } from '../closing-moments.ts';
import { ABSOLUTE_NUMBERS, HOLDS_OUT_OF_ORDER, NO_DELAYED_ACK } from '../conventions.ts';
import { allFields, LABELS, numberField } from '../fields.ts';
import { addsInSpiteOfGap, beyondNextGap, endOfMissing } from '../misconceptions/gaps-rules.ts';
import {
  endOfArrival,
  endOfFilling,
  lastByteReceived,
  oneMoreThanData,
  unwrapped,
} from '../misconceptions/numbers-rules.ts';
import type { MisconceptionId } from '../misconceptions.ts';
import { type Arrival, arrivalsAt, snapshotBefore } from '../moments.ts';
import type { Place } from '../question.ts';
import { endOf, endWords, segmentEndingAt } from '../sequence-ends.ts';
import { drawGap } from '../situations/gap.ts';
import type { Skill } from '../skill.ts';
import { questionView, untilSeen } from '../view.ts';
import { dataBytes, HOST, sum } from '../words.ts';
import { ABOVE_GAP_HINTS, GAP_FILLED_HINTS } from './gap-hints.ts';

interface Moment {
  readonly trace: Trace;
  readonly arrival: Arrival;
  readonly answer: TracedSegment;
  /** RCV.NXT before the arrival, and what was held above it. */
  readonly rcvNxt: number;
  readonly held: readonly (readonly [number, number])[];
}

/** An arrival the receiver notes so, with the ACK that answers it. */
function drawMoment(random: Random, note: 'held-out-of-order' | 'gap-filled'): Moment | null {
  const gap = drawGap(random);
  if (gap === null) return null;
  const { trace, sender } = gap;
  const receiver = peerOf(sender);
  const found = arrivalsAt(trace, receiver).filter((arrival) => arrival.notes.includes(note));
  if (found.length === 0) return null;
  const arrival = random.pick(found);
  const answer = answerTo(trace, arrival);
  const before = snapshotBefore(trace, receiver, arrival.index);
  return answer && before ? { trace, arrival, answer, rcvNxt: before.rcvNxt, held: before.held } : null;
}

export const aboveGap: Skill = {
  id: 'ack.above-gap',
  title: { ko: '빈 곳 뒤의 데이터에 대한 ACK', en: 'The ACK of data above a gap' },
  type: 19,
  level: 'medium',
  concepts: ['numbers', 'late-segment'],
  after: ['ack.in-order'],
  pose: (random) => {
    const moment = drawMoment(random, 'held-out-of-order');
    if (moment === null) return null;
    const { trace, arrival, answer, rcvNxt, held } = moment;
    const { segment } = arrival;
    const receiver = answer.from;
    const missing = trace.segments.find((s) => s.from === segment.from && s.seq === rcvNxt && s.len > 0);
    const before = segmentEndingAt(trace, segment.from, rcvNxt);
    if (missing === undefined || before === null) return null;
    const place = { segment: answer.n, part: 'ack' } as const;
    const fields = allFields([
      numberField({ id: 'ack', label: LABELS.ack, place }, answer.ack, {
        required: [
          ['M13', endOfArrival(segment)],
          ['N41', segment.seq],
          ['N40', addsInSpiteOfGap(rcvNxt, held, segment)],
        ],
        optional: [
          ['N44', endOfMissing(missing)],
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
      conventions: [ABSOLUTE_NUMBERS, NO_DELAYED_ACK, HOLDS_OUT_OF_ORDER],
      trace,
      view: questionView(trace, {
        until: untilSeen(trace, answer.n),
        asked: [place],
        alsoHidden: duplicates(trace, missing, answer),
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
  },
};

/** ACKs of the same number sent since the gap opened. */
function duplicates(trace: Trace, missing: TracedSegment, answer: TracedSegment): readonly Place[] {
  return trace.segments
    .filter((s) => s.from === answer.from && s.n > missing.n && s.n < answer.n && s.ack === answer.ack)
    .map((s) => ({ segment: s.n, part: 'ack' }));
}

function dataWords({ seq, len }: TracedSegment) {
  return { ko: `데이터 ${len}바이트(seq=${seq})`, en: `${dataBytes(len)} (seq ${seq})` };
}

export const gapFilled: Skill = {
  id: 'ack.gap-filled',
  title: { ko: '빈 곳이 채워졌을 때의 ACK', en: 'The ACK when a gap is filled' },
  type: 20,
  level: 'medium',
  concepts: ['numbers', 'late-segment'],
  after: ['ack.above-gap'],
  pose: (random) => {
    const moment = drawMoment(random, 'gap-filled');
    if (moment === null) return null;
    const { trace, arrival, answer, rcvNxt, held } = moment;
    const { segment } = arrival;
    const receiver = answer.from;
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
    const fields = allFields([
      numberField({ id: 'ack', label: LABELS.ack, place }, answer.ack, { required, optional }),
    ]);
    if (fields === null) return null;
    const again = segment.repeats !== null;
    return {
      prompt: {
        ko: `${HOST[segment.from].ko}의 ${dataWords(segment).ko}가 ${again ? '재전송되어' : '늦게'} 도착해 빈 곳을 채웁니다. 그 뒤의 데이터는 이미 받아 두었습니다. ${HOST[receiver].ko}가 곧바로 보내는 ACK의 ack는 얼마입니까?`,
        en: `${dataWords(segment).en} from ${HOST[segment.from].en} ${again ? 'arrive in a retransmission' : 'arrive late'} and fill a gap; data after them is here already. Which ack number is in the ACK that ${HOST[receiver].en} sends at once?`,
      },
      conventions: [ABSOLUTE_NUMBERS, NO_DELAYED_ACK, HOLDS_OUT_OF_ORDER],
      trace,
      view: questionView(trace, {
        until: untilSeen(trace, answer.n),
        asked: [place],
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
  },
};
