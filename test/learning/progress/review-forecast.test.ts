import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldEvents } from '../../../src/learning/account/state.ts';
import type { Catalogue } from '../../../src/learning/catalogue.ts';
import type { LearningEvent } from '../../../src/learning/events/event.ts';
import { progressOf } from '../../../src/learning/progress/progress.ts';
import { dueCounts, FORECAST_DAYS, forecastOf } from '../../../src/learning/progress/review-forecast.ts';
import { defaultSchedule } from '../../../src/learning/schedule/schedule.ts';
import { answer, card, DAY, histories, MINUTE, NOON, setAside } from '../events.ts';
import { utc } from '../utc-days.ts';

const plain = { ...defaultSchedule, fuzz: false };
const catalogue: Catalogue = {
  modules: [
    { id: 'a', cards: ['card:a/1', 'card:a/2'], skills: ['skill:ack.in-order'] },
    { id: 'b', cards: ['card:b/1'], skills: ['skill:ack.in-order', 'skill:seq.next'] },
  ],
};
const today = utc.studyDays.dayOf(NOON);
const at = (events: readonly LearningEvent[], options = plain) =>
  forecastOf(foldEvents(events, utc), NOON, catalogue, options);

describe('the forecast of reviews', () => {
  it('puts each item on the day it comes back, and what is overdue on today', () => {
    const { days, overdue, later, exam } = at([
      card(NOON - DAY, 4, 'card:a/1'),
      card(NOON - 20 * DAY, 4, 'card:a/2'),
      answer(NOON - MINUTE),
    ]);
    expect(days).toHaveLength(30);
    // a/1 comes back 8 days after yesterday.
    expect(days.flatMap(({ items }, day) => (items === 0 ? [] : [[day, items]]))).toEqual([
      [0, 2],
      [7, 1],
    ]);
    expect(days[7]?.date).toBe('2026-03-09');
    expect({ overdue, later, exam }).toEqual({ overdue: 1, later: 0, exam: null });
  });

  it('leaves out what is suspended, and lets what is buried rest until tomorrow', () => {
    const learned = [card(NOON - 20 * DAY, 4, 'card:a/1'), card(NOON - 20 * DAY, 4, 'card:a/2')];
    const aside = [setAside(NOON - 2, 'card:a/1', 'suspended'), setAside(NOON - 1, 'card:a/2', 'buried')];
    expect(
      at([...learned, ...aside])
        .days.map(({ items }) => items)
        .slice(0, 3),
    ).toEqual([0, 1, 0]);
    const { modules } = progressOf(foldEvents([...learned, ...aside], utc), NOON, catalogue, plain);
    expect(modules[0]).toMatchObject({ seen: 2, due: 0, suspended: 1 });
  });

  it('brings everything back before an exam', () => {
    const learned = [0, 60, 120, 180].map((day) => card(NOON + (day - 185) * DAY, 4, 'card:a/1'));
    expect(at(learned).later).toBe(1);
    const near = at(learned, { ...plain, examDay: today + 10 });
    expect(near.later).toBe(0);
    expect(near.exam).toBe('2026-03-12');
    expect(near.days.slice(0, 10).reduce((sum, { items }) => sum + items, 0)).toBe(1);
    expect(at(learned, { ...plain, examDay: today - 1 }).exam).toBeNull();
  });

  it('accounts for every item that is not new or suspended, over random histories', () => {
    fc.assert(
      fc.property(histories, fc.nat({ max: 60 }), (events, days) => {
        const state = foldEvents(events, utc);
        const now = NOON + days * DAY;
        const forecast = forecastOf(state, now, catalogue, plain);
        expect(forecast.days).toHaveLength(FORECAST_DAYS);
        const known = new Set(catalogue.modules.flatMap(({ cards, skills }) => [...cards, ...skills]));
        const scheduled = [...state.items].filter(
          ([item, { memory, hold }]) => known.has(item) && memory !== null && hold?.kind !== 'suspended',
        );
        const counted = forecast.days.reduce((sum, { items }) => sum + items, 0) + forecast.later;
        expect(counted).toBe(scheduled.length);
        expect(forecast.overdue).toBeLessThanOrEqual(forecast.days[0]!.items);
        const { nextDays } = dueCounts(state, now, catalogue, plain);
        expect(nextDays).toEqual(forecast.days.slice(0, 7).map(({ items }) => items));
      }),
      { numRuns: 60 },
    );
  });
});
