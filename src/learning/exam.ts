import type { ItemId } from './event.ts';

/** The last rounds before an exam are spread over at most so many days. */
const SPREAD_DAYS = 7;

/** A number from 0 that depends on the item only, FNV-1a: the same items fall on the same days on every machine. */
function hashOf(item: ItemId): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < item.length; i++) hash = Math.imul(hash ^ item.charCodeAt(i), 0x01000193) >>> 0;
  return hash;
}

/**
 * The study day an item comes back when there is an exam: what would come back on the day of the exam or later comes
 * once more before it, spread by item over the last days. `lastDay` is the day of its last grade; an item that was
 * graded within the spread has had its last round.
 */
export function dayBeforeExam(item: ItemId, lastDay: number, dueDay: number, examDay: number): number {
  if (dueDay < examDay) return dueDay;
  const spread = Math.max(1, Math.min(SPREAD_DAYS, Math.floor((examDay - lastDay) / 3)));
  const last = examDay - 1 - (hashOf(item) % spread);
  return last > lastDay ? last : dueDay;
}
