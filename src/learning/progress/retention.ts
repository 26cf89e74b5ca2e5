import { NO_REVIEWS, type ReviewTally } from '../account/account.ts';
import { latestDays } from '../account/latest-days.ts';
import type { LearnerState } from '../account/state.ts';
import { wilson } from './proportion.ts';

/** Fewer reviews than this say nothing of a forecast. */
export const FEWEST_REVIEWS = 20;

/**
 * How a forecast stands to what happened: 'too-few' under FEWEST_REVIEWS reviews, 'as-forecast' when it lies within the
 * 99% interval (Wilson) around the share recalled, otherwise 'better' when more was recalled, or 'worse'.
 */
export type ForecastVerdict = 'too-few' | 'as-forecast' | 'better' | 'worse';

/** What was recalled of what FSRS expected to be. */
export interface Retention {
  /** Learned items asked again on a later study day than their last grade, once a day each. */
  readonly reviews: number;
  readonly recalled: number;
  /** recalled / reviews: true retention, as in Anki; null without reviews. */
  readonly retention: number | null;
  /** The mean chance of recall that FSRS gave them just before; null without reviews. */
  readonly forecast: number | null;
  /** 99% interval (Wilson) of the retention; null without reviews. */
  readonly interval: readonly [low: number, high: number] | null;
  readonly verdict: ForecastVerdict;
}

/** The last so many study days, today among them; 'all' for ever. */
export type RetentionSpan = 1 | 7 | 30 | 90 | 'all';

export const RETENTION_SPANS: readonly RetentionSpan[] = [1, 7, 30, 90, 'all'];

export interface RetentionWindow {
  readonly days: RetentionSpan;
  readonly all: Retention;
  /** Items of a stability below 21 days, and of 21 days or more, at the time of the review. */
  readonly young: Retention;
  readonly mature: Retention;
}

/** True retention beside its forecast in the study day of `now` and in the days up to it. */
export function retentionOf({ days, rulesOfFold }: LearnerState, now: number): RetentionWindow[] {
  const today = rulesOfFold.studyDays.dayOf(now);
  const all = { ...NO_REVIEWS };
  const mature = { ...NO_REVIEWS };
  const windows: RetentionWindow[] = [];
  // Each window holds the one before it, so one walk back is enough for all.
  const closeBefore = (day: number): void => {
    for (let span = RETENTION_SPANS[windows.length]; span !== undefined; span = RETENTION_SPANS[windows.length]) {
      if (span === 'all' ? day !== Number.NEGATIVE_INFINITY : day > today - span) return;
      windows.push(windowFrom(span, all, mature));
    }
  };
  for (const { day, reviews, mature: old } of latestDays(days)) {
    if (day > today) continue;
    closeBefore(day);
    addTo(all, reviews);
    addTo(mature, old);
  }
  closeBefore(Number.NEGATIVE_INFINITY);
  return windows;
}

function addTo(
  sum: { -readonly [Key in keyof ReviewTally]: number },
  { count, recalled, expected }: ReviewTally,
): void {
  sum.count += count;
  sum.recalled += recalled;
  sum.expected += expected;
}

function windowFrom(days: RetentionSpan, all: ReviewTally, mature: ReviewTally): RetentionWindow {
  const young = {
    count: all.count - mature.count,
    recalled: all.recalled - mature.recalled,
    expected: all.expected - mature.expected,
  };
  return { days, all: retentionFrom(all), young: retentionFrom(young), mature: retentionFrom(mature) };
}

/** A tally as a retention. */
export function retentionFrom({ count, recalled, expected }: ReviewTally): Retention {
  if (count === 0) {
    return { reviews: 0, recalled: 0, retention: null, forecast: null, interval: null, verdict: 'too-few' };
  }
  const { low, high } = wilson(recalled, count);
  const forecast = Math.min(1, Math.max(0, expected / count));
  const verdict =
    count < FEWEST_REVIEWS ? 'too-few' : forecast < low ? 'better' : forecast > high ? 'worse' : 'as-forecast';
  return { reviews: count, recalled, retention: recalled / count, forecast, interval: [low, high], verdict };
}
