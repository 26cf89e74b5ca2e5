import { peerOf } from '../../../trace/trace.ts';
import { blockRunsOn, receivedUpTo } from '../../captured/mixed-runs.ts';
import { excerptAround, inExcerpt, pickMoment } from '../../captured/moment.ts';
import { ABSOLUTE_NUMBERS, HOLDS_OUT_OF_ORDER, NO_DELAYED_ACK } from '../../conventions.ts';
import {
  BLOCKS_AS_CARRIED,
  SACK_ALONE,
  SACK_CAPTURED,
  SACK_CAPTURED_WITH_TIMESTAMPS,
  SACK_WITH_TIMESTAMPS,
} from '../../conventions-sack.ts';
import { sendIndex } from '../../moments.ts';
import { untilFlightSent } from '../../situations/recovery.ts';
import { playFlight } from '../../situations/sack.ts';
import type { Skill } from '../../skill.ts';
import { questionView } from '../../view.ts';
import { HOST, HOST_FIRST } from '../../words.ts';
import { draft } from './sack-blocks-draft.ts';
import { arrivalTable } from './sack-figures.ts';
import { planInOrder, planReordered } from './sack-plan.ts';

/** The ACK number and SACK blocks that answer an arrival (RFC 2018 §3, §4). */
export const sackBlocks: Skill = {
  id: 'sack.blocks',
  title: { ko: 'ACK에 실리는 SACK 블록', en: 'The SACK blocks of an ACK' },
  type: 46,
  level: 'hard',
  concepts: ['late-segment', 'numbers'],
  after: ['ack.above-gap', 'ack.gap-filled'],
  pose: (random) => {
    const inOrder = random.chance(0.4);
    const plan = inOrder ? planInOrder(random) : planReordered(random);
    const flight = playFlight(random, plan);
    if (flight === null) return null;
    const { trace, sender, data, arrivals, answer, before } = flight;
    const last = arrivals.at(-1);
    const lastSent = data.at(-1);
    if (last === undefined || lastSent === undefined) return null;
    const who = HOST[sender];
    const receiver = HOST[peerOf(sender)];
    return draft({
      arrivals,
      answer,
      fewest: 2,
      prompt: inOrder
        ? {
            ko: `${who.ko}의 데이터 가운데 유실로 표시된 세그먼트는 도착하지 않고, 나머지는 보낸 순서대로 도착합니다. seq가 ${last.seq}인 세그먼트가 도착했을 때 ${receiver.ko}가 보내는 ACK의 ack와 SACK 블록은 무엇입니까?`,
            en: `The segments marked as lost do not arrive; the other data of ${who.en} arrives in the order sent. Which ack and which SACK blocks are in the ACK that ${receiver.en} sends when the segment with seq ${last.seq} arrives?`,
          }
        : {
            ko: `${who.ko}가 첫 데이터(seq ${data[0]?.seq ?? 0}번부터)를 잇달아 보내고, ${receiver.ko}에는 그 가운데 표의 세그먼트만 표의 순서로 도착합니다. 마지막 것이 도착했을 때 ${receiver.ko}가 보내는 ACK의 ack와 SACK 블록은 무엇입니까?`,
            en: `${HOST_FIRST[sender].en} sends its first data, from seq ${data[0]?.seq ?? 0} on, in a row. Only the segments of the table reach ${receiver.en}, in that order. Which ack and which SACK blocks are in the ACK that ${receiver.en} sends when the last of them arrives?`,
          },
      conventions: [
        ABSOLUTE_NUMBERS,
        plan.timestamps ? SACK_WITH_TIMESTAMPS : SACK_ALONE,
        BLOCKS_AS_CARRIED,
        NO_DELAYED_ACK,
        HOLDS_OUT_OF_ORDER,
      ],
      timestamps: plan.timestamps,
      trace,
      view: questionView(trace, {
        until: inOrder ? untilFlightSent(trace, lastSent) : before,
        asked: [],
        marks: false,
        focus: inOrder ? [last.n] : [],
      }),
      figures: inOrder ? [] : [arrivalTable(arrivals)],
    });
  },
  poseOn: (captured, random) => {
    const run = pickMoment(random, blockRunsOn(captured));
    const begun = run?.[0];
    const answer = run?.at(-1)?.answer;
    if (!run || begun === undefined || answer == null) return null;
    const excerpt = excerptAround(captured, [begun.segment.n, answer.n]);
    if (excerpt === null) return null;
    const { trace } = excerpt.captured;
    const { from } = begun.segment;
    const arrivals = run.map(({ segment }) => segment);
    const timestamps = answer.options.timestamps !== undefined;
    const known = receivedUpTo(from, begun.rcvNxt);
    const receiver = HOST[peerOf(from)];
    return inExcerpt(
      excerpt,
      draft({
        ...{ arrivals, answer, timestamps, trace },
        fewest: 1,
        prompt: {
          ko: `${known.ko} 이제 표의 세그먼트가 표의 순서로 도착합니다. 마지막 것이 도착했을 때 ${receiver.ko}가 보내는 ACK의 ack와 SACK 블록은 무엇입니까?`,
          en: `${known.en} Now the segments of the table arrive, in that order. Which ack and which SACK blocks are in the ACK that ${receiver.en} sends when the last of them arrives?`,
        },
        conventions: [
          ABSOLUTE_NUMBERS,
          timestamps ? SACK_CAPTURED_WITH_TIMESTAMPS : SACK_CAPTURED,
          BLOCKS_AS_CARRIED,
          HOLDS_OUT_OF_ORDER,
        ],
        view: questionView(trace, {
          until: sendIndex(trace, excerpt.at(begun.segment.n).n),
          asked: [],
          marks: false,
          focus: [],
        }),
        figures: [arrivalTable(arrivals)],
      }),
    );
  },
};
