import type { Grade } from '../events/event.ts';
import type { Weights } from '../memory/fsrs.ts';
import { weightsFrom } from '../memory/weights.ts';
import { type ForecastScore, forecasts, gainOf, type LaterReview, scoreOf } from './forecast.ts';
import type { ReviewsByItem } from './graded-reviews.ts';

/**
 * Fewest reviews on a later day than the one before: only those can be foretold. With simulated learners who forget
 * otherwise than the defaults say, weights fitted to 200 such reviews made the forecasts of later ones worse on average
 * (log loss +0.003), with 400 better (-0.001, and -0.02 for learners far from the defaults), and more with every doubling.
 */
export const ENOUGH_REVIEWS = 400;

/** The share of them, the oldest, that the weights are fitted to; the rest judges. */
const FITTED_SHARE = 0.8;

/**
 * How far ahead of the weights in force fitted ones must be, in standard errors of the difference. Simulated learners
 * who forget as the defaults say kept weights fitted to chance every third time with 0, every tenth with 1; of those who
 * forget otherwise, 40 of a kind at 400, 800 and 1600 reviews, one at most then kept worse weights.
 */
const LEAST_GAIN = 1;

/** The fitter leaves longer histories out. */
const LONGEST_HISTORY = 64;

/** At most this many are fitted to, the newest: some seconds of work, and far more than 21 weights need. */
const MOST_FITTED = 100_000;

/** One grade, and the study days since the one before; 0 for the first. */
export interface TrainingReview {
  readonly grade: Grade;
  readonly days: number;
}

/** What a fitter learns from: an item's history up to a review on a later day, which is the last of the list. */
export type TrainingItem = readonly TrainingReview[];

/** Finds weights for the items, as numbers not yet checked. */
export type Fitter = (items: readonly TrainingItem[]) => Promise<readonly number[]>;

/** The reviews that can be foretold, oldest first, cut in time. */
export interface Split {
  readonly fitted: readonly LaterReview[];
  readonly judged: readonly LaterReview[];
}

/** What came of tuning; nothing is saved yet. */
export type Tuning =
  | { readonly kind: 'too-few'; readonly later: number; readonly missing: number }
  /** The fitter gave no 21 finite numbers. */
  | { readonly kind: 'unusable'; readonly later: number }
  | JudgedTuning;

export interface JudgedTuning {
  readonly kind: 'better' | 'not-better';
  readonly later: number;
  /** How many of them the weights were fitted to; the rest judged. */
  readonly fittedTo: number;
  readonly judged: number;
  /** The share of the judged reviews that was recalled, 0 to 1. */
  readonly recalled: number;
  /** The weights in force, and those fitted. */
  readonly before: Weights;
  readonly after: readonly number[];
  /** How each foretold the judged reviews. */
  readonly scores: { readonly defaults: ForecastScore; readonly before: ForecastScore; readonly after: ForecastScore };
}

/** The reviews on a later day than the one before, oldest first. */
function laterReviews(byItem: ReviewsByItem): LaterReview[] {
  const later: (LaterReview & { readonly at: number })[] = [];
  for (const reviews of byItem.values()) {
    let lastDay: number | null = null;
    for (const [place, { at, day }] of reviews.entries()) {
      if (lastDay !== null && day > lastDay) later.push({ reviews, place, at });
      lastDay = day;
    }
  }
  return later.sort((a, b) => a.at - b.at);
}

/**
 * Cuts the reviews in time: what is judged comes after everything that was fitted to, as in real use the future comes
 * after the past.
 */
export function splitReviews(byItem: ReviewsByItem): Split {
  const later = laterReviews(byItem);
  const cut = Math.floor(later.length * FITTED_SHARE);
  return { fitted: later.slice(0, cut), judged: later.slice(cut) };
}

/** The history up to a review, as the fitter takes it; null when it is too long for it. */
function trainingItem({ reviews, place }: LaterReview): TrainingItem | null {
  if (place >= LONGEST_HISTORY) return null;
  return reviews.slice(0, place + 1).map(({ day, grade }, i) => ({ grade, days: day - (reviews[i - 1]?.day ?? day) }));
}

/** What the fitter gets of these reviews. */
export function trainingItems(fitted: readonly LaterReview[]): TrainingItem[] {
  const items: TrainingItem[] = [];
  for (let i = fitted.length - 1; i >= 0 && items.length < MOST_FITTED; i--) {
    const review = fitted[i];
    const item = review === undefined ? null : trainingItem(review);
    if (item !== null) items.push(item);
  }
  return items.reverse();
}

/**
 * Fits weights to a learner's older reviews and judges them by the newer ones, beside the weights in force (`current`;
 * null: the defaults): fitting can always describe the past, and chance with it. The weights judged are the ones to
 * keep; fitted once more to all reviews they could not be judged, and the next tuning would compare with weights that
 * have already seen what judges.
 */
export async function tune(byItem: ReviewsByItem, current: Weights, fitter: Fitter): Promise<Tuning> {
  const { fitted, judged } = splitReviews(byItem);
  const later = fitted.length + judged.length;
  if (later < ENOUGH_REVIEWS) return { kind: 'too-few', later, missing: ENOUGH_REVIEWS - later };
  const after = weightsFrom(await fitter(trainingItems(fitted)));
  if (after === null) return { kind: 'unusable', later };
  const made = {
    defaults: forecasts(judged, null),
    before: forecasts(judged, current),
    after: forecasts(judged, after),
  };
  return {
    kind: gainOf(made.before, made.after) > LEAST_GAIN ? 'better' : 'not-better',
    later,
    fittedTo: fitted.length,
    judged: judged.length,
    recalled: made.before.filter((forecast) => forecast.recalled).length / judged.length,
    before: current,
    after,
    scores: { defaults: scoreOf(made.defaults), before: scoreOf(made.before), after: scoreOf(made.after) },
  };
}
