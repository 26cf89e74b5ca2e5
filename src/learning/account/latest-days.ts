import type { DayRecord, Days } from './account.ts';

/** Study days on which anything was done, the latest first. */
export function* latestDays(days: Days | null): Generator<DayRecord> {
  for (let node = days; node !== null; node = node.before) yield node.day;
}
