import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { accountToJson } from '../../../src/learning/account/account-json.ts';
import { compareEvents, newestFirst } from '../../../src/learning/account/history.ts';
import { LogFold } from '../../../src/learning/account/log-fold.ts';
import { applyEvents, emptyState, foldEvents, type LearnerState } from '../../../src/learning/account/state.ts';
import { isUndoable, type LearningEvent } from '../../../src/learning/events/event.ts';
import { memoryOf } from '../../../src/learning/schedule/schedule.ts';
import { answer, applied, card, DAY, HOUR, histories, lesson, MINUTE, NOON, undo } from '../events.ts';

/** Everything a state says, in a form that can be compared. */
function said(state: LearnerState): unknown {
  return {
    account: accountToJson(state),
    // Which of those seen are still remembered depends on how the log was read.
    notSeen: [...state.undone].flatMap(([id, place]) => (place === null ? [id] : [])).sort(),
    ahead: state.ahead,
    memories: [...state.items.keys()].map((item) => memoryOf(state, item, NOON)),
  };
}

/** The state after pieces of a log, which is folded anew when a piece holds what is too old for the state. */
function readInPieces(pieces: readonly (readonly LearningEvent[])[]): LearnerState {
  const read: LearningEvent[] = [];
  return pieces.reduce((state, piece) => {
    read.push(...piece);
    return applyEvents(state, piece) ?? foldEvents(read);
  }, emptyState());
}

/** The same, the way a long log is read at the beginning. */
function readAtFirst(pieces: readonly (readonly LearningEvent[])[]): LearnerState {
  const fold = new LogFold(emptyState(), Number.POSITIVE_INFINITY);
  for (const piece of pieces) fold.take(piece);
  return fold.state() ?? foldEvents(pieces.flat());
}

/** More events than a state keeps one by one, an hour apart, before those of `histories`. */
const LONG = Array.from({ length: 1600 }, (_, at): LearningEvent => {
  const when = NOON - 30 * DAY - (1600 - at) * HOUR;
  return at % 3 === 0
    ? card(when, ([1, 3, 4, 3] as const)[at % 4]!, `card:a/${1 + (at % 9)}`)
    : answer(when, {
        question: `seq.n${at % 7}@${at}`,
        correct: at % 5 > 0,
        grade: at % 5 > 0 ? 3 : 1,
        rules: at % 5 > 0 ? [] : ['M01'],
      });
});

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
        expect(said(events.reduce((state, event) => applied(state, event), emptyState()))).toEqual(
          said(foldEvents(events)),
        );
      }),
      { numRuns: 150 },
    );
  });

  it('says the same of a long log, in pieces of any size, with late events, repeats and undos, as all at once', () => {
    const pieces = histories.chain((events) =>
      fc.tuple(
        fc.shuffledSubarray(events, { minLength: events.length }),
        fc.array(fc.record({ at: fc.nat({ max: LONG.length }), of: fc.integer({ min: 1, max: 3 }) }), { maxLength: 5 }),
        fc.array(fc.nat({ max: LONG.length - 1 }), { maxLength: 3 }),
      ),
    );
    fc.assert(
      fc.property(pieces, ([events, cuts, takenBack]) => {
        // Some of the late ones come in the middle of the long log, and some of its events are taken back at the end.
        const log: LearningEvent[] = [...LONG];
        for (const { at, of } of cuts) log.splice(at, 0, ...events.slice(0, of));
        log.push(...events, ...takenBack.map((at, index) => undo(NOON + index, LONG[at]!.id)));
        const places = [0, ...cuts.map(({ at }) => at), LONG.length - 40, log.length - 5, log.length].sort(
          (a, b) => a - b,
        );
        const pieces = places.slice(1).map((end, index) => log.slice(places[index], end));
        const folded = JSON.stringify(said(foldEvents(log)));
        expect(JSON.stringify(said(readInPieces(pieces)))).toBe(folded);
        expect(JSON.stringify(said(readAtFirst(pieces)))).toBe(folded);
      }),
      { numRuns: 40 },
    );
  });

  it('asks for the whole log when an event is older than what it keeps one by one, or takes one back that is', () => {
    const state = foldEvents(LONG);
    expect(applyEvents(state, [card(LONG[0]!.at + 1, 3)])).toBeNull();
    expect(applyEvents(state, [undo(NOON, LONG[3]!.id)])).toBeNull();
    expect(applyEvents(state, [undo(NOON, LONG.at(-9)!.id)])).not.toBeNull();
  });

  it('merges two logs alike whichever is read first', () => {
    fc.assert(
      fc.property(histories, histories, (mine, yours) => {
        const merged = said(applied(foldEvents(mine), ...yours));
        expect(merged).toEqual(said(applied(foldEvents(yours), ...mine)));
        expect(merged).toEqual(said(applied(foldEvents([...mine, ...yours]), ...mine)));
      }),
      { numRuns: 100 },
    );
  });

  it('after an undo is what it would be without the event', () => {
    fc.assert(
      fc.property(histories, fc.nat(), (events, pick) => {
        const reviews = events.filter(isUndoable);
        const target = reviews[pick % Math.max(1, reviews.length)];
        fc.pre(target !== undefined);
        const withUndo = foldEvents([...events, undo(NOON + MINUTE, target!.id)]);
        const without = foldEvents(events.filter(({ id }) => id !== target!.id));
        const { notSeen: _, ...left } = said(withUndo) as { notSeen: unknown };
        const { notSeen: __, ...never } = said(without) as { notSeen: unknown };
        expect(left).toEqual(never);
      }),
      { numRuns: 150 },
    );
  });

  it('never changes a state it was given', () => {
    const before = foldEvents([card(NOON, 3), lesson(NOON, 'tcp', 'opened')]);
    const copy = structuredClone(said(before));
    const target = [...newestFirst(before.recent)].find(isUndoable)!;
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
    expect(state.lessons.get('tcp')?.openedAt).toBe(NOON);
  });

  it('holds an event that was taken back before it was read', () => {
    const given = card(NOON, 1);
    const state = applied(foldEvents([undo(NOON + 1, given.id)]), given);
    expect(state.items.size).toBe(0);
  });

  it('keeps events in order of time even when the clock went back', () => {
    const events = [card(NOON, 3), card(NOON - DAY, 3), card(NOON + DAY, 3)];
    const times = [...newestFirst(foldEvents(events).recent)];
    expect(times).toEqual([...events].sort(compareEvents).reverse());
  });
});
