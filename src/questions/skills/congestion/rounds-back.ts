import type { Random } from '../../../simulator/random.ts';
import { allFields, numberField } from '../../fields.ts';
import {
  ALWAYS_DOUBLES,
  EXAM_MODEL,
  HALVES_SSTHRESH,
  KEEPS_SSTHRESH,
  LINEAR_START,
  OVERSHOOTS,
  type Round,
  type RoundModel,
  type RoundPlan,
  roundsBy,
  TIMEOUT_TO_SSTHRESH,
  TRIPLE_TO_ONE,
} from '../../misconceptions/congestion-rounds.ts';
import type { MisconceptionId } from '../../misconceptions.ts';
import { type AskedRounds, courseSteps } from './rounds-course.ts';

/** More rounds than any course here needs to be back. */
const ENOUGH = 60;

/** Asks the ssthresh that the last loss leaves, and the round in which cwnd is back at a size. */
export function backAtWindow(random: Random, plan: RoundPlan): AskedRounds | null {
  const loss = plan.losses.at(-1);
  if (loss === undefined) return null;
  const course = (model: RoundModel): readonly Round[] => roundsBy(model, plan, ENOUGH);
  const ssthresh = (model: RoundModel): number => course(model)[loss.round]?.ssthresh ?? 0;
  const right = course(EXAM_MODEL);
  const target = random.int(ssthresh(EXAM_MODEL) + 1, ssthresh(EXAM_MODEL) + 7);
  const back = (model: RoundModel): number =>
    course(model).findIndex(({ cwnd }, index) => index >= loss.round && cwnd >= target) + 1;
  const round = back(EXAM_MODEL);
  const [own, ownModel] =
    loss.kind === 'timeout' ? (['M33', TIMEOUT_TO_SSTHRESH] as const) : (['M35', TRIPLE_TO_ONE] as const);
  const optional = (by: (model: RoundModel) => number): readonly (readonly [MisconceptionId, number])[] => [
    ['M31', by(LINEAR_START)],
    ['N153', by(OVERSHOOTS)],
    ['N154', by(KEEPS_SSTHRESH)],
    ['N155', by(HALVES_SSTHRESH)],
  ];
  const fields = allFields([
    numberField(
      {
        id: 'ssthresh',
        label: {
          ko: `${loss.round}라운드의 손실 뒤 ssthresh (세그먼트)`,
          en: `ssthresh after the loss of round ${loss.round} (segments)`,
        },
        place: null,
      },
      ssthresh(EXAM_MODEL),
      { required: [['M32', ssthresh(ALWAYS_DOUBLES)]], optional: optional(ssthresh) },
      'amount',
    ),
    numberField(
      {
        id: 'round',
        label: {
          ko: `그 뒤 처음으로 cwnd ≥ ${target}인 라운드`,
          en: `first round after it with cwnd >= ${target}`,
        },
        place: null,
      },
      round,
      { required: [[own, back(ownModel)]], optional: [['M32', back(ALWAYS_DOUBLES)], ...optional(back)] },
      'amount',
    ),
  ]);
  const reached = right[round - 1]?.cwnd;
  if (fields === null || reached === undefined) return null;
  return {
    prompt: {
      ko: `${loss.round}라운드의 손실로 ssthresh는 얼마가 되며, 그 손실 뒤에 cwnd가 처음으로 ${target} 이상인 것은 몇 라운드입니까?`,
      en: `What does ssthresh become with the loss of round ${loss.round}, and in which round after it is cwnd ${target} or more for the first time?`,
    },
    fields,
    explanation: [
      ...courseSteps(plan, round),
      {
        text: {
          ko: `그 손실 뒤에 cwnd가 처음으로 ${target} 이상인 것은 ${round}라운드(cwnd = ${reached})입니다.`,
          en: `After that loss the first round with cwnd at ${target} or more is round ${round} (cwnd = ${reached}).`,
        },
        rfc: 'RFC 5681 §3.1',
      },
    ],
  };
}
