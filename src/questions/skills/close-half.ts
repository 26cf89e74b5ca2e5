import type { Random } from '../../simulator/random.ts';
import { type HostName, peerOf, type Trace, type TracedSegment } from '../../trace/trace.ts';
import { answerTo, finNumber, isFin } from '../closing-moments.ts';
import { ABSOLUTE_NUMBERS, CLOSE_KEEPS_READING, NO_DELAYED_ACK } from '../conventions.ts';
import { allFields, choiceField, numberField, stateField } from '../fields.ts';
import { wrongAckOfFin, wrongSeqAfterFin } from '../misconceptions/closing-rules.ts';
import { lastByteReceived, oneForTheSegment, oneMoreThanData, unwrapped } from '../misconceptions/numbers-rules.ts';
import { wrongAfterDataInFinWait } from '../misconceptions/states-rules.ts';
import { type Arrival, arrivalOf, dataFrom, snapshotBefore } from '../moments.ts';
import { endOf } from '../sequence-ends.ts';
import { closingScenario, drawTurn, drawTurns } from '../situations/closing.ts';
import { drawHost, drawSizes } from '../situations/conversation.ts';
import { playScenario } from '../situations/play.ts';
import type { QuestionDraft, Skill } from '../skill.ts';
import { questionView, untilSeen } from '../view.ts';
import { dataBytes, HOST, HOST_FIRST, sum } from '../words.ts';
import { HALF_CLOSE_HINTS, HALF_CLOSE_REACTION_HINTS } from './close-hints.ts';
import { stateAfter } from './state-after.ts';

/** One data segment sent after the peer's FIN had arrived, and what answers it. */
interface HalfClosed {
  readonly trace: Trace;
  readonly closer: HostName;
  readonly fin: TracedSegment;
  readonly data: TracedSegment;
  readonly arrival: Arrival;
  readonly answer: TracedSegment;
}

function drawHalfClosed(random: Random): HalfClosed | null {
  const closer = drawHost(random);
  const closes = random.pick(['quiet', 'quiet', 'data-in-flight'] as const);
  const before = drawTurns(random, 1);
  const turns = closes === 'quiet' ? before : [...before, drawTurn(random, closer)];
  const sizes = drawSizes(random, random.int(1, 3));
  const second = { kind: 'sends', sizes, withAck: random.chance(0.4), closes: random.chance(0.5) } as const;
  const trace = playScenario(random, closingScenario(random, { turns, closer, closes, second }));
  const fin = trace.segments.find(isFin);
  const finArrival = fin && arrivalOf(trace, fin.n);
  if (!fin || !finArrival) return null;
  const late = dataFrom(trace, peerOf(closer)).filter((segment) => segment.n > fin.n && segment.ack === endOf(fin));
  if (late.length === 0) return null;
  const data = random.pick(late);
  const arrival = arrivalOf(trace, data.n);
  const answer = arrival && answerTo(trace, arrival);
  return answer ? { trace, closer, fin, data, arrival, answer } : null;
}

export const halfClose: Skill = {
  id: 'close.half-close',
  title: { ko: 'FIN 뒤에 오는 데이터', en: 'Data after a FIN' },
  type: 28,
  level: 'medium',
  concepts: ['three-and-four', 'close', 'states'],
  after: ['close.four-segments'],
  pose: (random) => {
    const half = drawHalfClosed(random);
    if (half === null) return null;
    return random.chance(0.3) ? reaction(random, half) : numbers(random, half);
  },
};

/** The numbers of the data segment or of its ACK, and the receiver's state. */
function numbers(random: Random, half: HalfClosed): QuestionDraft | null {
  const { trace, closer, fin, data, arrival, answer } = half;
  const before = snapshotBefore(trace, closer, arrival.index)?.state;
  const state = stateAfter(trace, arrival.index);
  if (state === null) return null;
  const sender = peerOf(closer);
  const dataAck = { segment: data.n, part: 'ack' } as const;
  const seqPlace = { segment: answer.n, part: 'seq' } as const;
  const ackPlace = { segment: answer.n, part: 'ack' } as const;
  const asksData = random.chance(0.5);
  const fields = allFields([
    asksData
      ? numberField(
          { id: 'data.ack', label: { ko: '데이터: ack', en: 'data: ack' }, place: dataAck },
          data.ack,
          wrongAckOfFin(fin, data),
        )
      : numberField(
          { id: 'seq', label: { ko: '데이터의 ACK: seq', en: 'ACK of the data: seq' }, place: seqPlace },
          answer.seq,
          wrongSeqAfterFin(fin, answer),
        ),
    numberField(
      { id: 'ack', label: { ko: '데이터의 ACK: ack', en: 'ACK of the data: ack' }, place: ackPlace },
      answer.ack,
      {
        required: [
          ['M46', data.seq],
          ['M11', answer.seq],
          ['M02', oneMoreThanData(answer.ack)],
        ],
        optional: [
          ['M01', lastByteReceived(answer.ack)],
          ['M03', oneForTheSegment(data.seq)],
          ...unwrapped(data.seq, data.len),
        ],
      },
    ),
    stateField(
      {
        id: 'state',
        label: {
          ko: `${HOST[closer].ko}의 상태(데이터를 받은 뒤)`,
          en: `state of ${HOST[closer].en} after the data arrives`,
        },
        place: null,
      },
      state,
      {
        required: wrongAfterDataInFinWait(before),
      },
    ),
  ]);
  if (fields === null) return null;
  const asked = fields.flatMap((field) => (field.place === null ? [] : [field.place]));
  const secret = fields.flatMap((field) => (field.kind === 'number' ? [field.answer] : []));
  return {
    ...frame(half, untilSeen(trace, answer.n), [data.n, answer.n]),
    hints: HALF_CLOSE_HINTS,
    prompt: {
      ko: `${HOST[closer].ko}의 FIN(seq=${fin.seq})을 받은 뒤에 ${HOST[sender].ko}가 데이터 ${data.len}바이트(seq=${data.seq})를 보내고, ${HOST[closer].ko}가 이를 받습니다. 빈칸의 번호와 그 직후 ${HOST[closer].ko}의 상태는 무엇입니까?`,
      en: `Having received ${HOST[closer].en}'s FIN (seq ${fin.seq}), ${HOST[sender].en} sends ${dataBytes(data.len)} (seq ${data.seq}), which ${HOST[closer].en} receives. Which numbers belong in the blanks, and what state is ${HOST[closer].en} in then?`,
    },
    view: questionView(trace, {
      until: untilSeen(trace, answer.n),
      asked,
      secret,
      hiddenStates: [closer],
      focus: [data.n, answer.n],
    }),
    fields,
    explanation: [
      {
        text: {
          ko: `FIN(번호 ${finNumber(fin)})까지 받은 ${HOST[sender].ko}의 RCV.NXT는 ${sum(finNumber(fin), 1)}입니다. 데이터 세그먼트의 ack도, ${HOST[closer].ko}가 이제 보내는 ACK의 seq도 이 번호입니다.`,
          en: `With the FIN (number ${finNumber(fin)}) the RCV.NXT of ${HOST[sender].en} is ${sum(finNumber(fin), 1)}: the ack of the data segment, and the seq of every ACK ${HOST[closer].en} still sends.`,
        },
        rfc: 'RFC 9293 §3.4',
      },
      {
        text: {
          ko: `FIN은 ${HOST[closer].ko}가 보내는 방향만 닫습니다. 받은 데이터는 계속 ACK하므로 ack는 ${sum(data.seq, data.len)}입니다.`,
          en: `The FIN closes only the direction from ${HOST[closer].en}. Data received is still acknowledged: ack ${sum(data.seq, data.len)}.`,
        },
        rfc: 'RFC 9293 §3.6',
      },
      {
        text: {
          ko: `${HOST[closer].ko}의 FIN은 확인되었고(ack=${data.ack}) 상대의 FIN은 아직 오지 않았으므로 ${HOST[closer].ko}는 ${state}에 있습니다.`,
          en: `Its own FIN is acknowledged (ack ${data.ack}) and the peer's has not come, so ${HOST[closer].en} is in ${state}.`,
        },
        rfc: 'RFC 9293 §3.3.2',
      },
    ],
  };
}

/** What the side that has sent its FIN does with data. */
function reaction(random: Random, half: HalfClosed): QuestionDraft | null {
  const { closer, fin, data, arrival, answer } = half;
  const sender = peerOf(closer);
  const options = random.shuffle([
    {
      id: 'ack',
      text: {
        ko: `애플리케이션에 전달하고 ACK(seq=${answer.seq}, ack=${answer.ack})를 보냅니다`,
        en: `delivers it and sends an ACK (seq ${answer.seq}, ack ${answer.ack})`,
      },
    },
    {
      id: 'silent',
      text: { ko: '애플리케이션에 전달하지만 ACK는 보내지 못합니다', en: 'delivers it but can no longer send an ACK' },
    },
    {
      id: 'discard',
      text: { ko: '받을 수 없으므로 응답 없이 버립니다', en: 'cannot receive any more and drops it in silence' },
    },
    { id: 'reset', text: { ko: `RST(seq=${answer.seq})를 보냅니다`, en: `sends a RST (seq ${answer.seq})` } },
    {
      id: 'time-wait',
      text: {
        ko: `ACK(ack=${answer.ack})를 보내고 TIME-WAIT로 갑니다`,
        en: `sends an ACK (ack ${answer.ack}) and enters TIME-WAIT`,
      },
    },
  ]);
  const fields = allFields([
    choiceField({ id: 'reaction', label: { ko: '반응', en: 'reaction' }, place: null }, options, 'ack', {
      required: [
        ['N22', 'silent'],
        ['M46', 'discard'],
        ['M42', 'reset'],
        ['N23', 'time-wait'],
      ],
    }),
  ]);
  if (fields === null) return null;
  return {
    ...frame(half, arrival.index + 1, [data.n]),
    hints: HALF_CLOSE_REACTION_HINTS,
    prompt: {
      ko: `${HOST[closer].ko}는 FIN(seq=${fin.seq})을 보냈습니다. 그 FIN을 받은 ${HOST[sender].ko}가 데이터 ${data.len}바이트(seq=${data.seq})를 보냈습니다. ${HOST[closer].ko}는 이 데이터를 어떻게 처리합니까?`,
      en: `${HOST_FIRST[closer].en} has sent its FIN (seq ${fin.seq}). After receiving that FIN ${HOST[sender].en} has sent ${dataBytes(data.len)} (seq ${data.seq}). What does ${HOST[closer].en} do with this data?`,
    },
    fields,
    explanation: [
      {
        text: {
          ko: `FIN(seq=${fin.seq})은 ${HOST[closer].ko}가 더 보내지 않는다는 뜻이지 받지 않는다는 뜻이 아닙니다. ${HOST[closer].ko}는 상대의 FIN이 올 때까지 받습니다.`,
          en: `The FIN (seq ${fin.seq}) says that ${HOST[closer].en} will send no more, not that it will not receive: it takes data until the peer's FIN comes.`,
        },
        rfc: 'RFC 9293 §3.6',
      },
      {
        text: {
          ko: `ACK는 번호를 쓰지 않으므로 FIN 뒤에도 보낼 수 있습니다. seq는 FIN 다음인 ${sum(finNumber(fin), 1)}, ack는 ${sum(data.seq, data.len)}입니다.`,
          en: `An ACK takes no number and may follow the FIN: seq is the number after the FIN, ${sum(finNumber(fin), 1)}, and ack is ${sum(data.seq, data.len)}.`,
        },
        rfc: 'RFC 9293 §3.10.7.4',
      },
    ],
  };
}

/** What both forms have in common. */
function frame({ trace, closer }: HalfClosed, until: number, focus: readonly number[]) {
  return {
    conventions: [ABSOLUTE_NUMBERS, NO_DELAYED_ACK, CLOSE_KEEPS_READING],
    trace,
    view: questionView(trace, { until, asked: [], hiddenStates: [closer], focus }),
    figures: [],
  };
}
