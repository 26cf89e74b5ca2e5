import type { ItemId } from '../events/event.ts';

/** The last rounds before an exam are spread over so many days; whoever was asked within them has had the last round. */
const SPREAD_DAYS = 7;

/** A number from 0 that depends on the item only, FNV-1a: the same items fall on the same days on every machine. */
function hashOf(item: ItemId): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < item.length; i++) hash = Math.imul(hash ^ item.charCodeAt(i), 0x01000193) >>> 0;
  return hash;
}

/**
 * The study day an item comes back when there is an exam: what would come back on the day of the exam or later comes
 * once more before it, spread by item over the last days, later for what was asked lately. `lastDay` is the day of its
 * last grade. One that was asked in the last week has had its last round: it is then due when it would be anyway, since
 * until the exam it will hardly be forgotten.
 */
export function dayBeforeExam(item: ItemId, lastDay: number, dueDay: number, examDay: number): number {
  const daysLeft = examDay - lastDay;
  if (dueDay < examDay || daysLeft <= SPREAD_DAYS) return dueDay;
  const spread = Math.min(SPREAD_DAYS, Math.floor(daysLeft / 3));
  return examDay - 1 - (hashOf(item) % spread);
}
