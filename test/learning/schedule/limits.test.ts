import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldEvents as fold, type LearnerState } from '../../../src/learning/account/state.ts';
import type { Catalogue } from '../../../src/learning/catalogue.ts';
import type { Grade, ItemId, LearningEvent } from '../../../src/learning/events/event.ts';
import { dueNow } from '../../../src/learning/schedule/due.ts';
import { roomToday } from '../../../src/learning/schedule/limits.ts';
import { defaultSchedule, memoryOf, type ScheduleOptions } from '../../../src/learning/schedule/schedule.ts';
import { answer, applied, card, DAY, HOUR, MINUTE, NOON, setAside, undo } from '../events.ts';
import { daysAt } from '../study-days.ts';

const rules = { studyDays: daysAt(9), weights: null };
const foldEvents = (events: readonly LearningEvent[]): LearnerState => fold(events, rules);
const CARDS = Array.from({ length: 12 }, (_, at): ItemId => `card:a/${at}`);
const catalogue: Catalogue = { modules: [{ id: 'a', cards: CARDS, skills: ['skill:x.1'] }] };
const plain: ScheduleOptions = { ...defaultSchedule, fuzz: false };

/** The state with so many cards learned long ago and due now. */
function withDue(count: number): LearnerState {
  return foldEvents(CARDS.slice(0, count).map((item, at) => card(NOON - 60 * DAY + at, 4, item)));
}

function namesOf(state: LearnerState, options: Partial<ScheduleOptions>, now = NOON): ItemId[] {
  return dueNow(state, now, catalogue, { ...plain, ...options }).items.map(({ item }) => item);
}

describe('the daily limits', () => {
  it('keep reviews back, the most likely forgotten going first, and tell how many wait', () => {
    const state = withDue(8);
    const { items, held } = dueNow(state, NOON, catalogue, { ...plain, reviewsPerDay: 5, newPerDay: 0 });
    expect(items).toHaveLength(5);
    expect(held).toEqual({ reviews: 3, fresh: 0 });
  });

  it('count what was reviewed today, but a second answer of the day and the steps of learning do not count', () => {
    let state = withDue(8);
    const options = { reviewsPerDay: 5, newPerDay: 0 };
    state = applied(state, card(NOON, 1, CARDS[0]), card(NOON + 10 * MINUTE, 3, CARDS[0]));
    state = applied(state, card(NOON + 11 * MINUTE, 3, CARDS[1]));
    expect(roomToday(state, NOON + HOUR, { ...plain, ...options }).reviews).toBe(3);
    expect(namesOf(state, options, NOON + 12 * MINUTE)).toHaveLength(3);
    // The day after, from 04:00, they count anew.
    expect(roomToday(state, NOON + DAY, { ...plain, ...options }).reviews).toBe(5);
  });

  it('are not used up by practice that does not reach the schedule, though it shows in the retention', () => {
    const learned = foldEvents([
      answer(NOON - 9 * DAY, { question: 'x.1@1' }),
      answer(NOON - 9 * DAY + HOUR, { question: 'x.1@2' }),
    ]);
    const practised = applied(learned, answer(NOON, { question: 'x.1@3', grade: null }));
    expect(practised.days?.day.reviews.count).toBe(1);
    expect(roomToday(practised, NOON + MINUTE, { ...plain, reviewsPerDay: 5 }).reviews).toBe(5);
    const reviewed = applied(practised, answer(NOON + 2 * MINUTE, { question: 'x.1@4', where: 'review' }));
    expect(roomToday(reviewed, NOON + 3 * MINUTE, { ...plain, reviewsPerDay: 5 }).reviews).toBe(4);
  });

  it('never keep back what is being learned', () => {
    const state = foldEvents([card(NOON, 1, CARDS[0]), card(NOON, 1, CARDS[1])]);
    const none = { reviewsPerDay: 0, newPerDay: 0, perDay: 1 };
    expect(namesOf(state, none, NOON + HOUR)).toEqual([CARDS[0], CARDS[1]]);
  });

  it('on both together, let reviews go first and tell of new ones that only it keeps back', () => {
    const state = withDue(4);
    const { items, held } = dueNow(state, NOON, catalogue, { ...plain, newPerDay: 3, perDay: 5 });
    expect(items.filter(({ phase }) => phase === 'review')).toHaveLength(4);
    expect(items.filter(({ phase }) => phase === 'new')).toHaveLength(1);
    expect(held).toEqual({ reviews: 0, fresh: 2 });
    // The new ones that the limit on new ones stops wait as a matter of course: nothing is told of them.
    expect(dueNow(state, NOON, catalogue, { ...plain, newPerDay: 0, perDay: 5 }).held.fresh).toBe(0);
  });

  it('are used up by what reaches the schedule anywhere, and by nothing that does not', () => {
    const practised = foldEvents([
      answer(NOON, { question: 'x.1@1', grade: 1, correct: false }),
      answer(NOON + 1, { question: 'x.2@1', grade: null }),
      { ...card(NOON + 2, 3, CARDS[0]), where: 'practice' },
    ]);
    expect(roomToday(practised, NOON + 3, plain)).toEqual({ fresh: 9, reviews: 200, all: Number.POSITIVE_INFINITY });
  });

  it('hold whatever is answered: never more in a day, and all is asked in the end', () => {
    const grade = fc.constantFrom<Grade>(1, 2, 3, 4);
    fc.assert(
      fc.property(
        fc.record({
          newPerDay: fc.nat({ max: 6 }),
          reviewsPerDay: fc.nat({ max: 6 }),
          perDay: fc.option(fc.integer({ min: 1, max: 8 })),
        }),
        fc.nat({ max: 12 }),
        fc.array(grade, { minLength: 30, maxLength: 60 }),
        (limits, due, grades) => {
          const options = { ...plain, ...limits };
          let state = withDue(due);
          let at = NOON;
          for (const given of grades) {
            const [next] = dueNow(state, at, catalogue, options).items;
            if (next === undefined) break;
            state = applied(state, card(at, given, next.item));
            at += 2 * MINUTE;
          }
          const today = state.days?.day;
          if (today === undefined || today.day !== rules.studyDays.dayOf(NOON)) return;
          expect(today.met).toBeLessThanOrEqual(limits.newPerDay);
          expect(today.again).toBeLessThanOrEqual(limits.reviewsPerDay);
          expect(today.met + today.again).toBeLessThanOrEqual(limits.perDay ?? Number.POSITIVE_INFINITY);
        },
      ),
      { numRuns: 60 },
    );
  });
});

describe('items set aside', () => {
  it('are not asked: suspended ones until they are taken up again, buried ones until the study day is over', () => {
    const due = withDue(3);
    const options = { newPerDay: 0 };
    const suspended = applied(due, setAside(NOON, CARDS[0]!, 'suspended'));
    const both = applied(suspended, setAside(NOON + 1, CARDS[1]!, 'buried'));
    expect(namesOf(both, options, NOON + 2)).toEqual([CARDS[2]]);
    expect(new Set(namesOf(both, options, NOON + DAY))).toEqual(new Set([CARDS[1], CARDS[2]]));
    const resumed = applied(both, setAside(NOON + 2, CARDS[0]!, 'resumed'));
    expect(namesOf(resumed, options, NOON + 3)).toHaveLength(2);
    expect(memoryOf(resumed, CARDS[0]!, NOON, plain)).toEqual(memoryOf(due, CARDS[0]!, NOON, plain));
  });

  it('are as before once the setting aside is taken back', () => {
    const due = withDue(3);
    const event = setAside(NOON, CARDS[0]!, 'suspended');
    const back = applied(applied(due, event), undo(NOON + 1, event.id));
    expect(namesOf(back, { newPerDay: 0 })).toEqual(namesOf(due, { newPerDay: 0 }));
  });

  it('leave their share of new items to others', () => {
    const state = foldEvents([setAside(NOON, CARDS[0]!, 'suspended')]);
    expect(namesOf(state, { newPerDay: 2 })).toEqual(['skill:x.1', CARDS[1]]);
  });
});
