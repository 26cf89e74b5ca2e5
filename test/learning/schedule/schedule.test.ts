import fc from 'fast-check';
import { createEmptyCard, FSRS, State } from 'ts-fsrs';
import { describe, expect, it } from 'vitest';
import type { FoldRules } from '../../../src/learning/account/fold-rules.ts';
import { applyEvents, emptyState as empty, foldEvents as fold } from '../../../src/learning/account/state.ts';
import type { Catalogue } from '../../../src/learning/catalogue.ts';
import type { Grade, ItemId, LearningEvent } from '../../../src/learning/events/event.ts';
import { dueItems } from '../../../src/learning/schedule/due.ts';
import { roomToday } from '../../../src/learning/schedule/limits.ts';
import {
  defaultSchedule,
  memoryOf,
  nextIntervals,
  retrievability,
  type ScheduleOptions,
} from '../../../src/learning/schedule/schedule.ts';
import type { StudyDays } from '../../../src/learning/study-day.ts';
import { answer, applied, card, DAY, HOUR, lesson, MINUTE, NOON, undo } from '../events.ts';
import { daysAt } from '../study-days.ts';

const seoul = daysAt(9);
const plain: ScheduleOptions = { ...defaultSchedule, fuzz: false };
const inSeoul: FoldRules = { studyDays: seoul, weights: null };
const foldEvents = (events: readonly LearningEvent[]) => fold(events, inSeoul);
const emptyState = () => empty(inSeoul);
const ITEM: ItemId = 'card:handshake/why-three';

/** Reviews an item each time it is due; the intervals in days it was given. */
function reviewWhenDue(grades: readonly Grade[], startAt: number, studyDays: StudyDays): number[] {
  const options = plain;
  let state = empty({ studyDays, weights: null });
  let at = startAt;
  return grades.map((grade) => {
    const interval = nextIntervals(state, ITEM, at, options)[grade];
    state = applied(state, card(at, grade, ITEM));
    at = memoryOf(state, ITEM, at, options)!.dueAt;
    return interval < DAY ? 0 : interval / DAY;
  });
}

describe('the schedule', () => {
  // The sequence and intervals of ts-fsrs's own FSRS-6 test with the default weights.
  const PUBLISHED_GRADES: Grade[] = [3, 3, 3, 3, 3, 3, 1, 1, 3, 3, 3, 3, 3];
  const PUBLISHED_INTERVALS = [0, 2, 11, 46, 163, 498, 0, 0, 2, 4, 7, 12, 21];

  it('gives the published FSRS-6 intervals, at any time of day and in any zone', () => {
    for (const hours of [-11, -5, 0, 5.75, 9, 14]) {
      for (const startAt of [NOON, NOON + 7 * HOUR, NOON + 12 * HOUR + 1, NOON + 15 * HOUR]) {
        expect(reviewWhenDue(PUBLISHED_GRADES, startAt, daysAt(hours))).toEqual(PUBLISHED_INTERVALS);
      }
    }
  });

  it('gives the published FSRS-6 memory state', () => {
    // Grades and days between them from the fsrs-rs and ts-fsrs tests: stability 53.62691, difficulty 6.3574867.
    const grades: Grade[] = [1, 3, 3, 3, 3, 3];
    const days = [0, 0, 1, 3, 8, 21];
    let at = NOON;
    const events = grades.map((grade, index) => {
      at += days[index]! * DAY;
      return card(at, grade, ITEM);
    });
    const memory = memoryOf(foldEvents(events), ITEM, at, plain)!;
    expect(memory.stability).toBeCloseTo(53.62691, 4);
    expect(memory.difficulty).toBeCloseTo(6.3574867, 4);
  });

  it('agrees with ts-fsrs itself on study days, over random histories', () => {
    const reviews = fc.array(
      fc.record({ grade: fc.constantFrom<Grade>(1, 2, 3, 4), wait: fc.nat({ max: 60 * 24 * 20 }) }),
      { minLength: 1, maxLength: 25 },
    );
    fc.assert(
      fc.property(reviews, fc.double({ min: 0.7, max: 0.97, noNaN: true }), (steps, retention) => {
        const options = { ...plain, retention };
        const fsrs = new FSRS({ request_retention: retention });
        let at = NOON;
        let theirs = createEmptyCard(new Date(seoul.dayOf(at) * DAY));
        const events: LearningEvent[] = [];
        for (const { grade, wait } of steps) {
          at += wait * MINUTE;
          events.push(card(at, grade, ITEM));
          theirs = fsrs.next(theirs, new Date(seoul.dayOf(at) * DAY), grade).card;
        }
        const ours = memoryOf(foldEvents(events), ITEM, at, options)!;
        expect(ours.stability).toBe(theirs.stability);
        expect(ours.difficulty).toBe(theirs.difficulty);
        expect(ours.reps).toBe(theirs.reps);
        expect(ours.lapses).toBe(theirs.lapses);
        expect(ours.phase).toBe(State[theirs.state]!.toLowerCase());
        if (theirs.scheduled_days > 0) {
          expect(ours.dueAt).toBe(seoul.startOf(seoul.dayOf(at) + theirs.scheduled_days));
        }
      }),
      { numRuns: 100 },
    );
  });

  it('counts the days between two evenings and mornings by 04:00, not by midnight', () => {
    // Easy on a new card makes it a Review card at once.
    const first = seoul.startOf(20_000) + 8 * HOUR;
    const before = [card(first, 4, ITEM)];
    const elapsedAt = (at: number) => retrievability(foldEvents(before), ITEM, at);
    expect(elapsedAt(seoul.startOf(20_001) - 10 * MINUTE)).toBe(1);
    expect(elapsedAt(seoul.startOf(20_001) + 10 * MINUTE)).toBeLessThan(1);
    expect(elapsedAt(seoul.startOf(20_001) + 10 * MINUTE)).toBe(elapsedAt(seoul.startOf(20_002) - 1));
  });

  it('shows under each key what the grade will then do', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.constantFrom<Grade>(1, 2, 3, 4), fc.nat({ max: 60 * 24 * 15 })), { maxLength: 12 }),
        fc.constantFrom<Grade>(1, 2, 3, 4),
        (steps, next) => {
          const options = { ...plain, fuzz: true };
          let at = NOON;
          const events = steps.map(([grade, wait]) => {
            at += wait * MINUTE;
            return card(at, grade, ITEM);
          });
          const state = foldEvents(events);
          // Later than the last grade: at one and the same millisecond the events' ids decide which came first.
          at += MINUTE;
          const promised = nextIntervals(state, ITEM, at, options)[next];
          const graded = applied(state, card(at, next, ITEM));
          const { dueAt } = memoryOf(graded, ITEM, at, options)!;
          if (promised < DAY) expect(dueAt - at).toBe(promised);
          else expect(seoul.dayOf(dueAt) - seoul.dayOf(at)).toBe(promised / DAY);
        },
      ),
      { numRuns: 100 },
    );
  });

  it('has a spread that depends on item and count, not on the clock', () => {
    const spread = { ...plain, fuzz: true };
    const intervalsOf = (item: ItemId, late: number) => {
      const events = [card(NOON + late, 4, item), card(NOON + 8 * DAY + late, 3, item)];
      return nextIntervals(foldEvents(events), item, NOON + 40 * DAY + late, spread);
    };
    expect(intervalsOf('card:a/1', 0)).toEqual(intervalsOf('card:a/1', 12_345));
    const different = ['card:a/2', 'card:a/3', 'card:a/4', 'card:a/5'] as const;
    expect(different.some((item) => intervalsOf(item, 0)[3] !== intervalsOf('card:a/1', 0)[3])).toBe(true);
  });

  it('takes a clock that went back, even to the day before, as standing still', () => {
    const state = foldEvents([card(NOON, 4, ITEM)]);
    const onTime = nextIntervals(state, ITEM, NOON, plain);
    for (const back of [3 * HOUR, 20 * HOUR]) {
      expect(nextIntervals(state, ITEM, NOON - back, plain)).toEqual(onTime);
      expect(retrievability(state, ITEM, NOON - back)).toBe(1);
      expect(memoryOf(state, ITEM, NOON - back, plain)).toEqual(memoryOf(state, ITEM, NOON, plain));
    }
  });

  it('lets what a wrong clock wrote for the future wait for its time', () => {
    const honest = card(NOON - 30 * DAY, 4, ITEM);
    const wrong = card(NOON + 3650 * DAY, 4, ITEM);
    const now = fold([honest, wrong], inSeoul, NOON + DAY);
    expect(memoryOf(now, ITEM, NOON, plain)).toEqual(memoryOf(foldEvents([honest]), ITEM, NOON, plain));
    expect(memoryOf(applyEvents(now, [], NOON + 3651 * DAY)!, ITEM, NOON + 3651 * DAY, plain)!.reps).toBe(2);
  });

  it('is as it was after an undo, also of a card answered long after its due time', () => {
    const history = [card(NOON, 4, ITEM), card(NOON + 60 * DAY, 3, ITEM)];
    const state = foldEvents(history);
    const before = memoryOf(state, ITEM, NOON + 200 * DAY, plain);
    const slip = card(NOON + 200 * DAY, 1, ITEM);
    const slipped = applied(state, slip);
    expect(memoryOf(slipped, ITEM, NOON + 200 * DAY, plain)!.lapses).toBe(1);
    const undone = applied(slipped, undo(NOON + 200 * DAY + 1, slip.id));
    expect(memoryOf(undone, ITEM, NOON + 200 * DAY, plain)).toEqual(before);
  });

  it('passes over answers that do not count', () => {
    const item: ItemId = 'skill:ack.in-order';
    const counted = [answer(NOON, { grade: 3 }), answer(NOON + 20 * MINUTE, { grade: 3 })];
    const practised = [...counted, answer(NOON + HOUR, { grade: null }), answer(NOON - HOUR, { grade: null })];
    expect(memoryOf(foldEvents(practised), item, NOON + DAY, plain)).toEqual(
      memoryOf(foldEvents(counted), item, NOON + DAY, plain),
    );
    expect(memoryOf(foldEvents([answer(NOON, { grade: null })]), item, NOON, plain)).toBeNull();
  });
});

describe('what is due', () => {
  const catalogue: Catalogue = {
    modules: [
      { id: 'a', cards: ['card:a/1', 'card:a/2', 'card:a/3'], skills: ['skill:x.1'] },
      { id: 'b', cards: ['card:b/1'], skills: ['skill:x.1', 'skill:y.1'] },
    ],
  };
  const namesOf = (state: Parameters<typeof dueItems>[0], now: number, options = plain) =>
    dueItems(state, now, catalogue, options).map(({ item }) => item);

  it('is new items in path order, cards and skills in turn, up to the daily limit', () => {
    expect(namesOf(emptyState(), NOON)).toEqual([
      'card:a/1',
      'skill:x.1',
      'card:a/2',
      'card:a/3',
      'card:b/1',
      'skill:y.1',
    ]);
    expect(namesOf(emptyState(), NOON, { ...plain, newPerDay: 2 })).toEqual(['card:a/1', 'skill:x.1']);
    expect(namesOf(emptyState(), NOON, { ...plain, newPerDay: 0 })).toEqual([]);
  });

  it('puts the items of opened lessons before those of lessons not opened', () => {
    const state = foldEvents([lesson(NOON - DAY, 'b', 'opened')]);
    expect(namesOf(state, NOON, { ...plain, newPerDay: 3 })).toEqual(['card:b/1', 'skill:y.1', 'card:a/1']);
  });

  it('counts the day of an item by its first grade, and the limit anew from 04:00', () => {
    const options = { ...plain, newPerDay: 2 };
    const lateAtNight = seoul.startOf(20_001) - HOUR;
    const state = foldEvents([card(lateAtNight, 4, 'card:a/1'), card(lateAtNight + 1, 4, 'card:a/2')]);
    expect(roomToday(state, lateAtNight + 2, options).fresh).toBe(0);
    expect(roomToday(state, lateAtNight + 2 * HOUR, options).fresh).toBe(2);
  });

  it('is items being learned when their minutes are over, reviews all through their day', () => {
    const state = foldEvents([card(NOON, 1, 'card:a/1'), card(NOON, 4, 'card:a/2')]);
    const options = { ...plain, newPerDay: 0 };
    expect(namesOf(state, NOON + MINUTE - 1, options)).toEqual([]);
    expect(namesOf(state, NOON + MINUTE, options)).toEqual(['card:a/1']);
    const { dueAt } = memoryOf(state, 'card:a/2', NOON, plain)!;
    expect(dueAt).toBe(seoul.startOf(seoul.dayOf(NOON) + 8));
    expect(namesOf(state, dueAt - 1, options)).toEqual(['card:a/1']);
    expect(namesOf(state, dueAt, options)).toEqual(['card:a/1', 'card:a/2']);
  });

  it('brings the item most likely forgotten first', () => {
    const state = foldEvents([
      card(NOON, 4, 'card:a/1'),
      card(NOON, 2, 'card:a/2'),
      card(NOON + 7 * MINUTE, 2, 'card:a/2'),
      card(NOON + 20 * MINUTE, 3, 'card:a/2'),
      card(NOON + 40 * MINUTE, 3, 'card:a/2'),
    ]);
    const due = dueItems(state, NOON + 30 * DAY, catalogue, { ...plain, newPerDay: 0 });
    expect(due.map(({ item }) => item)).toEqual(['card:a/2', 'card:a/1']);
    expect(due[0]!.retrievability).toBeLessThan(due[1]!.retrievability);
    expect(due.every(({ phase, kind }) => phase === 'review' && kind === 'card')).toBe(true);
  });

  it('knows nothing of items that are no longer taught', () => {
    const state = foldEvents([card(NOON, 1, 'card:gone/1')]);
    expect(namesOf(state, NOON + DAY, { ...plain, newPerDay: 0 })).toEqual([]);
  });
});
