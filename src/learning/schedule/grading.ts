import type { LearnerState } from '../account/state.ts';
import type { Grade, ItemId } from '../events/event.ts';
import type { Memory } from './schedule.ts';

/** Right answers needed before a learner has a usual time for a skill. */
const FEWEST = 5;

/** Slow is twice the usual time and at least this much more, ms: a glance away is not a weak memory. */
const SLOW_MARGIN_MS = 5000;

/** The middle value; the mean of the two in the middle of an even count; null of an empty list. */
export function median(values: readonly number[]): number | null {
  const sorted = [...values].sort((a, b) => a - b);
  const upper = sorted[sorted.length >> 1];
  const lower = sorted[(sorted.length - 1) >> 1];
  return upper === undefined || lower === undefined ? null : (lower + upper) / 2;
}

/** This learner's usual time for a right answer without a hint, ms; null while too few are known. */
export function usualMs(state: LearnerState, item: ItemId): number | null {
  const times = state.items.get(item)?.rightMs ?? [];
  return times.length < FEWEST ? null : median(times);
}

export interface Performance {
  readonly correct: boolean;
  readonly hinted: boolean;
  readonly tookMs: number;
  readonly usualMs: number | null;
}

/** The grade a checked answer earns: wrong 1, hinted or slow for this learner 2, right 3. */
export function gradeAnswer({ correct, hinted, tookMs, usualMs: usual }: Performance): 1 | 2 | 3 {
  if (!correct) return 1;
  const slow = usual !== null && tookMs > Math.max(2 * usual, usual + SLOW_MARGIN_MS);
  return hinted || slow ? 2 : 3;
}

/**
 * The grade that reaches the schedule from practice or a quiz. A right answer before the item is due says little about
 * lasting memory: twenty practice questions in a row would push the skill far away, so it does not count (null). A
 * wrong one always does.
 */
export function practiceGrade(grade: Grade, memory: Memory | null, now: number): Grade | null {
  return grade === 1 || memory === null || memory.dueAt <= now ? grade : null;
}
