import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldEvents as fold, type LearnerState } from '../../../src/learning/account/state.ts';
import type { Catalogue } from '../../../src/learning/catalogue.ts';
import type { Grade, ItemId, LearningEvent } from '../../../src/learning/events/event.ts';
import { dueItems } from '../../../src/learning/schedule/due.ts';
import { dayBeforeExam } from '../../../src/learning/schedule/exam.ts';
import { type ExamWork, examPlan, paceOf } from '../../../src/learning/schedule/exam-plan.ts';
import {
  defaultSchedule,
  memoryOf,
  nextIntervals,
  type ScheduleOptions,
} from '../../../src/learning/schedule/schedule.ts';
import { dateOf, dayOfDate } from '../../../src/learning/study-day.ts';
import { applied, card, DAY, HOUR, MINUTE, NOON, setAside } from '../events.ts';
import { daysAt } from '../study-days.ts';

const studyDays = daysAt(9);
const foldEvents = (events: readonly LearningEvent[]): LearnerState => fold(events, { studyDays, weights: null });
const TODAY = studyDays.dayOf(NOON);
const ITEM: ItemId = 'card:a/1';
const until = (examDay: number): ScheduleOptions => ({ ...defaultSchedule, examDay });

describe('the day an item comes back before an exam', () => {
  const items = fc.nat({ max: 500 }).map((n): ItemId => `card:a/${n}`);

  it('is never the day of the exam or later, but for what was asked in the last week', () => {
    fc.assert(
      fc.property(items, fc.nat({ max: 400 }), fc.integer({ min: 1, max: 4000 }), (item, left, wait) => {
        const examDay = TODAY + left;
        const day = dayBeforeExam(item, TODAY, TODAY + wait, examDay);
        expect(day).toBeGreaterThan(TODAY);
        if (left > 7) expect(day).toBeLessThan(examDay);
        if (wait < left) expect(day).toBe(TODAY + wait);
        if (left > 7 && wait >= left) expect(day).toBeGreaterThanOrEqual(examDay - 7);
      }),
    );
  });

  it('is spread over the last week', () => {
    const days = Array.from({ length: 200 }, (_, n) => dayBeforeExam(`card:a/${n}`, TODAY, TODAY + 900, TODAY + 60));
    const counts = [1, 2, 3, 4, 5, 6, 7].map((back) => days.filter((day) => day === TODAY + 60 - back).length);
    expect(Math.min(...counts)).toBeGreaterThan(10);
  });

  it('is what was promised under the key', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.constantFrom<Grade>(1, 2, 3, 4), fc.nat({ max: 60 * 24 * 15 })), { maxLength: 8 }),
        fc.constantFrom<Grade>(1, 2, 3, 4),
        fc.integer({ min: -2, max: 40 }),
        (steps, next, left) => {
          let at = NOON;
          const events = steps.map(([grade, wait]) => {
            at += wait * MINUTE;
            return card(at, grade, ITEM);
          });
          at += MINUTE;
          const options = until(studyDays.dayOf(at) + left);
          const state = foldEvents(events);
          const promised = nextIntervals(state, ITEM, at, options)[next];
          const { dueAt } = memoryOf(applied(state, card(at, next, ITEM)), ITEM, at, options)!;
          if (promised < DAY) expect(dueAt - at).toBe(promised);
          else expect(studyDays.dayOf(dueAt) - studyDays.dayOf(at)).toBe(promised / DAY);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('has no say once the exam is there', () => {
    const state = foldEvents([card(NOON, 4, ITEM)]);
    const plain = memoryOf(state, ITEM, NOON, defaultSchedule);
    expect(memoryOf(state, ITEM, NOON + 20 * DAY, until(TODAY + 20))).toEqual(plain);
  });
});

describe('the plan until an exam', () => {
  const cards = Array.from({ length: 60 }, (_, at): ItemId => `card:a/${at}`);
  const catalogue: Catalogue = { modules: [{ id: 'a', cards, skills: [] }] };
  const planOf = (state: LearnerState, left: number, more: Partial<ScheduleOptions> = {}): ExamWork => {
    const plan = examPlan(state, NOON, catalogue, { ...until(TODAY + left), ...more });
    if (plan?.kind !== 'ahead') throw new Error('no work');
    return plan;
  };

  it('meets all some days before, and says how many a day that makes', () => {
    const plan = planOf(foldEvents([]), 23);
    expect(plan).toMatchObject({ daysLeft: 23, unmet: 60, items: 60, newPerDay: 3, shortage: null, isHeavy: false });
    expect(plan.perDay).toBeGreaterThanOrEqual(3);
    expect(plan.recall).toBeGreaterThan(0.9);
    // A fifth of four days is none: the new ones have all four.
    expect(planOf(foldEvents([]), 4).newPerDay).toBe(15);
  });

  it('counts what was met today as done', () => {
    const met = foldEvents(cards.slice(0, 3).map((item) => card(NOON - HOUR, 4, item)));
    expect(planOf(met, 23)).toMatchObject({ unmet: 57, newPerDay: 3 });
  });

  it('names the limit that is too low, and by how much', () => {
    expect(planOf(foldEvents([]), 13, { newPerDay: 5 }).shortage).toEqual({ limit: 'newPerDay', needs: 6 });
    const { perDay } = planOf(foldEvents([]), 13);
    expect(planOf(foldEvents([]), 13, { perDay: perDay - 1 }).shortage).toEqual({ limit: 'perDay', needs: perDay });
    expect(planOf(foldEvents([]), 13, { reviewsPerDay: 1 }).shortage).toMatchObject({ limit: 'reviewsPerDay' });
    expect(planOf(foldEvents([]), 13, { perDay }).shortage).toBeNull();
  });

  it('says when it is too much, and leaves out what is suspended', () => {
    const many = Array.from({ length: 200 }, (_, at): ItemId => `card:b/${at}`);
    const all: Catalogue = { modules: [{ id: 'b', cards: many, skills: [] }] };
    expect(examPlan(foldEvents([]), NOON, all, until(TODAY + 2))).toMatchObject({ isHeavy: true });
    expect(planOf(foldEvents([setAside(NOON, cards[0]!, 'suspended')]), 23)).toMatchObject({ unmet: 59, items: 59 });
  });

  it('is one word on the day, then says how long ago it was', () => {
    expect(examPlan(foldEvents([]), NOON, catalogue, until(TODAY))).toEqual({ kind: 'today' });
    expect(examPlan(foldEvents([]), NOON, catalogue, until(TODAY - 2))).toEqual({ kind: 'over', daysAgo: 2 });
    expect(examPlan(foldEvents([]), NOON, catalogue, defaultSchedule)).toBeNull();
  });

  it('comes true for a learner who answers right: all met, no more a day than was said by much', () => {
    const left = 20;
    const plan = planOf(foldEvents([]), left);
    const options = { ...until(TODAY + left), newPerDay: plan.newPerDay, fuzz: false };
    let state = foldEvents([]);
    let most = 0;
    for (let day = 0; day < left; day++) {
      const start = NOON + day * DAY;
      let asked = 0;
      const seen = new Set<ItemId>();
      for (let at = start; at < start + 8 * HOUR; at += 5 * MINUTE) {
        const [next] = dueItems(state, at, catalogue, options);
        if (next === undefined) continue;
        if (!seen.has(next.item)) asked++;
        seen.add(next.item);
        state = applied(state, card(at, 3, next.item));
      }
      most = Math.max(most, asked);
    }
    expect(state.items.size).toBe(60);
    expect(most).toBeGreaterThanOrEqual(plan.perDay);
    expect(most).toBeLessThanOrEqual(2 * plan.perDay + 3);
  });

  it('paces work so that all is done in the end', () => {
    expect(paceOf([])).toBe(0);
    expect(paceOf([9, 0, 0])).toBe(3);
    expect(paceOf([0, 0, 9])).toBe(3);
    expect(paceOf([0, 0, 0, 3, 3, 6])).toBe(4);
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 30 }), { minLength: 1, maxLength: 40 }), (counts) => {
        const pace = paceOf(counts);
        const total = counts.reduce((sum, count) => sum + count, 0);
        expect(pace * counts.length).toBeGreaterThanOrEqual(total);
        // Worked off at that pace, no more is left at the end than the days taken together may spill.
        let left = 0;
        for (const count of counts) left = Math.max(0, left + count - pace);
        expect(left).toBeLessThanOrEqual(2 * pace);
      }),
    );
  });
});

describe('a date', () => {
  it('is the study day that starts on it', () => {
    expect(dayOfDate('1970-01-02')).toBe(1);
    for (const wrong of ['2026-02-30', '2026-13-01', '26-1-1', '', 'tomorrow']) expect(dayOfDate(wrong)).toBeNull();
    fc.assert(fc.property(fc.integer({ min: 0, max: 60_000 }), (day) => dayOfDate(dateOf(day)) === day));
  });
});
