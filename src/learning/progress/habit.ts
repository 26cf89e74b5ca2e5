import { latestDays } from '../account/latest-days.ts';
import type { LearnerState } from '../account/state.ts';
import { dateOf, weekdayOf } from '../study-day.ts';

/** Weeks the heatmap looks back. */
export const HEATMAP_WEEKS = 26;

/** One square of the heatmap. */
export interface HeatmapDay {
  /** '2026-11-22' */
  readonly date: string;
  /** 0 Sunday to 6 Saturday. */
  readonly weekday: number;
  /** Answers and card grades that study day. */
  readonly answers: number;
}

/** Answers per study day over the last 26 weeks, oldest first, the study day of `now` last. */
export function heatmapOf({ days, rulesOfFold }: LearnerState, now: number): HeatmapDay[] {
  const today = rulesOfFold.studyDays.dayOf(now);
  const first = today - HEATMAP_WEEKS * 7 + 1;
  const counts = new Map<number, number>();
  for (const { day, answered, cards } of latestDays(days)) {
    if (day < first) break;
    counts.set(day, answered + cards);
  }
  return Array.from({ length: HEATMAP_WEEKS * 7 }, (_, index) => {
    const day = first + index;
    return { date: dateOf(day), weekday: weekdayOf(day), answers: counts.get(day) ?? 0 };
  });
}
