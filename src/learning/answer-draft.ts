import type { AnswerEvent, EventDraft, ItemId } from './event.ts';
import { skillOf } from './event.ts';
import { gradeAnswer, practiceGrade, usualMs } from './grading.ts';
import { memoryOf, type ScheduleOptions } from './schedule.ts';
import type { LearnerState } from './state.ts';

/** What a session needs to know of a checked answer; a Verdict of the questions floor fits. */
export interface Judged {
  readonly correct: boolean;
}

/** A verdict with the wrong rules its fields matched. */
export interface Diagnosed extends Judged {
  readonly fields: readonly { readonly rule: string | null }[];
}

/** A checked answer, as the sessions hand it out. */
export interface CheckedAnswer {
  /** `skill@seed` */
  readonly question: string;
  readonly given: Readonly<Record<string, string>>;
  readonly verdict: Diagnosed;
  readonly hinted: boolean;
  readonly tookMs: number;
}

/** The event to log for a checked answer given now. In a review its grade always counts, elsewhere by practiceGrade. */
export function answerDraft(
  state: LearnerState,
  answer: CheckedAnswer,
  where: AnswerEvent['where'],
  now: number,
  options?: ScheduleOptions,
): Extract<EventDraft, { kind: 'answer' }> {
  const { question, given, verdict, hinted, tookMs } = answer;
  const rules = new Set(verdict.fields.flatMap(({ rule }) => (rule === null ? [] : [rule])));
  const item: ItemId = `skill:${skillOf(question)}`;
  const grade = gradeAnswer({ correct: verdict.correct, hinted, tookMs, usualMs: usualMs(state, item) });
  return {
    kind: 'answer',
    question,
    correct: verdict.correct,
    given,
    rules: [...rules],
    hinted,
    tookMs,
    where,
    grade: where === 'review' ? grade : practiceGrade(grade, memoryOf(state, item, now, options), now),
  };
}
