import type { Random } from '../../../simulator/random.ts';
import { allFields, numbersField } from '../../fields.ts';
import {
  ALWAYS_DOUBLES,
  EXAM_MODEL,
  HALVES_SSTHRESH,
  KEEPS_SSTHRESH,
  LINEAR_START,
  type LossKind,
  OVERSHOOTS,
  oneRoundEarly,
  type Round,
  type RoundPlan,
  roundsBy,
  TIMEOUT_TO_SSTHRESH,
  TRIPLE_TO_ONE,
} from '../../misconceptions/congestion-rounds.ts';
import type { MisconceptionId } from '../../misconceptions.ts';
import { type AskedRounds, courseSteps } from './rounds-course.ts';

/** Asks cwnd at four rounds: one before the first loss or in its round, the others after it. */
export function windowsOfRounds(random: Random, plan: RoundPlan): AskedRounds | null {
  const [first] = plan.losses;
  const last = plan.losses.at(-1);
  if (first === undefined || last === undefined) return null;
  const end = last.round + random.int(4, 7);
  const later = random
    .shuffle(Array.from({ length: end - first.round - 1 }, (_, i) => first.round + 1 + i))
    .slice(0, 2);
  const at = [random.int(first.round - 1, first.round), ...later, end].sort((a, b) => a - b);
  const windows = (course: readonly Round[]): readonly number[] => at.map((round) => course[round - 1]?.cwnd ?? 0);
  const course = (model: typeof EXAM_MODEL): readonly number[] => windows(roundsBy(model, plan, end));
  const has = (kind: LossKind): boolean => plan.losses.some((loss) => loss.kind === kind);
  const required: (readonly [MisconceptionId, readonly number[]])[] = [
    ['M31', course(LINEAR_START)],
    ['M32', course(ALWAYS_DOUBLES)],
  ];
  if (has('timeout')) required.push(['M33', course(TIMEOUT_TO_SSTHRESH)]);
  if (has('triple')) required.push(['M35', course(TRIPLE_TO_ONE)]);
  const fields = allFields([
    numbersField(
      {
        id: 'cwnd',
        label: { ko: `${at.join(', ')}라운드의 cwnd (세그먼트)`, en: `cwnd in rounds ${at.join(', ')} (segments)` },
        place: null,
      },
      course(EXAM_MODEL),
      {
        required,
        optional: [
          ['N153', course(OVERSHOOTS)],
          ['N154', course(KEEPS_SSTHRESH)],
          ['N155', course(HALVES_SSTHRESH)],
          ['N156', windows(oneRoundEarly(plan, end))],
        ],
      },
      'amount',
    ),
  ]);
  return (
    fields && {
      prompt: {
        ko: `${at.join(', ')}라운드의 cwnd는 각각 몇 세그먼트입니까?`,
        en: `How many segments is cwnd in rounds ${at.join(', ')}?`,
      },
      fields,
      explanation: courseSteps(plan, end),
    }
  );
}
