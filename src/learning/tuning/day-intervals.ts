import type { Grade, ItemId } from '../events/event.ts';
import { memoryModel, type Trail, type Weights, waitAfter } from '../memory/fsrs.ts';

/** Any item: without a spread, what an item is called plays no part. */
const ITEM: ItemId = 'skill:any';

/**
 * The whole days after which an item comes back that is graded like this, each time when it is due; what comes back
 * within minutes is not among them.
 */
export function dayIntervals(weights: Weights, retention: number, grades: readonly Grade[]): number[] {
  const model = memoryModel(weights);
  const intervals: number[] = [];
  let trail: Trail | null = null;
  let day = 0;
  for (const grade of grades) {
    const wait = waitAfter(ITEM, trail, grade, day, { weights, retention, fuzz: false });
    trail = model.after(trail, grade, 0, day);
    if ('ms' in wait) continue;
    intervals.push(wait.days);
    day += wait.days;
  }
  return intervals;
}
