import type { Random } from '../../simulator/random.ts';
import { peerOf } from '../../trace/trace.ts';
import { halfCloseOn } from '../captured/half-close.ts';
import { answerTo, finNumber, isFin } from '../closing-moments.ts';
import { ABSOLUTE_NUMBERS, CLOSE_KEEPS_READING, NO_DELAYED_ACK } from '../conventions.ts';
import { allFields, choiceField } from '../fields.ts';
import { type Arrival, arrivalOf, dataFrom, snapshotBefore } from '../moments.ts';
import { endOf } from '../sequence-ends.ts';
import { closingScenario, drawTurn, drawTurns } from '../situations/closing.ts';
import { drawHost, drawSizes } from '../situations/conversation.ts';
import { playScenario } from '../situations/play.ts';
import type { QuestionDraft, Skill } from '../skill.ts';
import { questionView } from '../view.ts';
import { dataBytes, HOST, HOST_FIRST, sum } from '../words.ts';
import { type HalfClosedSegments, numbersDraft } from './close-half-numbers.ts';
import { HALF_CLOSE_REACTION_HINTS } from './close-hints.ts';
import { stateAfter } from './state-after.ts';

/** One data segment sent after the peer's FIN had arrived, and what answers it. */
interface HalfClosed extends HalfClosedSegments {
  readonly arrival: Arrival;
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
  poseOn: halfCloseOn,
};

/** The numbers of the data segment or of its ACK, and the receiver's state. */
function numbers(random: Random, half: HalfClosed): QuestionDraft | null {
  const { trace, closer, arrival } = half;
  const before = snapshotBefore(trace, closer, arrival.index)?.state;
  const state = stateAfter(trace, arrival.index);
  return state && numbersDraft(half, random.chance(0.5), { before, state }, [NO_DELAYED_ACK, CLOSE_KEEPS_READING]);
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
