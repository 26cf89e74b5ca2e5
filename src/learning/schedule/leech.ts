import type { LearnerState } from '../account/state.ts';
import type { ItemId } from '../events/event.ts';

/** Lapses at which an item is a leech, and after which the learner is asked again. */
const FIRST = 8;
const EVERY = 4;

/**
 * How often an item was forgotten, when the grade given last has just made it a leech: at the 8th lapse and at each 4th
 * after it. Otherwise null. It follows from the grades alone: nobody is asked twice about one lapse, and taking the
 * grade back takes it back.
 */
export function leechOf(state: LearnerState, item: ItemId): number | null {
  const memory = state.items.get(item)?.memory ?? null;
  if (memory === null) return null;
  const { lapses } = memory.after;
  const isNew = lapses > (memory.before?.lapses ?? 0);
  return isNew && lapses >= FIRST && (lapses - FIRST) % EVERY === 0 ? lapses : null;
}
