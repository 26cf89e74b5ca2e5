import { seqLt } from '../../../tcp/sequence.ts';
import { peerOf, type TracedSegment } from '../../../trace/trace.ts';
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
import { allFields, LABELS, numberField, rangesField } from '../../fields.ts';
import {
  ackOfHighest,
  blockEach,
  heldRanges,
  highestFirst,
  holes,
  inclusiveEdges,
  lowestFirst,
} from '../../misconceptions/sack-rules.ts';
import type { MisconceptionId } from '../../misconceptions.ts';
import { sendIndex } from '../../moments.ts';
import type { Range } from '../../question.ts';
import { endOf } from '../../sequence-ends.ts';
import { untilFlightSent } from '../../situations/recovery.ts';
import { playFlight } from '../../situations/sack.ts';
import type { QuestionDraft, Skill } from '../../skill.ts';
import { questionView } from '../../view.ts';
import { HOST, HOST_FIRST } from '../../words.ts';
import { arrivalTable, blocksText } from './sack-figures.ts';
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

/** What the question is asked with; the rest follows from what arrives. */
interface Asked extends Pick<QuestionDraft, 'prompt' | 'conventions' | 'trace' | 'view' | 'figures'> {
  readonly arrivals: readonly TracedSegment[];
  readonly answer: TracedSegment;
  readonly timestamps: boolean;
  /** Ranges held at least: in what order one goes is no question. */
  readonly fewest: 1 | 2;
}

function draft(asked: Asked): QuestionDraft | null {
  const { arrivals, answer, timestamps, fewest, prompt, conventions, trace, view, figures } = asked;
  const blocks = answer.options.sack ?? [];
  const ranges = heldRanges(arrivals, answer.ack);
  const last = arrivals.at(-1);
  if (last === undefined || ranges.length < fewest) return null;
  const filled = seqLt(last.seq, answer.ack);
  const limit = timestamps ? 3 : 4;
  const room = (all: readonly Range[]): readonly Range[] => all.slice(0, limit);
  const tooMany: readonly (readonly [MisconceptionId, readonly Range[]])[] =
    ranges.length > limit ? [['N202', ranges]] : [];
  const fields = allFields([
    numberField({ id: 'ack', label: LABELS.ack, place: null }, answer.ack, {
      required: [['M44', ackOfHighest(ranges, answer.ack)]],
      optional: [
        ['M13', endOf(last)],
        [filled ? 'N42' : 'N41', last.seq],
      ],
    }),
    rangesField({ id: 'blocks', label: { ko: 'SACK 블록', en: 'SACK blocks' }, place: null }, blocks, {
      required: [
        ...(ranges.length > 1 ? [['N178', room(lowestFirst(ranges, answer.ack))] as const] : []),
        ['N179', inclusiveEdges(blocks)],
        ['N200', room(holes(ranges, answer.ack))],
        ...tooMany,
      ],
      optional: [
        ['N201', room(blockEach(arrivals, answer.ack))],
        ['N203', room(highestFirst(ranges, answer.ack))],
      ],
    }),
  ]);
  if (fields === null) return null;
  return {
    ...{ prompt, conventions, trace, view, fields, figures },
    hints: [
      {
        ko: 'ack는 SACK이 없을 때와 같습니다. 첫 블록은 방금 도착한 세그먼트가 들어 있는 범위이고, 나머지는 최근에 알린 것부터입니다.',
        en: 'The ack is what it would be without SACK. The first block is the range that holds the segment just arrived; the others follow, most recently reported first.',
      },
      {
        ko: '도착한 세그먼트를 차례로 따라가며 맞닿은 것끼리 합치고, 범위마다 마지막으로 커진 때를 적어 둡니다. 블록이 몇 개까지 들어가는지도 봅니다.',
        en: 'Follow the arrivals in turn, join those that touch, and note when each range last grew. See how many blocks fit as well.',
      },
      {
        ko: '블록은 [첫 바이트의 번호, 마지막 바이트의 번호 + 1]입니다. 블록 n개는 8n + 2바이트이고, 옵션 자리 40바이트에서 타임스탬프가 있으면 12바이트를 뺍니다.',
        en: 'A block is [number of its first byte, number of its last byte + 1]. n blocks take 8n + 2 bytes of the 40 for options, of which timestamps take 12.',
      },
    ],
    explanation: [
      {
        text: filled
          ? {
              ko: `첫 빈 곳이 채워졌고, 빈 곳 없이 받은 데이터의 다음 번호는 이제 ${answer.ack}입니다. SACK이 있어도 ack는 이 번호입니다.`,
              en: `The first hole is filled, and the data received without a gap now ends before ${answer.ack}: with SACK, too, that is the ack.`,
            }
          : {
              ko: `빈 곳 없이 받은 데이터의 다음 번호는 ${answer.ack}입니다. SACK이 있어도 ack는 여기에 머무릅니다.`,
              en: `The data received without a gap ends before ${answer.ack}: with SACK, too, the ack stays there.`,
            },
        rfc: 'RFC 2018 §3',
      },
      {
        text: {
          ko: `그 뒤에 보관하고 있는 범위는 번호 순서로 ${blocksText(lowestFirst(ranges, answer.ack))}입니다. 오른쪽 경계는 마지막 바이트의 다음 번호입니다.`,
          en: `Held above that, in the order of numbers: ${blocksText(lowestFirst(ranges, answer.ack))}. A right edge is the number after the last byte.`,
        },
        rfc: 'RFC 2018 §3',
      },
      ...(fewest === 1 && ranges.length === 1 ? [] : [orderStep(last, filled, ranges)]),
      {
        text: {
          ko: `블록은 ${limitWords(timestamps).ko}까지 들어가므로 ${ranges.length > limit ? `가장 오래된 것(${blocksText(ranges.slice(limit))})을 빼고` : '모두 싣고'}, SACK 옵션은 ${blocksText(blocks)}입니다.`,
          en: `At most ${limitWords(timestamps).en}, so ${ranges.length > limit ? `the oldest, ${blocksText(ranges.slice(limit))}, is left out` : 'all of them do'}: the option is ${blocksText(blocks)}.`,
        },
        rfc: 'RFC 2018 §3',
      },
    ],
  };
}

function limitWords(timestamps: boolean) {
  return timestamps
    ? { ko: '(40 - 12 - 2) / 8 = 3개', en: '(40 - 12 - 2) / 8 = 3 blocks fit' }
    : { ko: '(40 - 2) / 8 = 4개', en: '(40 - 2) / 8 = 4 blocks fit' };
}

function orderStep(last: TracedSegment, filled: boolean, ranges: readonly Range[]) {
  const order = blocksText(ranges);
  return {
    text: filled
      ? {
          ko: `방금 도착한 세그먼트(seq=${last.seq})는 ack를 올렸을 뿐 어느 블록에도 들지 않습니다. 남은 범위를 최근에 알린 것부터 적으면 ${order}입니다.`,
          en: `The segment just arrived (seq ${last.seq}) has moved the ack and is in no block. What is left, most recently reported first: ${order}.`,
        }
      : {
          ko: `방금 도착한 세그먼트(seq=${last.seq})가 든 범위가 첫 블록입니다. 나머지는 최근에 알린 것부터여서 순서는 ${order}입니다.`,
          en: `The range that holds the segment just arrived (seq ${last.seq}) comes first, then the others, most recently reported first: ${order}.`,
        },
    rfc: 'RFC 2018 §4',
  };
}
