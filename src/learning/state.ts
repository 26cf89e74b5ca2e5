import type { ItemId, LearningEvent, LessonEvent, ReviewEvent, UndoEvent } from './event.ts';
import { isReview, itemOf } from './event.ts';
import type { History } from './history.ts';
import { withEvents, withoutEvents } from './history.ts';

/** What happened, undo aside: an undo shows only in what is no longer there. */
export type CountedEvent = Exclude<LearningEvent, UndoEvent>;

export interface LessonState {
  /** Times of the first opening and the first finishing, ms since the epoch; null when it has not happened. */
  readonly openedAt: number | null;
  readonly finishedAt: number | null;
}

/**
 * Everything the log says about a learner. It depends on the SET of events only, not on the order of lines or on
 * repeated ones, so that logs of two programs or two machines can be put together in any way.
 */
export interface LearnerState {
  /** Every event that counts. */
  readonly timeline: History<CountedEvent> | null;
  /** The answers and card grades that count, per item; an item never met is absent. */
  readonly items: ReadonlyMap<ItemId, History<ReviewEvent>>;
  /** By module id. */
  readonly lessons: ReadonlyMap<string, LessonState>;
  /** Ids of events taken back, whether they have been read yet or not. */
  readonly undone: ReadonlySet<string>;
}

/** The state before anything has happened. */
export function emptyState(): LearnerState {
  return { timeline: null, items: new Map(), lessons: new Map(), undone: new Set() };
}

function earlier(a: number | null, b: number): number {
  return a === null ? b : Math.min(a, b);
}

function withLesson(lessons: Map<string, LessonState>, event: LessonEvent): void {
  const { openedAt, finishedAt } = lessons.get(event.module) ?? { openedAt: null, finishedAt: null };
  lessons.set(
    event.module,
    event.what === 'opened'
      ? { openedAt: earlier(openedAt, event.at), finishedAt }
      : { openedAt, finishedAt: earlier(finishedAt, event.at) },
  );
}

function groupByItem(events: readonly ReviewEvent[]): Map<ItemId, ReviewEvent[]> {
  const groups = new Map<ItemId, ReviewEvent[]>();
  for (const event of events) {
    const item = itemOf(event);
    const group = groups.get(item);
    if (group === undefined) groups.set(item, [event]);
    else group.push(event);
  }
  return groups;
}

/** The state after these events, which may come in any order and more than once. */
export function applyEvents(state: LearnerState, events: readonly LearningEvent[]): LearnerState {
  const newlyUndone = new Set<string>();
  for (const event of events) {
    if (event.kind === 'undo' && !state.undone.has(event.undoes)) newlyUndone.add(event.undoes);
  }
  const undone = newlyUndone.size === 0 ? state.undone : new Set([...state.undone, ...newlyUndone]);
  const items = new Map(state.items);
  const lessons = new Map(state.lessons);

  let { timeline } = state;
  if (newlyUndone.size > 0) {
    const { history, removed } = withoutEvents(timeline, newlyUndone);
    // Only answers and card grades can be taken back: an undo naming anything else changes nothing.
    timeline = withEvents(
      history,
      removed.filter((event) => !isReview(event)),
    );
    for (const item of groupByItem(removed.filter(isReview)).keys()) {
      const left = withoutEvents(items.get(item) ?? null, newlyUndone).history;
      if (left === null) items.delete(item);
      else items.set(item, left);
    }
  }

  const fresh: CountedEvent[] = [];
  for (const event of events) {
    if (event.kind === 'undo' || (isReview(event) && undone.has(event.id))) continue;
    fresh.push(event);
    if (event.kind === 'lesson') withLesson(lessons, event);
  }
  for (const [item, group] of groupByItem(fresh.filter(isReview))) {
    const history = withEvents(items.get(item) ?? null, group);
    if (history !== null) items.set(item, history);
  }
  return { timeline: withEvents(timeline, fresh), items, lessons, undone };
}

/** The state after one more event. */
export function applyEvent(state: LearnerState, event: LearningEvent): LearnerState {
  return applyEvents(state, [event]);
}

/** The state a whole log stands for. */
export function foldEvents(events: readonly LearningEvent[]): LearnerState {
  return applyEvents(emptyState(), events);
}
