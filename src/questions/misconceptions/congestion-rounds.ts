/*
 * The model of exams: cwnd in segments, one value for each round trip, with what learners get wrong in it as parameters
 * (RFC 5681 §3.1 and §3.2 simplified).
 */

export type LossKind = 'timeout' | 'triple';

/** A loss that shows at the end of a round. */
export interface RoundLoss {
  readonly round: number;
  readonly kind: LossKind;
}

/** What a course of rounds starts from, and what befalls it. Segments; rounds count from 1. */
export interface RoundPlan {
  readonly cwnd: number;
  readonly ssthresh: number;
  readonly losses: readonly RoundLoss[];
}

/** How cwnd moves; the right way is EXAM_MODEL. */
export interface RoundModel {
  /** Below ssthresh, and from there on. */
  readonly below: 'double' | 'add-one';
  readonly above: 'double' | 'add-one';
  /** Whether doubling stops at ssthresh. */
  readonly capped: boolean;
  /** What a loss makes of ssthresh. */
  readonly halves: 'cwnd' | 'ssthresh' | 'nothing';
  /** cwnd after each kind of loss. */
  readonly after: Readonly<Record<LossKind, 'one' | 'ssthresh'>>;
}

export const EXAM_MODEL: RoundModel = {
  below: 'double',
  above: 'add-one',
  capped: true,
  halves: 'cwnd',
  after: { timeout: 'one', triple: 'ssthresh' },
};
/** M31 */
export const LINEAR_START: RoundModel = { ...EXAM_MODEL, below: 'add-one' };
/** M32 */
export const ALWAYS_DOUBLES: RoundModel = { ...EXAM_MODEL, above: 'double', capped: false };
/** M33 */
export const TIMEOUT_TO_SSTHRESH: RoundModel = { ...EXAM_MODEL, after: { timeout: 'ssthresh', triple: 'ssthresh' } };
/** M35 */
export const TRIPLE_TO_ONE: RoundModel = { ...EXAM_MODEL, after: { timeout: 'one', triple: 'one' } };
/** N153 */
export const OVERSHOOTS: RoundModel = { ...EXAM_MODEL, capped: false };
/** N154 */
export const KEEPS_SSTHRESH: RoundModel = { ...EXAM_MODEL, halves: 'nothing' };
/** N155 */
export const HALVES_SSTHRESH: RoundModel = { ...EXAM_MODEL, halves: 'ssthresh' };

/** One round of a course. */
export interface Round {
  readonly cwnd: number;
  readonly ssthresh: number;
}

/** The course of `count` rounds: the windows that each is sent with. */
export function roundsBy(model: RoundModel, plan: RoundPlan, count: number): readonly Round[] {
  const rounds: Round[] = [];
  let { cwnd, ssthresh } = plan;
  for (let round = 1; round <= count; round++) {
    rounds.push({ cwnd, ssthresh });
    const loss = plan.losses.find((one) => one.round === round);
    if (loss === undefined) {
      cwnd = grown(model, cwnd, ssthresh);
      continue;
    }
    ssthresh = lowered(model, cwnd, ssthresh);
    cwnd = model.after[loss.kind] === 'one' ? 1 : ssthresh;
  }
  return rounds;
}

function grown(model: RoundModel, cwnd: number, ssthresh: number): number {
  const below = cwnd < ssthresh;
  if ((below ? model.below : model.above) === 'add-one') return cwnd + 1;
  return below && model.capped ? Math.min(2 * cwnd, ssthresh) : 2 * cwnd;
}

function lowered(model: RoundModel, cwnd: number, ssthresh: number): number {
  if (model.halves === 'nothing') return ssthresh;
  return Math.max(2, Math.floor((model.halves === 'cwnd' ? cwnd : ssthresh) / 2));
}

/** N156: a loss already tells on the round in which it happens, which then has the window of the next. */
export function oneRoundEarly(plan: RoundPlan, count: number): readonly Round[] {
  const rounds = roundsBy(EXAM_MODEL, plan, count + plan.losses.length);
  return rounds.filter((_, index) => !plan.losses.some((loss) => loss.round === index + 1)).slice(0, count);
}
