import type { Random } from '../../simulator/random.ts';
import { peerOf } from '../../trace/trace.ts';
import { finNumber } from '../closing-moments.ts';
import { ABSOLUTE_NUMBERS } from '../conventions.ts';
import { allFields, LABELS, numberField, stateField } from '../fields.ts';
import {
  afterOneMsl,
  countedAgain,
  finNotCounted,
  sinceFirstFin,
  wrongAckOfFin,
} from '../misconceptions/closing-rules.ts';
import { ackTakesNumber } from '../misconceptions/handshake-rules.ts';
import { REPEATED_FIN_IN_TIME_WAIT, sinceOwnFin } from '../misconceptions/states-rules.ts';
import type { MisconceptionId } from '../misconceptions.ts';
import { drawLastAck } from '../situations/time-wait.ts';
import type { QuestionDraft, Skill } from '../skill.ts';
import { questionView, untilSeen } from '../view.ts';
import { HOST, HOST_FIRST, sum } from '../words.ts';
import { stateAfter } from './state-after.ts';
import { lostAckChoice, oldDuplicateChoice } from './time-wait-choices.ts';
import { REPEATED_FIN_HINTS, TIME_WAIT_END_HINTS } from './time-wait-hints.ts';

export const timeWait: Skill = {
  id: 'close.time-wait',
  title: { ko: 'TIME-WAIT에서 일어나는 일', en: 'What happens in TIME-WAIT' },
  type: 57,
  level: 'expert',
  concepts: ['late-segment', 'close', 'states'],
  after: ['close.four-segments'],
  pose: (random) => {
    switch (random.int(1, 7)) {
      case 1:
        return lostAckChoice(random);
      case 2:
      case 3:
        return oldDuplicateChoice(random);
      case 4:
      case 5:
        return reply(random);
      default:
        return end(random);
    }
  },
};

/** When TIME-WAIT ends, the last ACK lost or not. */
function end(random: Random): QuestionDraft | null {
  const wait = drawLastAck(random, random.pick([0, 1, 1, 1, 2]));
  if (wait === null) return null;
  const { trace, mslMs, waiter, ownFin, peerFin, finArrivals, acks } = wait;
  const expiry = trace.events.find(
    (event) => event.kind === 'timer' && event.timer === 'time-wait' && event.host === waiter,
  );
  const times = finArrivals.map((arrival) => trace.events[arrival.index]?.ms ?? 0);
  const [first, last] = [times[0], times.at(-1)];
  const lastAck = acks.at(-1);
  if (!expiry || first === undefined || last === undefined || !lastAck) return null;
  const repeated = times.length > 1;
  const required: (readonly [MisconceptionId, number])[] = [
    ['M39', afterOneMsl(last, mslMs)],
    ['N35', sinceOwnFin(ownFin.sentMs, mslMs)],
  ];
  if (repeated) required.push(['N29', sinceFirstFin(first, mslMs)]);
  const fields = allFields([
    numberField(
      { id: 'end', label: { ko: 'TIME-WAIT가 끝나는 시각(ms)', en: 'end of TIME-WAIT (ms)' }, place: null },
      expiry.ms,
      {
        required,
      },
    ),
  ]);
  if (fields === null) return null;
  const again = times.slice(1).map((ms) => `${ms} ms`);
  const other = peerOf(waiter);
  return {
    prompt: {
      ko: `MSL은 ${mslMs / 1000}초입니다. ${HOST[waiter].ko}는 ${ownFin.sentMs} ms에 자기 FIN을 보냈고, ${first} ms에 ${HOST[other].ko}의 FIN(seq=${peerFin.seq})을 받아 TIME-WAIT에 들어갔습니다. ${repeated ? `ACK가 유실되어 같은 FIN을 다시 받았습니다(${again.join(', ')}). ` : ''}그 뒤로 아무것도 오지 않으면 TIME-WAIT는 몇 ms에 끝납니까?`,
      en: `MSL is ${mslMs / 1000} s. ${HOST_FIRST[waiter].en} sent its own FIN at ${ownFin.sentMs} ms, received ${HOST[other].en}'s FIN (seq ${peerFin.seq}) at ${first} ms and entered TIME-WAIT. ${repeated ? `Its ACK was lost, and the same FIN came again at ${again.join(' and ')}. ` : ''}If nothing arrives after that, at what time, in ms, does TIME-WAIT end?`,
    },
    conventions: [],
    trace,
    view: questionView(trace, { until: untilSeen(trace, lastAck.n), asked: [], focus: [peerFin.n, lastAck.n] }),
    fields,
    figures: [],
    hints: TIME_WAIT_END_HINTS,
    explanation: [
      {
        text: {
          ko: `2 x MSL은 ${2 * mslMs} ms입니다. 마지막 ACK가 가는 시간과, 그것이 유실되었을 때 재전송된 FIN이 오는 시간을 덮습니다.`,
          en: `2 x MSL is ${2 * mslMs} ms: time for the last ACK to get there and, should it be lost, for a repeated FIN to come back.`,
        },
        rfc: 'RFC 9293 §3.6.1',
      },
      {
        text: repeated
          ? {
              ko: `${last} ms에 온 FIN이 타이머를 다시 시작하므로 끝나는 시각은 ${last} + ${2 * mslMs} = ${expiry.ms} ms입니다.`,
              en: `The FIN that came at ${last} ms restarted the timer, so the end is at ${last} + ${2 * mslMs} = ${expiry.ms} ms.`,
            }
          : {
              ko: `TIME-WAIT에 들어간 ${first} ms부터 세므로 끝나는 시각은 ${first} + ${2 * mslMs} = ${expiry.ms} ms입니다.`,
              en: `Counted from the entry into TIME-WAIT at ${first} ms, the end is at ${first} + ${2 * mslMs} = ${expiry.ms} ms.`,
            },
        rfc: 'RFC 9293 §3.10.7.4',
      },
    ],
  };
}

/** The answer to a FIN that comes again. */
function reply(random: Random): QuestionDraft | null {
  const wait = drawLastAck(random, random.pick([1, 1, 2]));
  if (wait === null) return null;
  const { trace, waiter, ownFin, peerFin, finArrivals, acks } = wait;
  const answer = acks.at(-1);
  const arrival = finArrivals.at(-1);
  const state = arrival && stateAfter(trace, arrival.index);
  if (!answer || !arrival || !state || finArrivals.length < 2) return null;
  const seqPlace = { segment: answer.n, part: 'seq' } as const;
  const ackPlace = { segment: answer.n, part: 'ack' } as const;
  const fields = allFields([
    numberField({ id: 'seq', label: LABELS.seq, place: seqPlace }, answer.seq, {
      required: [
        ['M09', finNotCounted(ownFin)],
        ['M07', ackTakesNumber(answer.seq)],
        ['M11', answer.ack],
      ],
    }),
    numberField({ id: 'ack', label: LABELS.ack, place: ackPlace }, answer.ack, {
      ...wrongAckOfFin(peerFin, answer),
      optional: [['N28', countedAgain(answer.ack, 1)]],
    }),
    stateField(
      { id: 'state', label: { ko: `${HOST[waiter].ko}의 상태`, en: `state of ${HOST[waiter].en}` }, place: null },
      state,
      {
        required: REPEATED_FIN_IN_TIME_WAIT,
      },
    ),
  ]);
  if (fields === null) return null;
  const other = peerOf(waiter);
  return {
    prompt: {
      ko: `TIME-WAIT에 있는 ${HOST[waiter].ko}에 ${HOST[other].ko}의 FIN(seq=${peerFin.seq})이 다시 도착했습니다. 마지막 ACK가 유실되었기 때문입니다. ${HOST[waiter].ko}가 보내는 답의 seq와 ack는 얼마이고, 그 뒤의 상태는 무엇입니까?`,
      en: `${HOST_FIRST[waiter].en} is in TIME-WAIT when ${HOST[other].en}'s FIN (seq ${peerFin.seq}) comes again, the last ACK having been lost. Which seq and ack does ${HOST[waiter].en}'s answer carry, and what state is it in afterwards?`,
    },
    conventions: [ABSOLUTE_NUMBERS],
    trace,
    view: questionView(trace, {
      until: untilSeen(trace, answer.n),
      asked: [seqPlace, ackPlace],
      secret: [answer.seq, answer.ack],
      hiddenStates: [waiter],
      focus: [arrival.segment.n, answer.n],
    }),
    fields,
    figures: [],
    hints: REPEATED_FIN_HINTS,
    explanation: [
      {
        text: {
          ko: `${HOST[waiter].ko}의 FIN은 ${finNumber(ownFin)}번을 썼으므로 SND.NXT, 곧 seq는 ${sum(finNumber(ownFin), 1)}입니다. ACK를 다시 보내도 번호는 늘지 않습니다.`,
          en: `${HOST_FIRST[waiter].en}'s FIN used number ${finNumber(ownFin)}, so SND.NXT and thus seq is ${sum(finNumber(ownFin), 1)}. Sending an ACK again takes no number.`,
        },
        rfc: 'RFC 9293 §3.4',
      },
      {
        text: {
          ko: `상대의 FIN(번호 ${finNumber(peerFin)})은 이미 처리했으므로 RCV.NXT, 곧 ack는 그대로 ${sum(finNumber(peerFin), 1)}입니다.`,
          en: `The peer's FIN (number ${finNumber(peerFin)}) has been processed already, so RCV.NXT and thus ack is still ${sum(finNumber(peerFin), 1)}.`,
        },
        rfc: 'RFC 9293 §3.10.7.4',
      },
      {
        text: {
          ko: `다시 ACK한 다음 ${state}에 머물며 2MSL 타이머를 처음부터 다시 시작합니다.`,
          en: `After this ACK it stays in ${state} and starts the 2 MSL timer afresh.`,
        },
        rfc: 'RFC 9293 §3.10.7.4',
      },
    ],
  };
}
