import type { Weights } from '../memory/fsrs.ts';
import { localStudyDays, type StudyDays } from '../study-day.ts';

/** What the meaning of a log depends on beside its events: the same log under other rules is folded anew. */
export interface FoldRules {
  readonly studyDays: StudyDays;
  /** FSRS weights fitted to this learner; null for the defaults. */
  readonly weights: Weights;
}

export const defaultRules: FoldRules = { studyDays: localStudyDays, weights: null };
