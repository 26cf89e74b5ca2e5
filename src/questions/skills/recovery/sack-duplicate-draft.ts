import type { TracedSegment } from '../../../trace/trace.ts';
import { allFields, LABELS, numberField, rangesField } from '../../fields.ts';
import {
  ackOfHighest,
  duplicateUpToAck,
  heldRanges,
  inclusiveEdges,
  lowestFirst,
  rangeAround,
} from '../../misconceptions/sack-rules.ts';
import type { MisconceptionId } from '../../misconceptions.ts';
import type { ExplanationStep, Place, Range } from '../../question.ts';
import { endOf } from '../../sequence-ends.ts';
import type { SackFlight } from '../../situations/sack.ts';
import type { QuestionDraft } from '../../skill.ts';
import { questionView, untilSeen } from '../../view.ts';
import { arrivalTable, blocksText } from './sack-figures.ts';

type Wrong = readonly (readonly [MisconceptionId, readonly Range[]])[];

/** How the question is asked; the rest follows from what arrives. */
interface Asked extends Pick<QuestionDraft, 'prompt' | 'conventions'> {
  readonly timestamps: boolean;
  /** Blanks on the ladder, or a table of what arrives and a ladder that ends before. */
  readonly onLadder: boolean;
}

/** The question on the last arrival of a flight, which comes for the second time. */
export function draft(flight: SackFlight, last: TracedSegment, asked: Asked): QuestionDraft | null {
  const { timestamps, onLadder, prompt, conventions } = asked;
  const { trace, arrivals, answer, before } = flight;
  const { ack } = answer;
  const blocks = answer.options.sack ?? [];
  const ranges = heldRanges(arrivals, ack);
  const duplicate: Range = [last.seq, endOf(last)];
  const around = rangeAround(ranges, duplicate);
  const limit = timestamps ? 3 : 4;
  const room = (all: readonly Range[]): readonly Range[] => all.slice(0, limit);
  const others = ranges.filter((range) => range !== around);
  const required: Wrong = [
    ['N204', room(ranges)],
    ['N179', inclusiveEdges(blocks)],
  ];
  const optional: Wrong = [
    ['N205', [...ranges.slice(0, limit - 1), duplicate]],
    ['N178', room(lowestFirst([duplicate, ...ranges], duplicate[0]))],
    around === null
      ? ['N207', room([duplicateUpToAck(duplicate, ack), ...ranges])]
      : ['N206', room([duplicate, ...others])],
    ['N202', [duplicate, ...ranges]],
  ];
  const place = (part: Place['part']): Place | null => (onLadder ? { segment: answer.n, part } : null);
  const fields = allFields([
    numberField({ id: 'ack', label: LABELS.ack, place: place('ack') }, ack, {
      required: [['N41', last.seq]],
      optional: [
        ['N27', endOf(last)],
        ['M44', ackOfHighest(ranges, ack)],
      ],
    }),
    rangesField({ id: 'blocks', label: { ko: 'SACK 블록', en: 'SACK blocks' }, place: place('sack') }, blocks, {
      required,
      optional,
    }),
  ]);
  if (fields === null) return null;
  return {
    prompt,
    conventions,
    trace,
    view: questionView(
      trace,
      onLadder
        ? {
            until: untilSeen(trace, answer.n),
            asked: [
              { segment: answer.n, part: 'ack' },
              { segment: answer.n, part: 'sack' },
            ],
            alsoHidden: acksBefore(flight).map(({ n }): Place => ({ segment: n, part: 'sack' })),
            secret: [ack],
            marks: false,
            focus: [last.n, answer.n],
          }
        : { until: before, asked: [], marks: false, focus: [] },
    ),
    fields,
    figures: onLadder ? [] : [arrivalTable(arrivals)],
    hints: [
      {
        ko: '이미 받은 데이터가 또 오면 ACK의 첫 블록에 그 범위를 알립니다(D-SACK). ack는 움직이지 않습니다.',
        en: 'When data comes that has been received before, the first block of the ACK reports its range (D-SACK); the ack does not move.',
      },
      {
        ko: '두 번째로 도착한 범위가 ack보다 아래인지, 빈 곳 뒤에 보관하고 있는 범위 안인지 봅니다.',
        en: 'See whether the range received twice lies below the ack, or inside a range held above a hole.',
      },
      {
        ko: '첫 블록은 중복된 범위입니다. 그것이 보관 중인 범위 안이면 둘째 블록은 그 범위 전체이고, 그다음에 나머지를 최근에 알린 것부터 들어가는 만큼 적습니다.',
        en: 'First the duplicate; then, if it lies inside a range held, that whole range; then the other ranges, most recently reported first, as many as fit.',
      },
    ],
    explanation: [
      {
        text: {
          ko: `마지막으로 도착한 데이터(${blocksText([duplicate])})는 이미 받은 것입니다. 빈 곳 없이 받은 데이터의 다음 번호는 그대로 ${ack}이고, 이것이 ack입니다.`,
          en: `What came last, ${blocksText([duplicate])}, had been received before. The data received without a gap still ends before ${ack}: that is the ack.`,
        },
        rfc: 'RFC 9293 §3.4',
      },
      firstBlock(duplicate, around, ack),
      othersStep(ranges, around, limit, blocks),
    ],
  };
}

/** ACKs with SACK blocks that the receiver has sent since the flight began. */
function acksBefore({ trace, data, answer }: SackFlight): readonly TracedSegment[] {
  const began = data[0]?.n ?? 0;
  return trace.segments.filter(
    (s) => s.from === answer.from && s.n > began && s.n < answer.n && s.options.sack !== undefined,
  );
}

function firstBlock(duplicate: Range, around: Range | null, ack: number): ExplanationStep {
  const first = blocksText([duplicate]);
  return around === null
    ? {
        text: {
          ko: `첫 블록은 두 번 받은 범위 ${first}입니다. ack(${ack})보다 아래에 있으므로 보내는 쪽은 이것이 D-SACK임을 압니다.`,
          en: `The first block is the range received twice, ${first}. It lies below the ack (${ack}), so the sender knows it for a D-SACK.`,
        },
        rfc: 'RFC 2883 §4',
      }
    : {
        text: {
          ko: `첫 블록은 두 번 받은 범위 ${first}이고, 둘째 블록은 그것이 들어 있는 범위 ${blocksText([around])} 전체입니다. 첫 블록이 둘째 블록 안에 있으므로 보내는 쪽은 이것이 D-SACK임을 압니다.`,
          en: `The first block is the range received twice, ${first}, the second the whole range it lies in, ${blocksText([around])}. Since the first lies inside the second, the sender knows it for a D-SACK.`,
        },
        rfc: 'RFC 2883 §4',
      };
}

function othersStep(
  ranges: readonly Range[],
  around: Range | null,
  limit: number,
  blocks: readonly Range[],
): ExplanationStep {
  const rest = ranges.filter((range) => range !== around);
  const cut = ranges.length + 1 > limit;
  const option = blocksText(blocks);
  if (rest.length === 0) {
    return {
      text: {
        ko: `그 밖에 빈 곳 뒤에 보관하고 있는 범위는 없습니다. SACK 옵션은 ${option}입니다.`,
        en: `Nothing else is held above a hole: the option is ${option}.`,
      },
      rfc: 'RFC 2018 §4',
    };
  }
  return {
    text: {
      ko: `나머지 범위는 최근에 알린 것부터 ${blocksText(rest)}입니다. ${cut ? `블록은 ${limit}개까지 들어가므로 넘치는 것은 빼고, ` : ''}SACK 옵션은 ${option}입니다.`,
      en: `The other ranges, most recently reported first: ${blocksText(rest)}. ${cut ? `Only ${limit} blocks fit, and` : 'So'} the option is ${option}.`,
    },
    rfc: 'RFC 2018 §4',
  };
}
