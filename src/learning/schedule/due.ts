import type { LearnerState } from '../account/state.ts';
import { type Catalogue, itemsOf } from '../catalogue.ts';
import type { ItemId } from '../events/event.ts';
import { holdOf } from './holds.ts';
import { roomToday } from './limits.ts';
import { defaultSchedule, memoryOf, type Phase, retrievability, type ScheduleOptions } from './schedule.ts';

/** An item to be reviewed now. */
export interface DueItem {
  readonly item: ItemId;
  readonly kind: 'card' | 'skill';
  readonly module: string;
  readonly phase: Phase;
  /** For a new item, now. */
  readonly dueAt: number;
  /** 0 for a new item. */
  readonly retrievability: number;
}

/** What to review now, and what the daily limits keep back. */
export interface DueNow {
  readonly items: readonly DueItem[];
  /** Kept back until tomorrow, in items: reviews that are due, and new ones that only the limit on both together stops. */
  readonly held: { readonly reviews: number; readonly fresh: number };
}

/**
 * What to review now, the most urgent first: items in the middle of being learned, longest due first; items due today,
 * the one most likely forgotten first; then new items in path order, those of opened lessons and of own decks before the others. Each as
 * far as the daily limits go, reviews before new ones; what is being learned is never kept back. What is set aside is
 * left out.
 */
export function dueNow(
  state: LearnerState,
  now: number,
  catalogue: Catalogue,
  options: ScheduleOptions = defaultSchedule,
): DueNow {
  const learning: DueItem[] = [];
  const review: DueItem[] = [];
  const opened: DueItem[] = [];
  const unopened: DueItem[] = [];
  const decks = new Set(catalogue.modules.filter(({ isDeck }) => isDeck === true).map(({ id }) => id));
  for (const { item, module } of itemsOf(catalogue)) {
    if (holdOf(state, item, now) !== null) continue;
    const memory = memoryOf(state, item, now, options);
    const due: DueItem = {
      item,
      kind: item.startsWith('card:') ? 'card' : 'skill',
      module,
      phase: memory?.phase ?? 'new',
      dueAt: memory?.dueAt ?? now,
      retrievability: retrievability(state, item, now),
    };
    const isWanted = decks.has(module) || state.lessons.get(module)?.openedAt != null;
    if (memory === null) (isWanted ? opened : unopened).push(due);
    else if (memory.dueAt <= now) (memory.phase === 'review' ? review : learning).push(due);
  }
  learning.sort((a, b) => a.dueAt - b.dueAt);
  review.sort((a, b) => a.retrievability - b.retrievability || a.dueAt - b.dueAt);

  const room = roomToday(state, now, options);
  const reviews = review.slice(0, Math.min(room.reviews, room.all));
  const wanted = [...opened, ...unopened].slice(0, room.fresh);
  const fresh = wanted.slice(0, room.all - reviews.length);
  return {
    items: [...learning, ...reviews, ...fresh],
    held: { reviews: review.length - reviews.length, fresh: wanted.length - fresh.length },
  };
}

/** What to review now, as in dueNow. */
export function dueItems(
  state: LearnerState,
  now: number,
  catalogue: Catalogue,
  options: ScheduleOptions = defaultSchedule,
): readonly DueItem[] {
  return dueNow(state, now, catalogue, options).items;
}
