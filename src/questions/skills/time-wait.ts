import type { Random } from '../../simulator/random.ts';
import { peerOf } from '../../trace/trace.ts';
import { repeatedFinOn } from '../captured/repeated-fin.ts';
import { allFields, numberField } from '../fields.ts';
import { afterOneMsl, sinceFirstFin } from '../misconceptions/closing-rules.ts';
import { sinceOwnFin } from '../misconceptions/states-rules.ts';
import type { MisconceptionId } from '../misconceptions.ts';
import { drawLastAck } from '../situations/time-wait.ts';
import type { QuestionDraft, Skill } from '../skill.ts';
import { questionView, untilSeen } from '../view.ts';
import { HOST, HOST_FIRST } from '../words.ts';
import { repeatedFinDraft } from './repeated-fin.ts';
import { stateAfter } from './state-after.ts';
import { lostAckChoice, oldDuplicateChoice } from './time-wait-choices.ts';
import { TIME_WAIT_END_HINTS } from './time-wait-hints.ts';

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
  poseOn: repeatedFinOn,
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
  return repeatedFinDraft(
    { trace, waiter, ownFin, peerFin, again: arrival.segment, answer, state },
    { ko: '마지막 ACK가 유실되었기 때문입니다.', en: 'the last ACK having been lost' },
  );
}
