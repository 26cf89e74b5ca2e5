import { latestDays } from '../account/latest-days.ts';
import type { LearnerState } from '../account/state.ts';

/** Days over which the time of a day of study is averaged. */
export const AVERAGE_DAYS = 30;

/** Time spent on questions, cards and interview answers, ms. */
export interface TimeSpent {
  /** In the study day of now. */
  readonly todayMs: number;
  /** In the last seven study days, today among them. */
  readonly weekMs: number;
  /** Days of study among the last 30, today among them, and the mean time of one; null without any. */
  readonly daysStudied: number;
  readonly perDayMs: number | null;
  readonly totalMs: number;
}

export function timeSpentOf({ days, totals, rulesOfFold }: LearnerState, now: number): TimeSpent {
  const today = rulesOfFold.studyDays.dayOf(now);
  let todayMs = 0;
  let weekMs = 0;
  let sum = 0;
  let daysStudied = 0;
  for (const { day, timeMs } of latestDays(days)) {
    if (day > today) continue;
    if (day <= today - AVERAGE_DAYS) break;
    if (day === today) todayMs += timeMs;
    if (day > today - 7) weekMs += timeMs;
    sum += timeMs;
    daysStudied++;
  }
  const perDayMs = daysStudied === 0 ? null : Math.round(sum / daysStudied);
  return { todayMs, weekMs, daysStudied, perDayMs, totalMs: totals.timeMs };
}
