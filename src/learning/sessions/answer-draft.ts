import type { Verdict } from '../../questions/diagnosis.ts';
import type { LearnerState } from '../account/state.ts';
import type { AnswerEvent, EventDraft, ItemId } from '../events/event.ts';
import { skillOf } from '../events/event.ts';
import { gradeAnswer, practiceGrade, usualMs } from '../schedule/grading.ts';
import { memoryOf, type ScheduleOptions } from '../schedule/schedule.ts';
import type { JudgedByRules } from './judged.ts';

/** A checked answer, as the sessions hand it out. */
export interface CheckedAnswer {
  /** `skill@seed` */
  readonly question: string;
  readonly given: Readonly<Record<string, string>>;
  readonly verdict: Verdict;
  readonly hinted: boolean;
  readonly tookMs: number;
}

/** What a session keeps of a verdict: whether it was right, and each wrong rule followed once. */
export function judgedByRules({ correct, fields }: Verdict): JudgedByRules {
  const rules = new Set(
    fields.flatMap((field) => (field.outcome === 'wrong' && field.rule !== null ? [field.rule] : [])),
  );
  return { correct, rules: [...rules] };
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
  const { correct, rules } = judgedByRules(verdict);
  const item: ItemId = `skill:${skillOf(question)}`;
  const grade = gradeAnswer({ correct, hinted, tookMs, usualMs: usualMs(state, item) });
  return {
    kind: 'answer',
    question,
    correct,
    given,
    rules,
    hinted,
    tookMs,
    where,
    grade: where === 'review' ? grade : practiceGrade(grade, memoryOf(state, item, now, options), now),
  };
}
