import { seqLt } from '../../../tcp/sequence.ts';
import type { TracedSegment } from '../../../trace/trace.ts';
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
import type { Range } from '../../question.ts';
import { endOf } from '../../sequence-ends.ts';
import type { QuestionDraft } from '../../skill.ts';
import { blocksText } from './sack-figures.ts';

/** What the question is asked with; the rest follows from what arrives. */
interface Asked extends Pick<QuestionDraft, 'prompt' | 'conventions' | 'trace' | 'view' | 'figures'> {
  readonly arrivals: readonly TracedSegment[];
  readonly answer: TracedSegment;
  readonly timestamps: boolean;
  /** Ranges held at least: in what order one goes is no question. */
  readonly fewest: 1 | 2;
}

export function draft(asked: Asked): QuestionDraft | null {
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
