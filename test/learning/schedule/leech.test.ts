import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { emptyState, foldEvents, type LearnerState } from '../../../src/learning/account/state.ts';
import type { Grade, ItemId, LearningEvent } from '../../../src/learning/events/event.ts';
import { leechOf } from '../../../src/learning/schedule/leech.ts';
import { counts, newestCounting } from '../../../src/learning/schedule/take-back.ts';
import { answer, applied, card, DAY, histories, MINUTE, NOON, setAside, undo } from '../events.ts';

const ITEM: ItemId = 'card:a/1';

/** Lapses one after the other: learned, forgotten, learned again; the lapse count told after each. */
function lapses(times: number): { readonly state: LearnerState; readonly told: readonly (number | null)[] } {
  let state = applied(emptyState(), card(NOON, 4, ITEM));
  const told: (number | null)[] = [];
  for (let n = 1; n <= times; n++) {
    const at = NOON + n * 30 * DAY;
    state = applied(state, card(at, 1, ITEM));
    told.push(leechOf(state, ITEM));
    state = applied(state, card(at + 10 * MINUTE, 3, ITEM));
    expect(leechOf(state, ITEM)).toBeNull();
  }
  return { state, told };
}

describe('a leech', () => {
  it('is told at the 8th lapse and at each 4th after it, once', () => {
    const { told } = lapses(17);
    expect(told.flatMap((one) => one ?? [])).toEqual([8, 12, 16]);
    expect(told.indexOf(8)).toBe(7);
  });

  it('is none again when the grade is taken back', () => {
    const { state } = lapses(7);
    const eighth = card(NOON + 400 * DAY, 1, ITEM);
    const forgotten = applied(state, eighth);
    expect(leechOf(forgotten, ITEM)).toBe(8);
    expect(leechOf(applied(forgotten, undo(NOON + 400 * DAY + 1, eighth.id)), ITEM)).toBeNull();
  });

  it('is none for an item never graded, nor for one forgotten while it is being learned', () => {
    expect(leechOf(emptyState(), ITEM)).toBeNull();
    const again = Array.from({ length: 20 }, (_, n) => card(NOON + n * MINUTE, 1, ITEM));
    expect(leechOf(foldEvents(again), ITEM)).toBeNull();
  });
});

describe('what can be taken back after a restart', () => {
  it('is the newest that changed the schedule: grades that counted and items set aside', () => {
    const graded = card(NOON, 3, ITEM);
    const events: LearningEvent[] = [graded, answer(NOON + 1, { grade: null })];
    expect(newestCounting(foldEvents(events))).toEqual(graded);
    events.push({ ...card(NOON + 2, 1, ITEM), where: 'practice' });
    expect(newestCounting(foldEvents(events))).toEqual(graded);
    const aside = setAside(NOON + 3, ITEM, 'suspended');
    expect(newestCounting(foldEvents([...events, aside]))).toEqual(aside);
    expect(newestCounting(foldEvents([...events, aside, undo(NOON + 4, aside.id)]))).toEqual(graded);
    expect(newestCounting(emptyState())).toBeNull();
  });

  it('leaves, taken back one after the other, what would be without it', () => {
    const schedule = ({ items, days, calibration, totals }: LearnerState) => ({ items, days, calibration, totals });
    fc.assert(
      fc.property(histories, fc.constantFrom<Grade>(1, 2, 3, 4), fc.integer({ min: 1, max: 4 }), (events, grade, n) => {
        const before = foldEvents(events);
        const more: LearningEvent[] = Array.from({ length: n }, (_, at) =>
          at % 2 === 0 ? card(NOON + DAY + at, grade, ITEM) : setAside(NOON + DAY + at, ITEM, 'buried'),
        );
        let state = applied(before, ...more);
        for (let step = 0; step < n; step++) {
          const event = newestCounting(state);
          expect(event !== null && counts(event)).toBe(true);
          expect(event?.id).toBe(more[n - 1 - step]?.id);
          state = applied(state, undo(NOON + 2 * DAY + step, event?.id ?? ''));
        }
        expect(schedule(state)).toEqual(schedule(before));
      }),
      { numRuns: 40 },
    );
  });
});
