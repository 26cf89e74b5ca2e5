/** One day, ms. */
export const DAY_MS = 86_400_000;

/** The hour of local time at which a study day starts: someone who studies until 2 at night is still in the same day. */
const FIRST_HOUR = 4;

/**
 * How time is cut into days of study. A day is a number: the days from 1970-01-01 to the calendar date on which the
 * study day starts.
 */
export interface StudyDays {
  /** The study day a moment (ms since the epoch) belongs to. */
  dayOf(at: number): number;
  /** The moment (ms since the epoch) a study day starts. */
  startOf(day: number): number;
}

function dateNumber(local: Date): number {
  return Date.UTC(local.getFullYear(), local.getMonth(), local.getDate()) / DAY_MS;
}

/** Study days in the local time of this machine, from 04:00, whatever daylight saving does. */
export const localStudyDays: StudyDays = {
  dayOf(at) {
    const local = new Date(at);
    if (local.getHours() >= FIRST_HOUR) return dateNumber(local);
    // The date before is not always one less: a zone that changed sides of the date line has left one out.
    return dateNumber(new Date(new Date(local.getFullYear(), local.getMonth(), local.getDate()).getTime() - 1));
  },
  startOf(day) {
    const date = new Date(day * DAY_MS);
    return new Date(date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate(), FIRST_HOUR).getTime();
  },
};

/** The calendar date of a study day: '2026-11-22'. */
export function dateOf(day: number): string {
  return new Date(day * DAY_MS).toISOString().slice(0, 10);
}

/** The day of the week of a study day, 0 Sunday to 6 Saturday. */
export function weekdayOf(day: number): number {
  return new Date(day * DAY_MS).getUTCDay();
}

/** The Monday of the week a study day is in. */
export function mondayOf(day: number): number {
  return day - ((weekdayOf(day) + 6) % 7);
}

/** The study day that starts on a calendar date such as '2026-11-22'; null when there is no such date. */
export function dayOfDate(date: string): number | null {
  if (!/^\d{4}-\d\d-\d\d$/.test(date)) return null;
  const ms = Date.parse(`${date}T00:00:00Z`);
  // Date.parse takes the 31st of a month that has 30 days for the 1st of the next in some engines.
  return Number.isNaN(ms) || dateOf(ms / DAY_MS) !== date ? null : ms / DAY_MS;
}
