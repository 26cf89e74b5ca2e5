import type { Pace } from '../account/account.ts';
import { answersOfPace, medianOfPace } from '../account/pace.ts';
import type { LearnerState } from '../account/state.ts';
import { dateOf, mondayOf } from '../study-day.ts';

/** Weeks the response times look back, the week of now among them. */
export const PACE_WEEKS = 26;

/** Weeks between the two that are compared. */
export const PACE_APART = 4;

/** Fewer right answers than this have no median to be compared. */
export const FEWEST_PACED = 20;

/** Medians closer than this are called the same, as a share of the older one. */
const SAME = 0.1;

export interface PaceWeek {
  /** The Monday on which it starts: '2026-11-23' */
  readonly date: string;
  /** Right answers without a hint. */
  readonly answers: number;
  /** Their median time to within 4%, ms; null without answers. */
  readonly medianMs: number | null;
}

/** The newest week with FEWEST_PACED answers, of this week and the last, against the week four weeks before it. */
export type PaceChange =
  | { readonly kind: 'too-few' }
  | {
      readonly kind: 'faster' | 'slower' | 'same';
      readonly medianMs: number;
      readonly beforeMs: number;
    };

export interface PaceTrend {
  /** Oldest first, up to the week of now. */
  readonly weeks: readonly PaceWeek[];
  readonly change: PaceChange;
}

/** Response times by week, whatever was asked: a week of harder questions is slower too. */
export function paceTrendOf({ pace, rulesOfFold }: LearnerState, now: number): PaceTrend {
  const thisWeek = mondayOf(rulesOfFold.studyDays.dayOf(now));
  const first = thisWeek - 7 * (PACE_WEEKS - 1);
  const known = new Map<number, Pace>();
  for (let node = pace; node !== null && node.week >= first; node = node.before) known.set(node.week, node);
  const weeks = Array.from({ length: PACE_WEEKS }, (_, at): PaceWeek => {
    const week = first + 7 * at;
    const { counts } = known.get(week) ?? { counts: [] };
    return { date: dateOf(week), answers: answersOfPace({ counts }), medianMs: medianOfPace({ counts }) };
  });
  return { weeks, change: changeOf(weeks) };
}

function changeOf(weeks: readonly PaceWeek[]): PaceChange {
  const at = [weeks.length - 1, weeks.length - 2].find((one) => (weeks[one]?.answers ?? 0) >= FEWEST_PACED);
  if (at === undefined) return { kind: 'too-few' };
  const before = weeks[at - PACE_APART];
  const medianMs = weeks[at]?.medianMs ?? null;
  const beforeMs = before?.medianMs ?? null;
  if (medianMs === null || beforeMs === null || (before?.answers ?? 0) < FEWEST_PACED) return { kind: 'too-few' };
  const ratio = medianMs / beforeMs;
  const kind = ratio < 1 - SAME ? 'faster' : ratio > 1 + SAME ? 'slower' : 'same';
  return { kind, medianMs, beforeMs };
}
