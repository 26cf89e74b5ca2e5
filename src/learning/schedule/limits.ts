import type { DayRecord } from '../account/account.ts';
import { latestDays } from '../account/latest-days.ts';
import type { LearnerState } from '../account/state.ts';

/**
 * How much of one study day the schedule may take, in items. An item counts once a day, however often it is asked: as
 * new when it is graded for the first time, as a review when it is first graded on a later day than the last. Learning
 * steps count as neither.
 */
export interface DailyLimits {
  readonly newPerDay: number;
  readonly reviewsPerDay: number;
  /** New items and reviews together; null for no limit. */
  readonly perDay: number | null;
}

/** What may still be asked in a study day. */
export interface RoomToday {
  readonly fresh: number;
  readonly reviews: number;
  /** New items and reviews together; Infinity without a limit. */
  readonly all: number;
}

/** What was done in the study day of `now`; null when nothing was. */
export function recordOfToday(state: LearnerState, now: number): DayRecord | null {
  const today = state.rulesOfFold.studyDays.dayOf(now);
  for (const record of latestDays(state.days)) {
    // After a clock that went back there are later days.
    if (record.day <= today) return record.day === today ? record : null;
  }
  return null;
}

/** What the limits leave of the study day of `now`. Whatever reached the schedule has used them, in practice and quizzes too. */
export function roomToday(state: LearnerState, now: number, limits: DailyLimits): RoomToday {
  const record = recordOfToday(state, now);
  const met = record?.met ?? 0;
  const reviewed = record?.again ?? 0;
  const { newPerDay, reviewsPerDay, perDay } = limits;
  return {
    fresh: Math.max(0, newPerDay - met),
    reviews: Math.max(0, reviewsPerDay - reviewed),
    all: perDay === null ? Number.POSITIVE_INFINITY : Math.max(0, perDay - met - reviewed),
  };
}
