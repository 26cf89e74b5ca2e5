import { default_w } from 'ts-fsrs';
import { describe, expect, it } from 'vitest';
import { DAY_MS, type StudyDays } from '../../../src/learning/study-day.ts';
import { reviewsOf } from '../../../src/learning/tuning/graded-reviews.ts';
import { ENOUGH_REVIEWS, type Fitter, splitReviews, trainingItems, tune } from '../../../src/learning/tuning/tune.ts';
import { card, DAY, NOON } from '../events.ts';
import { simulatedLearner } from '../simulated-learner.ts';

const utc: StudyDays = { dayOf: (at) => Math.floor(at / DAY_MS), startOf: (day) => day * DAY_MS };
const LATER = Date.UTC(2100, 0, 1);

/** Someone who forgets much more slowly than the defaults have it. */
const SLOW = default_w.map((weight, i) => (i < 4 ? weight * 4 : i === 8 ? 2.6 : weight));

const slow = reviewsOf(simulatedLearner(SLOW, 1500, 1), utc, LATER);
const usual = reviewsOf(simulatedLearner(null, 1500, 1), utc, LATER);
const gives =
  (weights: readonly number[]): Fitter =>
  () =>
    Promise.resolve(weights);

describe('tuning', () => {
  it('takes weights that foresee better, and says by how much', async () => {
    const tuning = await tune(slow, null, gives(SLOW));
    if (tuning.kind !== 'better') throw new Error(tuning.kind);
    expect(tuning.after).toEqual(SLOW);
    expect(tuning.before).toBeNull();
    expect(tuning.fittedTo + tuning.judged).toBe(tuning.later);
    expect(tuning.fittedTo / tuning.later).toBeCloseTo(0.8, 2);
    const { defaults, before, after } = tuning.scores;
    expect(before).toEqual(defaults);
    expect(after.logLoss).toBeLessThan(before.logLoss);
    // Truth foretells what came.
    expect(Math.abs(after.expected - tuning.recalled)).toBeLessThan(0.03);
    expect(before.expected).toBeLessThan(tuning.recalled - 0.02);
  });

  it('leaves the weights in force when fitted ones foresee worse, or are the same', async () => {
    expect((await tune(usual, null, gives(SLOW))).kind).toBe('not-better');
    expect((await tune(slow, SLOW, gives(default_w))).kind).toBe('not-better');
    expect((await tune(slow, SLOW, gives(SLOW))).kind).toBe('not-better');
    expect((await tune(usual, null, gives(default_w))).kind).toBe('not-better');
  });

  it('compares with the weights in force, not with the defaults', async () => {
    const tuning = await tune(usual, SLOW, gives(default_w));
    if (tuning.kind !== 'better') throw new Error(tuning.kind);
    expect(tuning.before).toEqual(SLOW);
    expect(tuning.scores.after).toEqual(tuning.scores.defaults);
  });

  it('does not load the fitter when there are too few reviews', async () => {
    const never: Fitter = () => Promise.reject(new Error('was asked'));
    const few = reviewsOf(simulatedLearner(null, ENOUGH_REVIEWS - 40, 2), utc, LATER);
    const tuning = await tune(few, null, never);
    if (tuning.kind !== 'too-few') throw new Error(tuning.kind);
    expect(tuning.later + tuning.missing).toBe(ENOUGH_REVIEWS);
    expect(await tune(new Map(), null, never)).toEqual({ kind: 'too-few', later: 0, missing: ENOUGH_REVIEWS });
    // Answers on one and the same day are no reviews to foretell.
    const oneDay = Array.from({ length: 1000 }, (_, i) => card(NOON + i, 3));
    expect((await tune(reviewsOf(oneDay, utc, LATER), null, never)).kind).toBe('too-few');
  });

  it('says when a fitter gives no weights, and keeps what it gives within the ranges', async () => {
    expect((await tune(slow, null, gives([1, 2, 3]))).kind).toBe('unusable');
    expect((await tune(slow, null, gives(SLOW.map(() => Number.NaN)))).kind).toBe('unusable');
    const tuning = await tune(slow, null, gives(SLOW.map((weight, i) => (i === 3 ? 1000 : weight))));
    expect('after' in tuning && tuning.after[3]).toBe(100);
  });

  it('hides what judges from the fitter', async () => {
    const { judged } = splitReviews(slow);
    const firstJudged = Math.min(...judged.map(({ reviews, place }) => reviews[place]!.at));
    const known = reviewsOf(
      simulatedLearner(SLOW, 1500, 1).filter(({ at }) => at < firstJudged),
      utc,
      LATER,
    );
    let given: unknown = null;
    await tune(slow, null, (items) => {
      given = items;
      return Promise.resolve(SLOW);
    });
    const { fitted, judged: rest } = splitReviews(known);
    expect(given).toEqual(trainingItems([...fitted, ...rest]));
  });
});

describe('what the fitter gets', () => {
  it('is each history up to a review on a later day, with the days between', () => {
    const events = [
      card(NOON, 3),
      card(NOON + 1, 1),
      card(NOON + 2 * DAY, 4),
      card(NOON + 2 * DAY + 1, 3),
      card(NOON + 9 * DAY, 2),
    ];
    const { fitted, judged } = splitReviews(reviewsOf(events, utc, LATER));
    expect(trainingItems([...fitted, ...judged])).toEqual([
      [
        { grade: 3, days: 0 },
        { grade: 1, days: 0 },
        { grade: 4, days: 2 },
      ],
      [
        { grade: 3, days: 0 },
        { grade: 1, days: 0 },
        { grade: 4, days: 2 },
        { grade: 3, days: 0 },
        { grade: 2, days: 7 },
      ],
    ]);
  });

  it('leaves very long histories out', () => {
    const events = Array.from({ length: 100 }, (_, i) => card(NOON + i * DAY, 3));
    const { fitted, judged } = splitReviews(reviewsOf(events, utc, LATER));
    expect(trainingItems([...fitted, ...judged]).map(({ length }) => length)).toEqual(
      Array.from({ length: 63 }, (_, i) => i + 2),
    );
  });
});
