import type { InterviewEvent } from './event.ts';
import { newestFirst } from './history.ts';
import type { GradedAnswer, InterviewPhase } from './interview-session.ts';
import { type InterviewStep, marksWithin, NO_MARKS } from './interview-steps.ts';
import type { LearnerState } from './state.ts';

/** What the log knows about a learner's answers to one question. */
export interface QuestionRecord {
  /** The newest graded answer to the question itself. */
  readonly last: { readonly at: number; readonly had: number; readonly of: number; readonly traps: number } | null;
  /** The newest going was left before its last follow-up, or while an answer was being written. */
  readonly begun: boolean;
}

/** The name a question has across modules: `module/question`. */
export function questionKey({ module, question }: Pick<InterviewEvent, 'module' | 'question'>): string {
  return `${module}/${question}`;
}

/** The record of each question that was answered or begun, by questionKey. `followUps` tells how many a question has. */
export function interviewRecords(
  state: LearnerState,
  followUps: ReadonlyMap<string, number>,
): ReadonlyMap<string, QuestionRecord> {
  const events = new Map<string, InterviewEvent[]>();
  for (const event of newestFirst(state.timeline)) {
    if (event.kind !== 'interview') continue;
    const key = questionKey(event);
    const known = events.get(key);
    if (known === undefined) events.set(key, [event]);
    else known.push(event);
  }
  return new Map(
    [...events].map(([key, ofQuestion]) => {
      const last = ofQuestion.find(({ what, followUp }) => what === 'graded' && followUp === null);
      const [newest] = ofQuestion;
      const steps = 1 + (followUps.get(key) ?? 0);
      const done = new Set(
        ofQuestion.flatMap(({ what, run, followUp }) => (what === 'graded' && run === newest?.run ? [followUp] : [])),
      );
      const record: QuestionRecord = {
        last:
          last === undefined
            ? null
            : {
                at: last.at,
                had: last.marks?.must.length ?? 0,
                of: last.of.must,
                traps: last.marks?.traps.length ?? 0,
              },
        begun: done.size < steps && !(done.size === 0 && newest !== undefined && isBlank(newest)),
      };
      return [key, record];
    }),
  );
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
  const key = questionKey(question);
  const ofRun: InterviewEvent[] = [];
  for (const event of newestFirst(state.timeline)) {
    if (event.kind !== 'interview' || questionKey(event) !== key) continue;
    if (ofRun[0] !== undefined && ofRun[0].run !== event.run) continue;
    ofRun.push(event);
  }
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
