import { questionKey } from '../account/interview-account.ts';
import type { LearnerState } from '../account/state.ts';
import type { InterviewEvent } from '../events/event.ts';
import type { GradedAnswer, InterviewPhase } from './interview-session.ts';
import { type InterviewStep, marksWithin, NO_MARKS } from './interview-steps.ts';

/** How an answer to a question itself, not to a follow-up, was graded by its learner. */
export interface LastAnswer {
  readonly at: number;
  /** Points made, of those an answer must have. */
  readonly had: number;
  readonly of: number;
}

/** The newest graded answer to each question that has one, by questionKey. */
export function lastAnswers({ interviews }: LearnerState): ReadonlyMap<string, LastAnswer> {
  return new Map([...interviews].flatMap(([key, { last }]) => (last === null ? [] : [[key, last]])));
}

/** Nothing written and nothing ticked: as if it had not been opened. */
function isBlank({ what, text, marks }: InterviewEvent): boolean {
  return what === 'draft' && text === '' && marks === null;
}

/** A going that was left: what to go on with. */
export interface LeftRun {
  readonly run: string;
  readonly graded: readonly GradedAnswer[];
  readonly phase: InterviewPhase | null;
}

/**
 * The newest going through a question, when it was left before its end. What was written comes back, and what was ticked
 * when the points are still as many.
 */
export function leftRun(
  state: LearnerState,
  question: Pick<InterviewEvent, 'module' | 'question'>,
  steps: readonly InterviewStep[],
  now: number,
): LeftRun | null {
  const ofRun = state.interviews.get(questionKey(question))?.run ?? [];
  const [newest] = ofRun;
  if (newest === undefined) return null;
  const graded: GradedAnswer[] = [];
  for (const step of steps) {
    const event = ofRun.find(({ what, followUp }) => what === 'graded' && followUp === step.followUp);
    if (event === undefined) break;
    graded.push({ text: event.text, marks: marksWithin(event.marks ?? NO_MARKS, step) });
  }
  const step = steps[graded.length];
  if (step === undefined) return null;
  const draft = ofRun.find(({ what, followUp }) => what === 'draft' && followUp === step.followUp);
  const phase = draft === undefined ? null : phaseOf(draft, step, now);
  const isEmpty = draft === undefined || isBlank(draft);
  return graded.length === 0 && isEmpty ? null : { run: newest.run, graded, phase };
}

function phaseOf({ text, marks, of, tookMs }: InterviewEvent, step: InterviewStep, now: number): InterviewPhase {
  const { must, bonus, traps } = step.points;
  const same = of.must === must.length && of.bonus === bonus.length && of.traps === traps.length;
  return marks !== null && same
    ? { kind: 'checking', text, marks: marksWithin(marks, step), tookMs }
    : { kind: 'writing', text, shownAt: now, spentMs: tookMs };
}
