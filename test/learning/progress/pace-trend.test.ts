import { describe, expect, it } from 'vitest';
import { foldEvents } from '../../../src/learning/account/state.ts';
import { paceTrendOf } from '../../../src/learning/progress/pace-trend.ts';
import { timeSpentOf } from '../../../src/learning/progress/time-spent.ts';
import { answer, card, DAY, interview, MINUTE, NOON } from '../events.ts';
import { utc } from '../utc-days.ts';

/** So many right answers in the week so many weeks ago, NOON being a Monday. */
const week = (ago: number, count: number, tookMs: number) =>
  Array.from({ length: count }, (_, at) => answer(NOON - ago * 7 * DAY + at, { tookMs }));
const trendOf = (...weeks: ReturnType<typeof week>[]) => paceTrendOf(foldEvents(weeks.flat(), utc), NOON + 1000);

describe('the response times', () => {
  it('have a median a week for half a year', () => {
    const { weeks } = trendOf(week(26, 5, 5000), week(25, 3, 9000), week(0, 2, 4000));
    expect(weeks).toHaveLength(26);
    expect(weeks.at(-1)).toMatchObject({ date: '2026-03-02', answers: 2 });
    expect(weeks.at(-1)!.medianMs! / 4000).toBeCloseTo(1, 1);
    expect(weeks[0]).toMatchObject({ date: '2025-09-08', answers: 3 });
    expect(weeks[1]).toEqual({ date: '2025-09-15', answers: 0, medianMs: null });
  });

  it('are compared with four weeks before only when both weeks have twenty right answers', () => {
    expect(trendOf(week(4, 20, 9000), week(0, 20, 6000)).change.kind).toBe('faster');
    expect(trendOf(week(4, 20, 6000), week(0, 20, 9000)).change.kind).toBe('slower');
    expect(trendOf(week(4, 20, 9000), week(0, 20, 9100)).change.kind).toBe('same');
    expect(trendOf(week(4, 19, 9000), week(0, 20, 6000)).change.kind).toBe('too-few');
    expect(trendOf(week(4, 20, 9000), week(0, 19, 6000)).change.kind).toBe('too-few');
    // Early in a week it is the week before that counts.
    expect(trendOf(week(5, 20, 9000), week(1, 20, 6000), week(0, 3, 9000)).change.kind).toBe('faster');
    expect(trendOf(week(6, 20, 9000), week(2, 20, 6000)).change.kind).toBe('too-few');
    expect(trendOf().change.kind).toBe('too-few');
  });
});

describe('the time spent', () => {
  it('is told for today, the week, a day of study, and in all', () => {
    const events = [
      answer(NOON - 40 * DAY, { tookMs: 10 * MINUTE }),
      answer(NOON - 29 * DAY, { tookMs: 2 * MINUTE }),
      answer(NOON - 6 * DAY, { tookMs: 3 * MINUTE }),
      interview(NOON - DAY, { tookMs: 4 * MINUTE }),
      card(NOON, 3),
    ];
    expect(timeSpentOf(foldEvents(events, utc), NOON)).toEqual({
      todayMs: 4000,
      weekMs: 7 * MINUTE + 4000,
      daysStudied: 4,
      perDayMs: (9 * MINUTE + 4000) / 4,
      totalMs: 19 * MINUTE + 4000,
    });
    expect(timeSpentOf(foldEvents([], utc), NOON)).toMatchObject({ todayMs: 0, perDayMs: null });
  });
});
