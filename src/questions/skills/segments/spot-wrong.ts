import type { Text } from '../../../language.ts';
import type { Random } from '../../../simulator/random.ts';
import type { Trace, TracedSegment } from '../../../trace/trace.ts';
import { exactOn } from '../../captured/exact.ts';
import { ABSOLUTE_NUMBERS, NO_DELAYED_ACK } from '../../conventions.ts';
import { allFields, choiceField, numberField } from '../../fields.ts';
import { misconception } from '../../misconceptions.ts';
import { segmentAt } from '../../moments.ts';
import type { Option } from '../../question.ts';
import { endOf, numbersTaken } from '../../sequence-ends.ts';
import { type Altered, alteredIn, drawAltered, type Slip } from '../../situations/altered.ts';
import type { QuestionDraft, Skill } from '../../skill.ts';
import { questionView, untilSeen } from '../../view.ts';
import { HOST, sum, withParticle } from '../../words.ts';

const ONE_CHANGED: Text = {
  ko: '모든 세그먼트가 순서대로 도착했고, 번호 하나를 바꾼 것 말고는 실제 그대로입니다.',
  en: 'Every segment arrived, in order; but for the one number everything is as it was sent.',
};

const AS_SEEN: Text = {
  ko: '번호 하나를 바꾼 것 말고는 실제 그대로입니다. 각 ack는 그때까지 보인 상대의 세그먼트를 모두 확인합니다.',
  en: "But for the one number everything is as it was; each ack covers all of the peer's segments seen before it.",
};

/** Segments to choose from. */
const OPTIONS = 4;

export const spotWrong: Skill = {
  id: 'segment.spot-wrong',
  title: { ko: '틀린 번호 찾기', en: 'Spot the wrong number' },
  type: 61,
  level: 'hard',
  concepts: ['numbers', 'handshake', 'close'],
  after: ['segment.reply'],
  pose: (random) => {
    const altered = drawAltered(random);
    return altered && draft(random, altered, [ABSOLUTE_NUMBERS, NO_DELAYED_ACK, ONE_CHANGED]);
  },
  poseOn: (captured, random) => {
    const exact = exactOn(captured);
    const altered = exact && alteredIn(random, exact);
    return altered && draft(random, altered, [ABSOLUTE_NUMBERS, AS_SEEN]);
  },
};

function draft(random: Random, altered: Altered, conventions: readonly Text[]): QuestionDraft | null {
  const { trace, slip, right, others } = altered;
  const shown = segmentAt(trace, slip.n);
  const suspects = drawSuspects(random, others);
  if (suspects.length < 2) return null;
  const last = trace.segments.at(-1);
  if (last === undefined) return null;
  const options = optionsOf(random, trace.segments, [slip.n, ...suspects.map(({ n }) => n)]);
  const answer = right[slip.part];
  const fields = allFields([
    choiceField(
      { id: 'segment', label: { ko: '틀린 세그먼트', en: 'wrong segment' }, place: null },
      options,
      idOf(slip.n),
      { required: suspects.map(({ rule, n }) => [rule, idOf(n)]) },
    ),
    numberField({ id: 'value', label: { ko: '올바른 번호', en: 'right number' }, place: null }, answer, {
      required: [
        [slip.rule, slip.value],
        ['M11', slip.part === 'seq' ? right.ack : right.seq],
      ],
    }),
  ]);
  if (fields === null) return null;
  const before = segmentBefore(trace, right, slip.part);
  if (before === null) return null;
  const { correction, rfc } = misconception(slip.rule);
  return {
    prompt: {
      ko: '이 래더에는 seq나 ack 번호 하나가 틀리게 적혀 있습니다. 어느 세그먼트이고, 그 번호는 원래 얼마여야 합니까?',
      en: 'One seq or ack number on this ladder is wrong. In which segment is it, and what should the number be?',
    },
    conventions,
    trace,
    view: questionView(trace, {
      until: untilSeen(trace, last.n),
      asked: [],
      focus: [],
    }),
    fields,
    figures: [],
    hints: [
      {
        ko: 'seq는 그 방향으로 지금까지 쓴 번호의 다음, ack는 반대 방향에서 받은 것의 다음입니다. SYN, FIN, 데이터 바이트만 번호를 차지합니다.',
        en: 'seq follows all numbers used so far in that direction; ack follows all received from the other. Only SYN, FIN and data bytes take numbers.',
      },
      {
        ko: '위에서부터 한 방향씩 따라가며, 각 seq가 바로 앞 세그먼트의 끝에서 이어지는지, 각 ack가 상대의 끝과 같은지 봅니다.',
        en: 'Follow one direction at a time from the top: does each seq continue where the segment before ended, and does each ack equal the end of what came from the other side?',
      },
      {
        ko: '세그먼트의 끝 = seq + 데이터 길이(+ SYN이나 FIN이 있으면 1). 다음 seq와 상대의 ack가 이 값이어야 합니다.',
        en: "End of a segment = seq + data bytes (+ 1 for SYN or FIN). The next seq and the peer's ack have to be that.",
      },
    ],
    explanation: [
      {
        text: {
          ko: `틀린 것은 ${nameOf(shown).ko}의 ${slip.part}입니다. ${withParticle(slip.value, '이라고/라고')} 적혀 있지만 올바른 번호는 ${answer}입니다.`,
          en: `It is the ${slip.part} of ${nameOf(shown).en}: not ${slip.value} but ${answer}.`,
        },
        rfc: 'RFC 9293 §3.4',
      },
      {
        text: {
          ko: `${nameOf(before).ko}의 다음 번호는 ${sum(before.seq, numbersTaken(before))}이고, ${slip.part === 'seq' ? '같은 방향의 다음 seq' : '그것을 받은 쪽의 ack'}가 이 값이어야 합니다.`,
          en: `The number after ${nameOf(before).en} is ${sum(before.seq, numbersTaken(before))}, which is ${slip.part === 'seq' ? 'the next seq in that direction' : "what the other side's ack has to say"}.`,
        },
        rfc: 'RFC 9293 §3.4',
      },
      { text: correction, rfc },
    ],
  };
}

/** Segments in which someone who follows another wrong rule would see a mistake: each rule and segment once. */
function drawSuspects(random: Random, others: readonly Slip[]): readonly Slip[] {
  const chosen: Slip[] = [];
  for (const slip of random.shuffle(others)) {
    if (chosen.some(({ rule, n }) => rule === slip.rule || n === slip.n)) continue;
    chosen.push(slip);
    if (chosen.length === OPTIONS - 1) break;
  }
  return chosen;
}

/** The segments numbered so and, if there are more, others up to the number of options; in the order of the ladder. */
function optionsOf(random: Random, segments: readonly TracedSegment[], wanted: readonly number[]): readonly Option[] {
  const rest = random.shuffle(segments.filter(({ n }) => !wanted.includes(n)));
  const chosen = [...wanted, ...rest.map(({ n }) => n)].slice(0, Math.max(OPTIONS, wanted.length));
  return segments
    .filter(({ n }) => chosen.includes(n))
    .map((segment) => ({ id: idOf(segment.n), text: optionText(segment) }));
}

const idOf = (n: number): string => `s${n}`;

function optionText(segment: TracedSegment): Text {
  const ack = segment.flags.includes('ACK') ? ` ack ${segment.ack}` : '';
  const numbers = `${segment.flags.join(',')} seq ${segment.seq}${ack}`;
  const length = segment.len > 0 ? ` len ${segment.len}` : '';
  return { ko: `${HOST[segment.from].ko}: ${numbers}${length}`, en: `${segment.from}: ${numbers}${length}` };
}

function nameOf({ from, flags, len }: TracedSegment): Text {
  if (len > 0) return { ko: `${HOST[from].ko}의 데이터 세그먼트`, en: `${HOST[from].en}'s data segment` };
  const control = flags.join(',');
  return { ko: `${HOST[from].ko}의 ${control} 세그먼트`, en: `${HOST[from].en}'s ${control} segment` };
}

/** The segment whose end the right number is. */
function segmentBefore({ segments }: Trace, right: TracedSegment, part: 'seq' | 'ack'): TracedSegment | null {
  const { n, from } = right;
  const ends = (s: TracedSegment) => numbersTaken(s) > 0 && endOf(s) === right[part];
  return segments.findLast((s) => s.n < n && (s.from === from) === (part === 'seq') && ends(s)) ?? null;
}
