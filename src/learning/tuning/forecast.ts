import { memoryModel, type Trail, type Weights } from '../memory/fsrs.ts';
import type { GradedReview } from './graded-reviews.ts';

/** A review that can be foretold: the `place`-th of its item, from 0, on a later day than the one before it. */
export interface LaterReview {
  readonly reviews: readonly GradedReview[];
  readonly place: number;
}

/** What weights foretold of one review, and what came of it. */
export interface Forecast {
  /** The chance of recall, between 0 and 1. */
  readonly chance: number;
  readonly recalled: boolean;
  /** Reviews of a like kind have the same. */
  readonly group: string;
}

/** How well weights foretold a number of reviews. */
export interface ForecastScore {
  /** Mean log loss: 0 is foreseeing everything, 0.693 is tossing a coin. */
  readonly logLoss: number;
  /** How far forecast and outcome are apart in groups of like reviews, 0 to 1. */
  readonly rmseBins: number;
  /** The mean chance of recall that was foretold, 0 to 1. */
  readonly expected: number;
}

/** Half a step of the eight digits ts-fsrs rounds to: a forecast of exactly 0 or 1 would make a wrong one infinite. */
const SURE = 5e-9;

function step(value: number, base: number): number {
  return value === 0 ? 0 : 1 + Math.floor(Math.log(value) / Math.log(base));
}

/**
 * The group by days since the last review, days on which it was seen, and how often it was forgotten, in steps that
 * grow: those of the open-spaced-repetition benchmark, so that the figure can be compared with published ones.
 */
function groupOf(daysSince: number, daysSeen: number, lapses: number): string {
  return `${step(daysSince, 3.62)} ${step(daysSeen, 1.89)} ${step(lapses, 1.73)}`;
}

/**
 * What these weights foretell of the reviews, each from all that its item was graded before it. The same reviews come
 * out in the same order whatever the weights, though not in the order they were given.
 */
export function forecasts(asked: readonly LaterReview[], weights: Weights): Forecast[] {
  const model = memoryModel(weights);
  const placesOf = new Map<readonly GradedReview[], Set<number>>();
  for (const { reviews, place } of asked) {
    const places = placesOf.get(reviews);
    if (places === undefined) placesOf.set(reviews, new Set([place]));
    else places.add(place);
  }
  const made: Forecast[] = [];
  for (const [reviews, places] of placesOf) {
    let trail: Trail | null = null;
    let daysSeen = 1;
    let lapses = 0;
    for (const [place, { at, day, grade }] of reviews.entries()) {
      const gap: number = trail === null ? 0 : day - trail.lastDay;
      if (gap > 0) daysSeen++;
      if (trail !== null && places.has(place)) {
        const chance = Math.min(1 - SURE, Math.max(SURE, model.recall(gap, trail.stability)));
        made.push({ chance, recalled: grade > 1, group: groupOf(gap, daysSeen, lapses) });
      }
      if (grade === 1 && (trail === null || gap > 0)) lapses++;
      trail = model.after(trail, grade, at, day);
    }
  }
  return made;
}

function logLoss({ chance, recalled }: Forecast): number {
  return -Math.log(recalled ? chance : 1 - chance);
}

function mean(values: readonly number[]): number {
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** The figures of forecasts; all 0 when there are none. */
export function scoreOf(made: readonly Forecast[]): ForecastScore {
  const groups = new Map<string, { count: number; surplus: number }>();
  for (const { chance, recalled, group } of made) {
    const { count, surplus } = groups.get(group) ?? { count: 0, surplus: 0 };
    groups.set(group, { count: count + 1, surplus: surplus + (recalled ? 1 : 0) - chance });
  }
  const squares = [...groups.values()].map(({ count, surplus }) => surplus ** 2 / count);
  return {
    logLoss: mean(made.map(logLoss)),
    rmseBins: made.length === 0 ? 0 : Math.sqrt((mean(squares) * squares.length) / made.length),
    expected: mean(made.map(({ chance }) => chance)),
  };
}

/**
 * By how much the log loss of `after` is lower than that of `before`, forecasts of the same reviews in the same order,
 * in standard errors of the difference: above 1 it is hardly chance. 0 when they do not differ.
 */
export function gainOf(before: readonly Forecast[], after: readonly Forecast[]): number {
  const gains = before.flatMap((forecast, i) => {
    const other = after[i];
    return other === undefined ? [] : [logLoss(forecast) - logLoss(other)];
  });
  const gain = mean(gains);
  const variance = gains.reduce((sum, value) => sum + (value - gain) ** 2, 0) / Math.max(1, gains.length - 1);
  const error = Math.sqrt(variance / Math.max(1, gains.length));
  return error === 0 ? 0 : gain / error;
}
