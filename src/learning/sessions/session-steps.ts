import type { SessionAnswer } from '../account/account.ts';
import type { CountedEvent } from '../account/accounting.ts';
import { newestFirst } from '../account/history.ts';
import type { LearnerState } from '../account/state.ts';
import { isReview, itemOf } from '../events/event.ts';
import type { JudgedByRules } from './judged.ts';
import type { PracticeAnswer } from './practice-session.ts';
import type { SessionStep } from './session-summary.ts';

/** What was done, by an event of the log; null when it says nothing of how well an item is known. */
export function stepOf(event: CountedEvent): SessionStep | null {
  if (!isReview(event)) return null;
  const item = itemOf(event);
  const { tookMs } = event;
  return event.kind === 'card'
    ? { item, correct: event.grade > 1, hinted: false, rules: [], tookMs }
    : { item, correct: event.correct, hinted: event.hinted, rules: event.rules, tookMs };
}

/** What was done in a practice. */
export function practiceSteps(answers: readonly PracticeAnswer<JudgedByRules>[]): SessionStep[] {
  return answers.map(({ question, verdict, hinted, tookMs }) => stepOfAnswer({ question, ...verdict, hinted, tookMs }));
}

/** What was done by one checked answer. */
export function stepOfAnswer(answer: Omit<SessionAnswer, 'grade' | 'given'>): SessionStep {
  const { question, correct, hinted, rules, tookMs } = answer;
  return { item: itemOf({ kind: 'answer', question }), correct, hinted, rules, tookMs };
}

/** What was done in a review, of whose grades there are `count`: the newest so many, and when the first of them was. */
export function reviewSteps(
  { recent }: LearnerState,
  count: number,
): { readonly steps: readonly SessionStep[]; readonly since: number } {
  const steps: SessionStep[] = [];
  let since = Number.POSITIVE_INFINITY;
  for (const event of newestFirst(recent)) {
    if (steps.length >= count) break;
    const step = stepOf(event);
    if (step === null) continue;
    steps.push(step);
    since = event.at;
  }
  return { steps: steps.reverse(), since };
}
