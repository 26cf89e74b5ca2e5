import type { SessionAnswer, SessionRecord, Sessions } from '../account/account.ts';
import { answeredAmong, questionsOf } from '../account/session-record.ts';
import { skillOf } from '../events/event.ts';
import { DAY_MS } from '../study-day.ts';
import type { JudgedByRules } from './judged.ts';
import type { PracticeAnswer } from './practice-session.ts';
import type { QuizRules } from './quiz-session.ts';

/** A session is offered to be gone on with for so long after its last event, ms. */
export const OFFERED_MS = 7 * DAY_MS;

/**
 * The sessions that can be gone on with, the latest first. A practice with every question answered has nothing left to
 * ask; a quiz that was stopped before its result was written still has its result to come.
 */
export function openSessions({ practice, quiz }: Sessions, now: number): readonly SessionRecord[] {
  const isOffered = (record: SessionRecord | null): record is SessionRecord =>
    record !== null && !record.ended && now - record.lastAt <= OFFERED_MS;
  const isPracticeLeft = (record: SessionRecord): boolean =>
    record.toChoose > 0 || record.answered.length < questionsOf(record).length;
  return [practice, quiz]
    .filter(isOffered)
    .filter((record) => record.started.plan.of === 'quiz' || isPracticeLeft(record))
    .sort((a, b) => b.lastAt - a.lastAt);
}

/** How far a session is: questions answered, of all. */
export function lengthOf(record: SessionRecord): { readonly answered: number; readonly of: number } {
  return { answered: record.answered.length, of: questionsOf(record).length + record.toChoose };
}

/** What is left of a session: what was answered comes first, in the order of the answers, then what is still to ask. */
interface Left {
  readonly questions: readonly string[];
  readonly answered: readonly SessionAnswer[];
}

/**
 * What is left of a session in a version of the program that asks the skills `isKnown`. Questions passed over are those
 * that stand before the last one answered: they are asked again, after the others.
 */
function leftOf(record: SessionRecord, isKnown: (skill: string) => boolean): Left {
  const isAsked = (question: string): boolean => isKnown(skillOf(question));
  const answered = record.answered.filter(({ question }) => isAsked(question));
  const questions = questionsOf(record).filter(isAsked);
  const done = answeredAmong(questions, answered);
  const goesOn = done.lastIndexOf(true) + 1;
  const left = (from: number, to: number) => questions.slice(from, to).filter((_, at) => done[from + at] !== true);
  const [passed, next] = [left(0, goesOn), left(goesOn, questions.length)];
  return { questions: [...answered.map(({ question }) => question), ...next, ...passed], answered };
}

/** What a practice is gone on with, for start() of practice-session.ts. */
export interface PracticeLeft {
  readonly questions: readonly string[];
  readonly toChoose: number;
  readonly answers: readonly PracticeAnswer<JudgedByRules>[];
}

/** What a practice is gone on with. */
export function practiceLeft(record: SessionRecord, isKnown: (skill: string) => boolean): PracticeLeft {
  const { questions, answered } = leftOf(record, isKnown);
  return {
    questions,
    toChoose: record.toChoose,
    answers: answered.map(({ question, correct, rules, hinted, tookMs }) => ({
      question,
      given: {},
      verdict: { correct, rules },
      hinted,
      tookMs,
    })),
  };
}

/** What a quiz is gone on with; null when the session is none. */
export function quizLeft(
  record: SessionRecord,
  isKnown: (skill: string) => boolean,
): { readonly rules: QuizRules; readonly answered: readonly SessionAnswer[]; readonly usedMs: number } | null {
  const { plan } = record.started;
  if (plan.of !== 'quiz') return null;
  const { questions, answered } = leftOf(record, isKnown);
  const { seed, limitMs, feedback } = plan;
  return { rules: { seed, questions, limitMs, feedback }, answered, usedMs: Math.min(record.usedMs, limitMs) };
}
