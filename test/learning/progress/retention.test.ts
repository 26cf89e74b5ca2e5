import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BINS } from '../../../src/learning/account/account.ts';
import { foldEvents, type LearnerState } from '../../../src/learning/account/state.ts';
import type { ItemId, LearningEvent } from '../../../src/learning/events/event.ts';
import { calibrationOf } from '../../../src/learning/progress/calibration.ts';
import { retentionFrom, retentionOf } from '../../../src/learning/progress/retention.ts';
import { answer, card, DAY, HOUR, histories, MINUTE, NOON, undo } from '../events.ts';
import { simulateLearner } from '../forgetting-learner.ts';
import { utc } from '../utc-days.ts';

const itemsOf = (length: number) =>
  Array.from({ length }, (_, at): ItemId => (at % 2 === 0 ? `card:m/${at}` : `skill:s.${at}`));
const learner = { items: itemsOf(40), days: 150, seed: 7, restShare: 0.2, practiceShare: 0.05 };

const all = (state: LearnerState, now: number) => retentionOf(state, now).find(({ days }) => days === 'all')!;

describe('true retention beside the forecast', () => {
  const faithful = simulateLearner({ ...learner, items: itemsOf(120), days: 220, recall: (forecast) => forecast }, utc);

  it('agrees with the forecast for a learner who forgets as FSRS says, in all, young, mature and in every band', () => {
    const { all: total, young, mature } = all(faithful.state, faithful.now);
    expect(total.reviews).toBeGreaterThan(600);
    expect(mature.reviews).toBeGreaterThan(100);
    for (const one of [total, young, mature]) {
      expect(one.verdict).toBe('as-forecast');
      expect(Math.abs(one.retention! - one.forecast!)).toBeLessThan(0.03);
    }
    const { bands, reviews, rmse, logLoss } = calibrationOf(faithful.state);
    expect(reviews).toBe(total.reviews);
    const wide = bands.filter((band) => band.reviews >= 20);
    expect(wide.length).toBeGreaterThan(4);
    for (const { from, to, forecast, retention, reviews: count } of wide) {
      expect(forecast!).toBeGreaterThanOrEqual(from);
      expect(forecast!).toBeLessThanOrEqual(to);
      // Within four standard deviations.
      const deviation = Math.sqrt((forecast! * (1 - forecast!)) / count);
      expect(Math.abs(retention! - forecast!)).toBeLessThan(4 * deviation);
    }
    expect(rmse!).toBeLessThan(0.05);
    // Of forecasts this certain the loss is near their entropy.
    expect(logLoss!).toBeGreaterThan(0.2);
    expect(logLoss!).toBeLessThan(0.5);
  });

  it('tells a learner who forgets more than forecast, or less', () => {
    const worse = simulateLearner({ ...learner, recall: (forecast) => forecast * 0.85 }, utc);
    expect(all(worse.state, worse.now).all.verdict).toBe('worse');
    expect(calibrationOf(worse.state).rmse!).toBeGreaterThan(0.08);
    expect(calibrationOf(worse.state).logLoss!).toBeGreaterThan(calibrationOf(faithful.state).logLoss!);
    const better = simulateLearner({ ...learner, recall: (forecast) => forecast ** 0.4 }, utc);
    expect(all(better.state, better.now).all.verdict).toBe('better');
  });

  it('is not spoilt by practice before an item is due, of which only wrong answers reach the schedule', () => {
    const keen = simulateLearner({ ...learner, seed: 3, practiceShare: 0.3, recall: (forecast) => forecast }, utc);
    expect(all(keen.state, keen.now).young.verdict).toBe('as-forecast');
  });
});

describe('what counts as a review', () => {
  const learned = (item: 'card' | 'skill'): LearningEvent[] =>
    [0, 11 * MINUTE].map((after) => (item === 'card' ? card(NOON + after, 3) : answer(NOON + after, { grade: 3 })));
  const count = (events: readonly LearningEvent[]) => {
    const { reviews, recalled } = all(foldEvents(events, utc), NOON + 400 * DAY).all;
    return [reviews, recalled];
  };

  it('is the first time a learned item is asked on a later study day', () => {
    expect(count([card(NOON, 3), card(NOON + DAY, 3)])).toEqual([0, 0]);
    expect(count(learned('card'))).toEqual([0, 0]);
    expect(count([...learned('card'), card(NOON + HOUR, 3)])).toEqual([0, 0]);
    const later = [...learned('card'), card(NOON + 2 * DAY, 1)];
    expect(count(later)).toEqual([1, 0]);
    // What was forgotten is asked again the same day.
    expect(count([...later, card(NOON + 2 * DAY + 11 * MINUTE, 3)])).toEqual([1, 0]);
    expect(count([...later, undo(NOON + 3 * DAY, later[2]!.id)])).toEqual([0, 0]);
  });

  it('is a practised skill too, once a day, whether or not its grade reached the schedule', () => {
    const at = NOON + DAY;
    const early = answer(at, { grade: null });
    expect(count([...learned('skill'), early])).toEqual([1, 1]);
    expect(count([...learned('skill'), early, answer(at + 1, { grade: null })])).toEqual([1, 1]);
    expect(count([...learned('skill'), early, answer(at + 1, { grade: 1, correct: false })])).toEqual([1, 1]);
    expect(count([...learned('skill'), early, answer(at + DAY, { grade: 1, correct: false })])).toEqual([2, 1]);
    const flipped = { ...card(at, 3), where: 'practice' as const };
    expect(count([...learned('card'), flipped])).toEqual([0, 0]);
  });

  it('falls into the windows of its study day', () => {
    const day = (n: number) => NOON + n * DAY;
    const state = foldEvents([...learned('card'), ...[2, 9, 40].map((n) => card(day(n), 3))], utc);
    const reviewsAt = (n: number) => retentionOf(state, day(n)).map(({ all: { reviews } }) => reviews);
    expect(reviewsAt(1)).toEqual([0, 0, 0, 0, 0]);
    expect(reviewsAt(9)).toEqual([1, 1, 2, 2, 2]);
    expect(reviewsAt(8)).toEqual([0, 1, 1, 1, 1]);
    expect(reviewsAt(38)).toEqual([0, 0, 1, 2, 2]);
    expect(reviewsAt(92)).toEqual([0, 0, 0, 2, 3]);
  });
});

describe('over random histories', () => {
  it('the sums agree: young and mature make all, bands make all, windows only grow', () => {
    fc.assert(
      fc.property(histories, (events) => {
        const state = foldEvents(events, utc);
        const windows = retentionOf(state, NOON + DAY);
        for (const { all: total, young, mature } of windows) {
          expect(young.reviews + mature.reviews).toBe(total.reviews);
          expect(young.recalled + mature.recalled).toBe(total.recalled);
          expect(total.recalled).toBeLessThanOrEqual(total.reviews);
        }
        const counts = windows.map(({ all: { reviews } }) => reviews);
        expect(counts).toEqual([...counts].sort((a, b) => a - b));
        const { bands, reviews } = calibrationOf(state);
        expect(reviews).toBe(counts.at(-1));
        expect(bands.reduce((sum, band) => sum + band.reviews, 0)).toBe(reviews);
        for (const { from, to } of bands) expect(to - from).toBeCloseTo(1 / BINS);
      }),
      { numRuns: 80 },
    );
  });
});

describe('the verdict', () => {
  it('needs twenty reviews, and a forecast outside the interval to differ', () => {
    expect(retentionFrom({ count: 0, recalled: 0, expected: 0 })).toMatchObject({
      retention: null,
      verdict: 'too-few',
    });
    expect(retentionFrom({ count: 19, recalled: 0, expected: 18 }).verdict).toBe('too-few');
    expect(retentionFrom({ count: 20, recalled: 0, expected: 18 }).verdict).toBe('worse');
    expect(retentionFrom({ count: 100, recalled: 90, expected: 91 }).verdict).toBe('as-forecast');
    expect(retentionFrom({ count: 100, recalled: 100, expected: 90 }).verdict).toBe('better');
    // 90 of 100: 0.797 to 0.954.
    expect(retentionFrom({ count: 100, recalled: 90, expected: 90 }).interval![0]).toBeCloseTo(0.797, 2);
    expect(retentionFrom({ count: 100, recalled: 90, expected: 90 }).interval![1]).toBeCloseTo(0.954, 2);
  });
});
