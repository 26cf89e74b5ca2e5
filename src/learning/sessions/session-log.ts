import type { EventDraft } from '../events/event.ts';
import type { Judged } from './judged.ts';
import { isOver, type PracticeAction, type PracticeState } from './practice-session.ts';
import type { QuizRules } from './quiz-session.ts';

type SessionDraft = Extract<EventDraft, { kind: 'session' }>;

/**
 * What begins a practice in the log. It is logged before the first answer and not before: a practice that was only
 * looked at leaves nothing, and does not take the place of one that was left.
 */
export function practiceStarted<V extends Judged>(
  session: string,
  { questions, toChoose }: PracticeState<V>,
  scheduled: boolean,
): SessionDraft {
  return { kind: 'session', session, what: 'started', plan: { of: 'practice', questions, toChoose, scheduled } };
}

/** What is to be logged, after practiceStarted, for an action of a practice; null when it changes nothing of the plan. */
export function practiceChange<V extends Judged>(
  session: string,
  before: PracticeState<V>,
  action: PracticeAction<V>,
  after: PracticeState<V>,
): SessionDraft | null {
  const { toChoose } = after;
  switch (action.type) {
    case 'added':
      return { kind: 'session', session, what: 'added', questions: action.questions, toChoose };
    case 'chosen':
      // Without any left to choose the question was not taken in.
      if (after === before) return null;
      return { kind: 'session', session, what: 'added', questions: [action.question], toChoose };
    case 'extended':
      return { kind: 'session', session, what: 'added', questions: [], toChoose };
    default:
      return isOver(after) && !isOver(before) ? { kind: 'session', session, what: 'ended' } : null;
  }
}

/** What begins a quiz in the log, before its first answer. */
export function quizStarted(session: string, { questions, seed, limitMs, feedback }: QuizRules): SessionDraft {
  return { kind: 'session', session, what: 'started', plan: { of: 'quiz', questions, seed, limitMs, feedback } };
}
