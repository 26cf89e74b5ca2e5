import { defaultSchedule, type ScheduleOptions } from '../learning/schedule/schedule.ts';
import type { Settings } from '../learning/settings.ts';
import { dayOfDate } from '../learning/study-day.ts';

/** How the schedule behaves under these settings. */
export function scheduleOptions({
  retention,
  newPerDay,
  reviewsPerDay,
  perDay,
  examDate,
}: Pick<Settings, 'retention' | 'newPerDay' | 'reviewsPerDay' | 'perDay' | 'examDate'>): ScheduleOptions {
  const examDay = examDate === null ? null : dayOfDate(examDate);
  return { ...defaultSchedule, retention, newPerDay, reviewsPerDay, perDay, examDay };
}
