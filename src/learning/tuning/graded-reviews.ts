import { compareEvents } from '../account/history.ts';
import type { FoldedEvent } from '../account/state.ts';
import { type Grade, type ItemId, isReview, itemOf } from '../events/event.ts';
import { DAY_MS, type StudyDays } from '../study-day.ts';

/** One grade an item was given. */
export interface GradedReview {
  /** Milliseconds since the epoch. */
  readonly at: number;
  /** The study day, never before that of the review before. */
  readonly day: number;
  readonly grade: Grade;
}

/** Reviews of each item, oldest first. */
export type ReviewsByItem = ReadonlyMap<ItemId, readonly GradedReview[]>;

/** Takes events one after the other, in any order and more than once, and keeps only what the reviews need. */
export interface ReviewCollector {
  add(event: FoldedEvent): void;
  /** What was added, as the schedule counts it: without what was taken back, and without what lies in the future. */
  reviews(studyDays: StudyDays, now: number): ReviewsByItem;
}

interface Graded {
  readonly id: string;
  readonly at: number;
  readonly item: ItemId;
  readonly grade: Grade;
}

/** A collector that holds nothing yet. */
export function collectReviews(): ReviewCollector {
  const graded = new Map<string, Graded>();
  const undone = new Set<string>();
  return {
    add(event) {
      if (event.kind === 'undo') undone.add(event.undoes);
      if (!isReview(event) || event.grade === null || (event.kind === 'card' && event.where === 'practice')) return;
      graded.set(event.id, { id: event.id, at: event.at, item: itemOf(event), grade: event.grade });
    },
    reviews(studyDays, now) {
      const byItem = new Map<ItemId, GradedReview[]>();
      // An event of the far future is a wrong clock's, and waits for its time, as in the schedule.
      const counted = [...graded.values()].filter(({ id, at }) => !undone.has(id) && at <= now + DAY_MS);
      for (const { at, item, grade } of counted.sort(compareEvents)) {
        const before = byItem.get(item) ?? [];
        const day = Math.max(studyDays.dayOf(at), before.at(-1)?.day ?? Number.NEGATIVE_INFINITY);
        before.push({ at, day, grade });
        byItem.set(item, before);
      }
      return byItem;
    },
  };
}

/** The reviews that events stand for. */
export function reviewsOf(events: Iterable<FoldedEvent>, studyDays: StudyDays, now: number): ReviewsByItem {
  const collector = collectReviews();
  for (const event of events) collector.add(event);
  return collector.reviews(studyDays, now);
}
