import type { RuleRecord } from '../account/account.ts';
import { latestDays } from '../account/latest-days.ts';
import type { LearnerState } from '../account/state.ts';
import { chanceOfAtMost } from './proportion.ts';

/** Wrong rules older than this, in days, say nothing about the learner of today. */
export const RULE_AGE_DAYS = 90;

/** The last days that are held against those before them, up to RULE_AGE_DAYS. */
export const RULE_RECENT_DAYS = 30;

/** A change that chance would bring about less often than this is told. */
const SURPRISE = 0.1;

/**
 * Whether a wrong rule is being left behind: how often it was followed per question in the last 30 days against the 60
 * before. 'fading' or 'growing' when, at an unchanging rate, chance alone would give so few (so many) of its times to
 * the last 30 days in less than one case of ten; 'too-few' when even none of them, or all, would be no such surprise;
 * otherwise 'steady'.
 */
export type RuleTrend = 'fading' | 'growing' | 'steady' | 'too-few';

export interface WrongRule {
  /** M01 ... */
  readonly rule: string;
  readonly count: number;
  readonly lastAt: number;
  readonly trend: RuleTrend;
  /** Times in the last 30 days, and in the 60 before. */
  readonly recent: number;
  readonly before: number;
  /** Those per question answered in those days; null when none was. */
  readonly recentRate: number | null;
  readonly beforeRate: number | null;
}

/** The wrong rules matched in the last 90 study days, most frequent first, the latest first among equals. */
export function wrongRulesOf({ rules, days, rulesOfFold }: LearnerState, now: number): WrongRule[] {
  const today = rulesOfFold.studyDays.dayOf(now);
  const asked = { recent: 0, before: 0 };
  for (const { day, answered } of latestDays(days)) {
    if (day <= today - RULE_AGE_DAYS) break;
    const when = whenOf(day, today);
    if (when !== null) asked[when] += answered;
  }
  return [...rules]
    .map(([rule, record]) => wrongRule(rule, record, today, asked))
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count || b.lastAt - a.lastAt || (a.rule < b.rule ? -1 : 1));
}

function wrongRule(
  rule: string,
  { days, lastAt }: RuleRecord,
  today: number,
  asked: { readonly recent: number; readonly before: number },
): WrongRule {
  const followed = { recent: 0, before: 0 };
  for (const [day, count] of days) {
    const when = whenOf(day, today);
    if (when !== null) followed[when] += count;
  }
  const { recent, before } = followed;
  return {
    rule,
    count: recent + before,
    lastAt,
    trend: trendOf(recent, before, asked),
    recent,
    before,
    recentRate: asked.recent === 0 ? null : recent / asked.recent,
    beforeRate: asked.before === 0 ? null : before / asked.before,
  };
}

/** Which of the two times a study day belongs to; null when it is too old, or still to come. */
function whenOf(day: number, today: number): 'recent' | 'before' | null {
  if (day > today || day <= today - RULE_AGE_DAYS) return null;
  return day > today - RULE_RECENT_DAYS ? 'recent' : 'before';
}

/** The trend of a rule followed so often, when so many questions were asked in the last days and in those before. */
export function trendOf(
  recent: number,
  before: number,
  asked: { readonly recent: number; readonly before: number },
): RuleTrend {
  const count = recent + before;
  // An answer may follow several rules, but each at most once: at an unchanging rate the questions share its times out.
  const share = asked.recent / Math.max(1, asked.recent + asked.before);
  if (share === 0 || share === 1 || count === 0) return 'too-few';
  if (chanceOfAtMost(recent, count, share) < SURPRISE) return 'fading';
  if (1 - chanceOfAtMost(recent - 1, count, share) < SURPRISE) return 'growing';
  return Math.max((1 - share) ** count, share ** count) < SURPRISE ? 'steady' : 'too-few';
}
