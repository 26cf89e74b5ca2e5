import type { EventDraft, InterviewEvent, Marks } from '../events/event.ts';
import { type InterviewStep, type ListName, NO_MARKS, toggled } from './interview-steps.ts';

/** Which question, and which going through it. */
export interface InterviewRun {
  readonly module: string;
  readonly question: string;
  /** Unique to this going; answers and follow-ups of one going belong together by it. */
  readonly run: string;
}

/** An answer as its learner graded it. */
export interface GradedAnswer {
  readonly text: string;
  readonly marks: Marks;
}

export type InterviewPhase =
  /** `text` is what the answer begins with; `spentMs` was spent on it before `shownAt`. */
  | { readonly kind: 'writing'; readonly text: string; readonly shownAt: number; readonly spentMs: number }
  | { readonly kind: 'checking'; readonly text: string; readonly marks: Marks; readonly tookMs: number }
  | { readonly kind: 'summary' };

/** A question and its follow-ups, answered and graded one by one. */
export interface InterviewState {
  readonly run: InterviewRun;
  readonly steps: readonly InterviewStep[];
  /** What has been graded: the first of `steps`, in their order. */
  readonly graded: readonly GradedAnswer[];
  readonly phase: InterviewPhase;
}

/** Times are ms since the epoch. An action that does not fit the phase changes nothing. */
export type InterviewAction =
  /** The answer is finished; its points come next. */
  | { readonly type: 'written'; readonly text: string; readonly now: number }
  | { readonly type: 'toggled'; readonly list: ListName; readonly place: number }
  /** Back to the text; the marks are made anew. */
  | { readonly type: 'rewrite'; readonly now: number }
  /** The marks stand; on to the next step, or to the summary. */
  | { readonly type: 'graded'; readonly now: number };

/** The beginning of a going, or its continuation after what was graded and written before. */
export function startInterview(
  run: InterviewRun,
  steps: readonly InterviewStep[],
  now: number,
  earlier: { readonly graded: readonly GradedAnswer[]; readonly phase: InterviewPhase | null } | null = null,
): InterviewState {
  const graded = earlier?.graded ?? [];
  return { run, steps, graded, phase: earlier?.phase ?? nextPhase(graded.length, steps, now) };
}

function nextPhase(done: number, steps: readonly InterviewStep[], now: number): InterviewPhase {
  return done < steps.length ? { kind: 'writing', text: '', shownAt: now, spentMs: 0 } : { kind: 'summary' };
}

export function reduceInterview(state: InterviewState, action: InterviewAction): InterviewState {
  const { phase, graded, steps } = state;
  switch (action.type) {
    case 'written':
      if (phase.kind !== 'writing') return state;
      return {
        ...state,
        phase: { kind: 'checking', text: action.text, marks: NO_MARKS, tookMs: tookMs(phase, action.now) },
      };
    case 'toggled':
      if (phase.kind !== 'checking') return state;
      return { ...state, phase: { ...phase, marks: toggled(phase.marks, action.list, action.place) } };
    case 'rewrite':
      if (phase.kind !== 'checking') return state;
      return { ...state, phase: { kind: 'writing', text: phase.text, shownAt: action.now, spentMs: phase.tookMs } };
    case 'graded': {
      if (phase.kind !== 'checking') return state;
      const all = [...graded, { text: phase.text, marks: phase.marks }];
      return { ...state, graded: all, phase: nextPhase(all.length, steps, action.now) };
    }
  }
}

/** The step being answered or graded; null in the summary. */
export function currentStep({ phase, steps, graded }: InterviewState): InterviewStep | null {
  return phase.kind === 'summary' ? null : (steps[graded.length] ?? null);
}

function tookMs({ shownAt, spentMs }: { readonly shownAt: number; readonly spentMs: number }, now: number): number {
  return spentMs + Math.max(0, now - shownAt);
}

type InterviewDraft = Extract<EventDraft, { kind: 'interview' }>;

/** What to log so that leaving now loses nothing: `text` is what stands in the field, the marks are the state's own. */
export function draftOf(state: InterviewState, text: string, now: number): InterviewDraft | null {
  const { phase } = state;
  if (phase.kind === 'writing') return eventOf(state, 'draft', text, null, tookMs(phase, now));
  return phase.kind === 'checking' ? eventOf(state, 'draft', phase.text, phase.marks, phase.tookMs) : null;
}

/** What to log when the marks stand; null when nothing is being graded. */
export function gradedOf(state: InterviewState): InterviewDraft | null {
  const { phase } = state;
  return phase.kind === 'checking' ? eventOf(state, 'graded', phase.text, phase.marks, phase.tookMs) : null;
}

function eventOf(
  state: InterviewState,
  what: InterviewEvent['what'],
  text: string,
  marks: Marks | null,
  took: number,
): InterviewDraft | null {
  const step = currentStep(state);
  if (step === null) return null;
  const { must, bonus, traps } = step.points;
  const of = { must: must.length, bonus: bonus.length, traps: traps.length };
  return { kind: 'interview', what, ...state.run, followUp: step.followUp, text, marks, of, tookMs: took };
}
