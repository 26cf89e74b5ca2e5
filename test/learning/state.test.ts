import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isReview, type LearningEvent } from '../../src/learning/event.ts';
import { compareEvents, newestFirst } from '../../src/learning/history.ts';
import { memoryOf } from '../../src/learning/schedule.ts';
import { applyEvent, applyEvents, emptyState, foldEvents, type LearnerState } from '../../src/learning/state.ts';
import { answer, card, DAY, histories, lesson, MINUTE, NOON, undo } from './events.ts';

/** Everything a state says, in a form that can be compared. */
function said(state: LearnerState): unknown {
  return {
    timeline: [...newestFirst(state.timeline)],
    length: state.timeline?.length ?? 0,
    items: [...state.items].map(([item, history]) => [item, [...newestFirst(history)], history.length]).sort(),
    lessons: [...state.lessons].sort(),
    undone: [...state.undone].sort(),
    memories: [...state.items.keys()].sort().map((item) => memoryOf(state, item, NOON)),
  };
}

describe('the fold', () => {
  it('says the same for the same events, in any order and however often they come', () => {
    fc.assert(
      fc.property(
        histories.chain((events) =>
          fc.tuple(
            fc.constant(events),
            fc.shuffledSubarray([...events, ...events], { minLength: events.length * 2, maxLength: events.length * 2 }),
          ),
        ),
        ([events, shuffled]) => {
          expect(said(foldEvents(shuffled))).toEqual(said(foldEvents(events)));
        },
      ),
      { numRuns: 150 },
    );
  });

  it('says the same one event at a time as all at once', () => {
    fc.assert(
      fc.property(histories, (events) => {
        expect(said(events.reduce(applyEvent, emptyState()))).toEqual(said(foldEvents(events)));
      }),
      { numRuns: 150 },
    );
  });

  it('merges two logs alike whichever is read first', () => {
    fc.assert(
      fc.property(histories, histories, (mine, yours) => {
        const merged = said(applyEvents(foldEvents(mine), yours));
        expect(merged).toEqual(said(applyEvents(foldEvents(yours), mine)));
        expect(merged).toEqual(said(applyEvents(foldEvents([...mine, ...yours]), mine)));
      }),
      { numRuns: 100 },
    );
  });

  it('after an undo is what it would be without the event', () => {
    fc.assert(
      fc.property(histories, fc.nat(), (events, pick) => {
        const reviews = events.filter(isReview);
        const target = reviews[pick % Math.max(1, reviews.length)];
        fc.pre(target !== undefined);
        const withUndo = foldEvents([...events, undo(NOON + MINUTE, target!.id)]);
        const without = foldEvents(events.filter(({ id }) => id !== target!.id));
        const { undone: _, ...left } = said(withUndo) as { undone: unknown };
        const { undone: __, ...never } = said(without) as { undone: unknown };
        expect(left).toEqual(never);
      }),
      { numRuns: 150 },
    );
  });

  it('never changes a state it was given', () => {
    const before = foldEvents([card(NOON, 3), lesson(NOON, 'tcp', 'opened')]);
    const copy = structuredClone(said(before));
    const target = [...newestFirst(before.timeline)].find(isReview)!;
    applyEvents(before, [card(NOON - DAY, 1), answer(NOON + 1), undo(NOON + 2, target.id)]);
    expect(said(before)).toEqual(copy);
  });

  it('keeps the time a lesson was first opened and first finished', () => {
    const events: LearningEvent[] = [
      lesson(NOON + 3, 'tcp', 'finished'),
      lesson(NOON + 1, 'tcp', 'opened'),
      lesson(NOON, 'tcp', 'opened'),
      lesson(NOON + 2, 'close', 'opened'),
    ];
    expect([...foldEvents(events).lessons]).toEqual([
      ['tcp', { openedAt: NOON, finishedAt: NOON + 3 }],
      ['close', { openedAt: NOON + 2, finishedAt: null }],
    ]);
  });

  it('does not let an undo take back a lesson', () => {
    const opened = lesson(NOON, 'tcp', 'opened');
    const state = foldEvents([opened, undo(NOON + 1, opened.id)]);
    expect([...newestFirst(state.timeline)]).toEqual([opened]);
    expect(state.lessons.get('tcp')?.openedAt).toBe(NOON);
  });

  it('holds an event that was taken back before it was read', () => {
    const given = card(NOON, 1);
    const state = applyEvent(foldEvents([undo(NOON + 1, given.id)]), given);
    expect(state.timeline).toBeNull();
    expect(state.items.size).toBe(0);
  });

  it('keeps events in order of time even when the clock went back', () => {
    const events = [card(NOON, 3), card(NOON - DAY, 3), card(NOON + DAY, 3)];
    const times = [...newestFirst(foldEvents(events).timeline)];
    expect(times).toEqual([...events].sort(compareEvents).reverse());
  });
});
