import { defaultSchedule, type ScheduleOptions } from '../learning/schedule.ts';
import type { Settings } from '../learning/settings.ts';

/** How the schedule behaves under these settings. */
export function scheduleOptions({ retention, newPerDay }: Settings): ScheduleOptions {
  return { ...defaultSchedule, retention, newPerDay };
}
