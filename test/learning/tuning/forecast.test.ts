import { default_w, forgetting_curve } from 'ts-fsrs';
import { describe, expect, it } from 'vitest';
import type { Grade } from '../../../src/learning/events/event.ts';
import { forecasts, gainOf, scoreOf } from '../../../src/learning/tuning/forecast.ts';
import type { GradedReview } from '../../../src/learning/tuning/graded-reviews.ts';
import { splitReviews } from '../../../src/learning/tuning/tune.ts';
import { DAY } from '../events.ts';

function history(...graded: (readonly [day: number, grade: Grade])[]): GradedReview[] {
  return graded.map(([day, grade], i) => ({ at: day * DAY + i, day, grade }));
}

const all = (reviews: readonly GradedReview[]) => reviews.map((_, place) => ({ reviews, place })).slice(1);

describe('forecasts', () => {
  it('are the chance of recall ts-fsrs has it, from the grades before only', () => {
    const [first] = forecasts([{ reviews: history([10, 3], [12, 1]), place: 1 }], null);
    expect(first).toMatchObject({ chance: forgetting_curve(default_w, 2, default_w[2]!), recalled: false });
    // A grade after it changes nothing.
    expect(forecasts([{ reviews: history([10, 3], [12, 1], [13, 4]), place: 1 }], null)).toEqual([first]);
    // Published with FSRS-6: an item first graded easy, after eight days.
    const [easy] = forecasts([{ reviews: history([0, 4], [8, 3]), place: 1 }], null);
    expect(easy!.chance).toBe(0.9024733);
  });

  it('are those of the weights given', () => {
    const weights = default_w.map((weight, i) => (i === 2 ? 20 : weight));
    const [made] = forecasts([{ reviews: history([10, 3], [12, 3]), place: 1 }], weights);
    expect(made!.chance).toBe(forgetting_curve(weights, 2, 20));
  });

  it('come in the same order for all weights', () => {
    const one = history([0, 3], [3, 1], [4, 3]);
    const two = history([0, 1], [1, 3], [9, 2]);
    const asked = [...all(two), ...all(one)].reverse();
    const others = default_w.map((weight) => weight * 0.99);
    const outcomes = (weights: readonly number[] | null) =>
      forecasts(asked, weights).map(({ group, recalled }) => [group, recalled]);
    expect(outcomes(others)).toEqual(outcomes(null));
    expect(outcomes(null)).toHaveLength(4);
  });

  it('are never sure', () => {
    const weights = default_w.map((weight, i) => (i === 3 ? 100 : i === 20 ? 0.1 : weight));
    for (const { chance } of forecasts([{ reviews: history([0, 4], [1, 1]), place: 1 }], weights)) {
      expect(chance).toBeLessThan(1);
      expect(chance).toBeGreaterThan(0);
    }
  });
});

describe('the score of forecasts', () => {
  const made = (chance: number, recalled: boolean, group = 'g') => ({ chance, recalled, group });

  it('is the mean log loss, the mean forecast and the distance in groups', () => {
    const score = scoreOf([made(0.9, true), made(0.9, false), made(0.5, true, 'h')]);
    expect(score.logLoss).toBeCloseTo(-(Math.log(0.9) + Math.log(0.1) + Math.log(0.5)) / 3, 12);
    expect(score.expected).toBeCloseTo(2.3 / 3, 12);
    // Two of g: 0.9 foretold, 0.5 came; one of h: 0.5 foretold, 1 came.
    expect(score.rmseBins).toBeCloseTo(Math.sqrt((2 * 0.4 ** 2 + 0.5 ** 2) / 3), 12);
  });

  it('has no distance where as many came as were foretold', () => {
    expect(
      scoreOf([made(0.8, true), made(0.8, true), made(0.8, true), made(0.8, true), made(0.8, false)]).rmseBins,
    ).toBeCloseTo(0, 12);
  });

  it('is zero without forecasts', () => {
    expect(scoreOf([])).toEqual({ logLoss: 0, rmseBins: 0, expected: 0 });
  });

  it('tells likeness by days since, days seen and lapses, in steps that grow', () => {
    const groups = (reviews: readonly GradedReview[]) => forecasts(all(reviews), null).map(({ group }) => group);
    const [near, alike, far] = [history([0, 3], [4, 3]), history([0, 3], [10, 3]), history([0, 3], [14, 3])].map(
      groups,
    );
    expect(alike).toEqual(near);
    expect(far).not.toEqual(near);
    expect(groups(history([0, 1], [4, 3]))).not.toEqual(near);
    expect(groups(history([0, 3], [2, 3], [4, 3], [8, 3]))[2]).not.toEqual(near![0]);
  });

  it('has a gain that counts in its own error', () => {
    const before = Array.from({ length: 50 }, (_, i) => made(0.9, i % 5 > 0));
    const after = Array.from({ length: 50 }, (_, i) => made(0.8, i % 5 > 0));
    expect(gainOf(before, before)).toBe(0);
    expect(gainOf(before, after)).toBeGreaterThan(0);
    expect(gainOf(after, before)).toBeCloseTo(-gainOf(before, after), 12);
    // Sixteen times as many of the same: four times as many errors (with n - 1 in the variance a hair more).
    const many = (list: typeof before) => Array.from({ length: 16 }, () => list).flat();
    expect(gainOf(many(before), many(after)) / gainOf(before, after)).toBeCloseTo(4, 1);
  });
});

describe('the split', () => {
  it('judges by the newest fifth of the reviews on a later day', () => {
    const reviews = new Map([
      ['card:a/1', history([0, 3], [0, 3], [1, 3], [3, 1], [3, 3], [9, 3])],
      ['card:a/2', history([0, 3], [2, 3], [5, 3])],
    ] as const);
    const { fitted, judged } = splitReviews(reviews);
    const days = (part: typeof fitted) => part.map(({ reviews: of, place }) => of[place]!.day);
    expect([days(fitted), days(judged)]).toEqual([[1, 2, 3, 5], [9]]);
  });
});
