import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldEvents } from '../../../src/learning/account/state.ts';
import { chanceOfAtMost, wilson } from '../../../src/learning/progress/proportion.ts';
import { trendOf, wrongRulesOf } from '../../../src/learning/progress/wrong-rules.ts';
import { answer, DAY, NOON } from '../events.ts';
import { utc } from '../utc-days.ts';

describe('the trend of a wrong rule', () => {
  it('is told by its rate per question, not by its count', () => {
    expect(trendOf(0, 10, { recent: 100, before: 200 })).toBe('fading');
    // As often, but ten times as many questions were asked before.
    expect(trendOf(10, 10, { recent: 10, before: 100 })).toBe('growing');
    expect(trendOf(5, 10, { recent: 100, before: 200 })).toBe('steady');
    expect(trendOf(5, 5, { recent: 300, before: 100 })).toBe('fading');
  });

  it('is not told when nothing would surprise', () => {
    expect(trendOf(0, 3, { recent: 100, before: 200 })).toBe('too-few');
    expect(trendOf(1, 2, { recent: 100, before: 200 })).toBe('too-few');
    expect(trendOf(0, 9, { recent: 0, before: 200 })).toBe('too-few');
    expect(trendOf(9, 0, { recent: 100, before: 0 })).toBe('too-few');
    expect(trendOf(3, 0, { recent: 100, before: 200 })).toBe('growing');
    // Nearly all questions were asked lately: so were the wrong answers.
    expect(trendOf(4, 0, { recent: 29, before: 1 })).toBe('too-few');
  });

  it('compares the last 30 study days with the 60 before them', () => {
    const days = Array.from({ length: 95 }, (_, at) => at);
    const events = days.flatMap((ago) => [
      answer(NOON - ago * DAY),
      answer(NOON - ago * DAY + 1, ago < 30 ? {} : { correct: false, grade: 1, rules: ['M01'] }),
    ]);
    const [rule] = wrongRulesOf(foldEvents(events.reverse(), utc), NOON);
    expect(rule).toMatchObject({ count: 60, recent: 0, before: 60, recentRate: 0, beforeRate: 0.5, trend: 'fading' });
  });
});

describe('shares', () => {
  it('chanceOfAtMost is the binomial distribution', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 12 }), fc.double({ min: 0, max: 1, noNaN: true }), (count, chance) => {
        // By the tree of all outcomes.
        let spread = [1];
        for (let i = 0; i < count; i++) {
          spread = Array.from(
            { length: spread.length + 1 },
            (_, k) => (spread[k] ?? 0) * (1 - chance) + (spread[k - 1] ?? 0) * chance,
          );
        }
        let sum = 0;
        for (let hits = 0; hits <= count; hits++) {
          sum += spread[hits] ?? 0;
          expect(chanceOfAtMost(hits, count, chance)).toBeCloseTo(sum, 9);
        }
        expect(chanceOfAtMost(-1, count, chance)).toBe(0);
      }),
    );
    expect(chanceOfAtMost(50_000, 100_000, 0.5)).toBeCloseTo(0.5, 2);
  });

  it('the interval holds the share and narrows with the count', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 500 }), fc.nat({ max: 500 }), (count, more) => {
        const hits = Math.min(count, more);
        const { low, high } = wilson(hits, count);
        expect(low).toBeGreaterThanOrEqual(0);
        expect(high).toBeLessThanOrEqual(1);
        expect(low).toBeLessThanOrEqual(hits / count);
        expect(high).toBeGreaterThanOrEqual(hits / count - 1e-9);
        const tenfold = wilson(10 * hits, 10 * count);
        expect(tenfold.high - tenfold.low).toBeLessThan(high - low);
      }),
    );
  });
});
