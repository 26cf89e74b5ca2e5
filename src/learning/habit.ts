import { isReview } from './event.ts';
import { newestFirst } from './history.ts';
import type { LearnerState } from './state.ts';
import { dateOf, type StudyDays, weekdayOf } from './study-day.ts';

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
export function heatmapOf(state: LearnerState, now: number, studyDays: StudyDays): HeatmapDay[] {
  const today = studyDays.dayOf(now);
  const first = today - HEATMAP_WEEKS * 7 + 1;
  const counts = new Map<number, number>();
  for (const event of newestFirst(state.timeline)) {
    const day = studyDays.dayOf(event.at);
    if (day < first) break;
    if (day <= today && isReview(event)) counts.set(day, (counts.get(day) ?? 0) + 1);
  }
  return Array.from({ length: HEATMAP_WEEKS * 7 }, (_, index) => {
    const day = first + index;
    return { date: dateOf(day), weekday: weekdayOf(day), answers: counts.get(day) ?? 0 };
  });
}

/** Study days in a row with an answer or a card, up to today; a day not yet begun does not break the row. */
export function streakOf(state: LearnerState, now: number, studyDays: StudyDays): number {
  const today = studyDays.dayOf(now);
  let streak = 0;
  let last = today + 1;
  for (const event of newestFirst(state.timeline)) {
    const day = studyDays.dayOf(event.at);
    if (day >= last || !isReview(event)) continue;
    const isNext = day === last - 1 || (streak === 0 && day === today - 1);
    if (!isNext) break;
    streak++;
    last = day;
  }
  return streak;
}
