import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldEvents } from '../../../src/learning/account/state.ts';
import { REST_EVERY, streakOf } from '../../../src/learning/progress/streak.ts';
import { dateOf } from '../../../src/learning/study-day.ts';
import { answer, DAY, NOON } from '../events.ts';
import { utc } from '../utc-days.ts';

const today = utc.studyDays.dayOf(NOON);

/** The streak of a learner who studied so many days ago. */
const streak = (...daysAgo: readonly number[]) =>
  streakOf(
    foldEvents(
      [...daysAgo].sort((a, b) => b - a).map((days) => answer(NOON - days * DAY)),
      utc,
    ),
    NOON,
  );

/** The days from one to another, both among them. */
const from = (first: number, last: number) => Array.from({ length: last - first + 1 }, (_, at) => first + at);
const used = (daysAgo: number) => ({
  kind: 'used',
  on: dateOf(today - daysAgo),
  again: dateOf(today - daysAgo + REST_EVERY),
});

describe('the streak', () => {
  it('lets a day of rest neither end it nor count', () => {
    expect(streak()).toEqual({ days: 0, restDay: null });
    expect(streak(0)).toEqual({ days: 1, restDay: { kind: 'available' } });
    expect(streak(0, 2, 3)).toEqual({ days: 3, restDay: used(1) });
    expect(streak(0, 1, 2, 5)).toEqual({ days: 3, restDay: { kind: 'available' } });
    // Two days of rest a week apart, and six days apart.
    expect(streak(...from(0, 2), ...from(4, 9), 11).days).toBe(10);
    expect(streak(...from(0, 2), ...from(4, 8), 10).days).toBe(8);
  });

  it('waits for today', () => {
    expect(streak(1, 2)).toEqual({ days: 2, restDay: { kind: 'available' } });
    expect(streak(2, 3)).toEqual({ days: 2, restDay: used(1) });
    expect(streak(3, 4)).toEqual({ days: 0, restDay: null });
  });

  it('says when a day may be left out again', () => {
    // Rested 6 days ago: today may not be left out, but once it is studied tomorrow may.
    expect(streak(...from(1, 5), 7, 8).restDay).toEqual(used(6));
    expect(streak(...from(0, 5), 7, 8).restDay).toEqual({ kind: 'available' });
  });

  const histories = fc.uniqueArray(fc.nat({ max: 40 }), { maxLength: 40 });

  it('is the longest row up to today with no more than one day off in any seven', () => {
    fc.assert(
      fc.property(histories, (daysAgo) => {
        const studied = new Set(daysAgo);
        let longest = 0;
        for (const first of studied) {
          const off = from(1, first).filter((day) => !studied.has(day));
          const isRow = off.every((day) => off.filter((other) => Math.abs(other - day) < 7).length === 1);
          if (isRow) longest = Math.max(longest, from(0, first).filter((day) => studied.has(day)).length);
        }
        expect(streak(...daysAgo).days).toBe(longest);
      }),
      { numRuns: 300 },
    );
  });

  it('never gets shorter by studying on one more day, and keeps the promise of a day of rest', () => {
    fc.assert(
      fc.property(histories, fc.nat({ max: 40 }), (daysAgo, more) => {
        const before = streak(...daysAgo);
        expect(streak(...new Set([...daysAgo, more])).days).toBeGreaterThanOrEqual(before.days);
        // Leave out the next day: the streak goes on exactly if that was promised.
        const rested = daysAgo.map((day) => day + (daysAgo.includes(0) ? 2 : 1));
        const after = streak(0, ...rested).days;
        expect(after === before.days + 1).toBe(before.restDay?.kind !== 'used');
      }),
      { numRuns: 300 },
    );
  });
});
