import type { StudyDays } from '../../src/learning/study-day.ts';
import { DAY, HOUR } from './events.ts';

/** Study days of a place at a fixed distance from UTC, in hours, so that the tests do not depend on the machine. */
export function daysAt(hours: number): StudyDays {
  const shift = (hours - 4) * HOUR;
  return {
    dayOf: (at) => Math.floor((at + shift) / DAY),
    startOf: (day) => day * DAY - shift,
  };
}
