import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldEvents } from '../../../src/learning/account/state.ts';
import type { LearningEvent } from '../../../src/learning/events/event.ts';
import { DAY_MS, type StudyDays } from '../../../src/learning/study-day.ts';
import { reviewsOf } from '../../../src/learning/tuning/graded-reviews.ts';
import { answer, card, DAY, HOUR, histories, NOON, undo } from '../events.ts';

const utc: StudyDays = { dayOf: (at) => Math.floor(at / DAY_MS), startOf: (day) => day * DAY_MS };
const NOW = NOON + 30 * DAY;
const TODAY = utc.dayOf(NOON);
const of = (events: readonly LearningEvent[]) => Object.fromEntries(reviewsOf(events, utc, NOW));

describe('graded reviews', () => {
  it('are by item and in order of time, without what was taken back, only practised, or given for the future', () => {
    const slip = card(NOON + 2 * DAY, 1, 'card:a/1');
    const events = [
      card(NOON + DAY, 3, 'card:a/1'),
      slip,
      undo(NOON + 2 * DAY + 1, slip.id),
      card(NOON, 2, 'card:a/1'),
      { ...card(NOON + 5 * DAY, 1, 'card:a/1'), where: 'practice' as const },
      answer(NOON, { question: 'seq.next@1', grade: 4 }),
      answer(NOON + DAY, { question: 'seq.next@2', grade: null }),
      card(NOW + 2 * DAY, 1, 'card:a/1'),
    ];
    expect(of(events)).toEqual({
      'card:a/1': [
        { at: NOON, day: TODAY, grade: 2 },
        { at: NOON + DAY, day: TODAY + 1, grade: 3 },
      ],
      'skill:seq.next': [{ at: NOON, day: TODAY, grade: 4 }],
    });
    expect(of([...events].reverse())).toEqual(of(events));
    expect(of([...events, ...events])).toEqual(of(events));
  });

  it('never go back a day', () => {
    // The second was written by another machine, and comes first by its id only.
    const zone: StudyDays = { ...utc, dayOf: (at) => (at > NOON ? TODAY - 1 : TODAY) };
    const reviews = reviewsOf([card(NOON, 3, 'card:a/1'), card(NOON + HOUR, 3, 'card:a/1')], zone, NOW);
    expect(reviews.get('card:a/1')?.map(({ day }) => day)).toEqual([TODAY, TODAY]);
  });

  it('are those the schedule goes by, over random histories', () => {
    fc.assert(
      fc.property(histories, (events) => {
        const reviews = reviewsOf(events, utc, NOW);
        const state = foldEvents(events, { studyDays: utc, weights: null });
        const scheduled = [...state.items].flatMap(([item, { memory }]) =>
          memory === null ? [] : [[item, memory.after.reps, memory.after.lastGrade, memory.after.lastDay]],
        );
        const counted = [...reviews].map(([item, of]) => [item, of.length, of.at(-1)?.grade, of.at(-1)?.day]);
        expect(counted.sort()).toEqual(scheduled.sort());
      }),
    );
  });
});
