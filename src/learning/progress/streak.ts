import { latestDays } from '../account/latest-days.ts';
import type { LearnerState } from '../account/state.ts';
import { dateOf } from '../study-day.ts';

/** Days in a row of which one may be a day of rest. */
export const REST_EVERY = 7;

/**
 * Whether a day may be left out next (today, or tomorrow when today has been studied already) without ending the streak:
 * 'used' when the days before it hold a day of rest already; null when there is no streak.
 */
export type RestDay =
  | { readonly kind: 'available' }
  /** The day of rest, and the first day that may be one again. */
  | { readonly kind: 'used'; readonly on: string; readonly again: string }
  | null;

export interface Streak {
  /** Days studied in it; days of rest do not count. */
  readonly days: number;
  readonly restDay: RestDay;
}

/**
 * The longest row of study days up to today in which no seven days running hold more than one without study. A day of
 * rest neither ends it nor counts. Today, until it is over, is not without study: it may begin late.
 */
export function streakOf({ days, rulesOfFold }: LearnerState, now: number): Streak {
  const today = rulesOfFold.studyDays.dayOf(now);
  let count = 0;
  let newestRest: number | null = null;
  let rest: number | null = null;
  let next = today;
  let studiedToday = false;
  for (const { day } of latestDays(days)) {
    if (day > today) continue;
    if (day === today) studiedToday = true;
    else if (count === 0 && !studiedToday) next = today - 1;
    const missed = next - day;
    if (missed > 1) break;
    if (missed === 1) {
      if (rest !== null && rest - next < REST_EVERY) break;
      rest = next;
      newestRest ??= next;
    }
    count++;
    next = day - 1;
  }
  if (count === 0) return { days: 0, restDay: null };
  const skippable = studiedToday ? today + 1 : today;
  if (newestRest === null || skippable - newestRest >= REST_EVERY) {
    return { days: count, restDay: { kind: 'available' } };
  }
  return { days: count, restDay: { kind: 'used', on: dateOf(newestRest), again: dateOf(newestRest + REST_EVERY) } };
}
