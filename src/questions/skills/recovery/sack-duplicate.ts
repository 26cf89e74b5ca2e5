import { peerOf, type TracedSegment } from '../../../trace/trace.ts';
import { arrivalsOn, onArrival } from '../../captured/arrivals.ts';
import { reportedTwiceOn } from '../../captured/mixed-runs.ts';
import { ABSOLUTE_NUMBERS, HOLDS_OUT_OF_ORDER, NO_DELAYED_ACK } from '../../conventions.ts';
import {
  BLOCKS_AS_CARRIED,
  DSACK_ALONE,
  DSACK_CAPTURED,
  DSACK_CAPTURED_WITH_TIMESTAMPS,
  DSACK_WITH_TIMESTAMPS,
} from '../../conventions-sack.ts';
import { playFlight, type SackFlight } from '../../situations/sack.ts';
import { drawSpurious } from '../../situations/sack-spurious.ts';
import type { Skill } from '../../skill.ts';
import { dataBytes, HOST, HOST_FIRST } from '../../words.ts';
import { draft } from './sack-duplicate-draft.ts';
import { planCopy } from './sack-plan.ts';

/** The ACK that answers data received a second time, with D-SACK (RFC 2883 §4). */
export const sackDuplicate: Skill = {
  id: 'sack.duplicate',
  title: { ko: '두 번 받은 데이터와 D-SACK', en: 'D-SACK: data received twice' },
  type: 48,
  level: 'hard',
  concepts: ['late-segment', 'numbers'],
  after: ['sack.blocks', 'ack.duplicate-segment'],
  pose: (random) => {
    const onLadder = random.chance(0.4);
    const plan = planCopy(random);
    const { timestamps } = plan;
    const flight = onLadder ? drawSpurious(random, timestamps) : playFlight(random, plan);
    const last = flight?.arrivals.at(-1);
    if (flight === null || last === undefined) return null;
    return draft(flight, last, {
      timestamps,
      onLadder,
      prompt: promptOf(flight, onLadder, last),
      conventions: [
        ABSOLUTE_NUMBERS,
        timestamps ? DSACK_WITH_TIMESTAMPS : DSACK_ALONE,
        BLOCKS_AS_CARRIED,
        NO_DELAYED_ACK,
        HOLDS_OUT_OF_ORDER,
      ],
    });
  },
  poseOn: (captured, random) =>
    onArrival(captured, random, reportedTwiceOn(captured), ({ trace, segment, answer, first, whole }) => {
      const run = arrivalsOn(captured).slice(whole.runFrom);
      const arrivals = run.slice(0, run.indexOf(whole) + 1).map((one) => one.segment);
      const timestamps = answer.options.timestamps !== undefined;
      const flight = { trace, sender: segment.from, data: [first], arrivals, answer, before: 0 };
      return draft(flight, segment, {
        timestamps,
        onLadder: true,
        prompt: capturedPrompt(segment),
        conventions: [
          ABSOLUTE_NUMBERS,
          timestamps ? DSACK_CAPTURED_WITH_TIMESTAMPS : DSACK_CAPTURED,
          BLOCKS_AS_CARRIED,
          HOLDS_OUT_OF_ORDER,
        ],
      });
    }),
};

function promptOf({ sender, data }: SackFlight, onLadder: boolean, last: TracedSegment) {
  const who = HOST[sender];
  const receiver = HOST[peerOf(sender)];
  const first = data[0]?.seq ?? 0;
  return onLadder
    ? {
        ko: `${who.ko}의 재전송 타이머가 만료되어, 실은 유실되지 않은 데이터를 다시 보냈습니다. 그 ${last.len}바이트가 두 번째로 도착했을 때 ${receiver.ko}가 보내는 ACK의 ack와 SACK 블록은 무엇입니까?`,
        en: `${HOST_FIRST[sender].en}'s retransmission timer expired, and data went again that was not lost after all. Which ack and which SACK blocks are in the ACK that ${receiver.en} sends when those ${last.len} bytes arrive for the second time?`,
      }
    : {
        ko: `${who.ko}가 첫 데이터(seq ${first}번부터)를 잇달아 보내고, ${receiver.ko}에는 그 가운데 표의 세그먼트만 표의 순서로 도착합니다. 하나는 네트워크가 복제해서 두 번 도착합니다. 마지막 것이 도착했을 때 ${receiver.ko}가 보내는 ACK의 ack와 SACK 블록은 무엇입니까?`,
        en: `${HOST_FIRST[sender].en} sends its first data, from seq ${first} on, in a row. Only the segments of the table reach ${receiver.en}, in that order; one arrives twice, copied by the network. Which ack and which SACK blocks are in the ACK that ${receiver.en} sends when the last of them arrives?`,
      };
}

function capturedPrompt({ from, seq, len }: TracedSegment) {
  const receiver = HOST[peerOf(from)];
  return {
    ko: `${receiver.ko}가 이미 받은 데이터 ${len}바이트(seq=${seq})가 한 번 더 도착했습니다. ${receiver.ko}가 이에 대해 보내는 ACK의 ack와 SACK 블록은 무엇입니까?`,
    en: `${dataBytes(len)} (seq ${seq}) that ${receiver.en} has received before arrive once more. Which ack and which SACK blocks are in the ACK that ${receiver.en} sends in answer?`,
  };
}
