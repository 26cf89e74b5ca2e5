import type { Judged } from './judged.ts';

/** A quiz as it was asked for; `questions` come from planQuiz. */
export interface QuizRules {
  readonly seed: string;
  /** Names, `skill@seed`. */
  readonly questions: readonly string[];
  /** Time for the whole quiz, ms. */
  readonly limitMs: number;
  /** Whether the verdict is shown after each question or only in the result. */
  readonly feedback: 'end' | 'each';
}

/** What became of one question. `tookMs` is from its first frame; nothing stops that clock. */
export type QuizOutcome<V extends Judged> =
  | {
      readonly kind: 'answered';
      readonly question: string;
      readonly given: Readonly<Record<string, string>>;
      readonly verdict: V;
      readonly tookMs: number;
    }
  | { readonly kind: 'skipped'; readonly question: string; readonly tookMs: number }
  /** On the screen when the quiz ended. */
  | { readonly kind: 'unanswered'; readonly question: string; readonly tookMs: number };

export type QuizPhase =
  | { readonly kind: 'asking'; readonly shownAt: number; readonly typed: Readonly<Record<string, string>> }
  /** The last outcome is on the screen; only with feedback 'each', and only after an answer. */
  | { readonly kind: 'feedback' }
  | { readonly kind: 'finished'; readonly why: 'complete' | 'time-over' | 'left' };

export interface QuizState<V extends Judged> {
  readonly rules: QuizRules;
  readonly startedAt: number;
  /** The latest time any action brought; a clock that goes back does not give time back. */
  readonly clock: number;
  /** When the last outcome was settled; the quiz's own time ends here once it is finished. */
  readonly settledAt: number;
  readonly outcomes: readonly QuizOutcome<V>[];
  readonly phase: QuizPhase;
}

/** Times are ms since the epoch. An action that does not fit the phase changes nothing but the clock. */
export type QuizAction<V extends Judged> =
  | { readonly type: 'tick'; readonly now: number }
  | { readonly type: 'typed'; readonly field: string; readonly value: string }
  | { readonly type: 'judged'; readonly verdict: V; readonly now: number }
  | { readonly type: 'skipped'; readonly now: number }
  /** From the feedback to the next question. */
  | { readonly type: 'next'; readonly now: number }
  /** The learner ends the quiz early. */
  | { readonly type: 'left'; readonly now: number };

/** What was done of a quiz before it was left: its first questions answered, and so much of its time used, ms. */
export interface QuizBefore<V extends Judged> {
  readonly outcomes: readonly QuizOutcome<V>[];
  readonly usedMs: number;
}

/**
 * A quiz with its first question on the screen, or with the first that is left when it is gone on with; without any it
 * is finished. The clock of a quiz gone on with stands where it stood.
 */
export function start<V extends Judged>(
  rules: QuizRules,
  now: number,
  before: QuizBefore<V> = { outcomes: [], usedMs: 0 },
): QuizState<V> {
  const { outcomes } = before;
  const isLeft = rules.questions.length > outcomes.length;
  const phase: QuizPhase = isLeft ? { kind: 'asking', shownAt: now, typed: {} } : { kind: 'finished', why: 'complete' };
  return { rules, startedAt: now - before.usedMs, clock: now, settledAt: now, outcomes, phase };
}

/** Time used of the whole quiz, ms. */
export function usedMs<V extends Judged>(state: QuizState<V>, now: number): number {
  return Math.max(0, Math.max(now, state.clock) - state.startedAt);
}

/** The name of the question on the screen, in feedback too; null once finished. */
export function currentQuestion<V extends Judged>(state: QuizState<V>): string | null {
  const { phase, outcomes, rules } = state;
  if (phase.kind === 'finished') return null;
  return rules.questions[phase.kind === 'feedback' ? outcomes.length - 1 : outcomes.length] ?? null;
}

/** Time left of the whole quiz, ms, never below 0. */
export function remainingMs<V extends Judged>(state: QuizState<V>, now: number): number {
  return Math.max(0, state.rules.limitMs - usedMs(state, now));
}

/** Time spent on the question on the screen, ms; 0 when none is being answered. */
export function questionMs<V extends Judged>(state: QuizState<V>, now: number): number {
  return state.phase.kind === 'asking' ? Math.max(now, state.clock) - state.phase.shownAt : 0;
}

/** Whether an answer given now still counts: check before it is judged and logged. */
export function acceptsAnswer<V extends Judged>(state: QuizState<V>, now: number): boolean {
  return state.phase.kind === 'asking' && remainingMs(state, now) > 0;
}

function advance<V extends Judged>(state: QuizState<V>): QuizState<V> {
  const more = state.outcomes.length < state.rules.questions.length;
  return {
    ...state,
    phase: more ? { kind: 'asking', shownAt: state.clock, typed: {} } : { kind: 'finished', why: 'complete' },
  };
}

/** Ends the quiz at a time; the question on the screen counts as not answered. */
function end<V extends Judged>(state: QuizState<V>, at: number, why: 'time-over' | 'left'): QuizState<V> {
  const { phase, outcomes } = state;
  const question = currentQuestion(state);
  const interrupted: QuizOutcome<V>[] =
    phase.kind === 'asking' && question !== null
      ? [{ kind: 'unanswered', question, tookMs: Math.max(0, at - phase.shownAt) }]
      : [];
  return { ...state, settledAt: at, outcomes: [...outcomes, ...interrupted], phase: { kind: 'finished', why } };
}

function settle<V extends Judged>(
  state: QuizState<V>,
  settled: { readonly kind: 'answered'; readonly verdict: V } | { readonly kind: 'skipped' },
): QuizState<V> {
  const { phase, clock } = state;
  const question = currentQuestion(state);
  if (phase.kind !== 'asking' || question === null) return state;
  const tookMs = clock - phase.shownAt;
  const outcome: QuizOutcome<V> =
    settled.kind === 'answered'
      ? { kind: 'answered', question, given: phase.typed, verdict: settled.verdict, tookMs }
      : { kind: 'skipped', question, tookMs };
  const after = { ...state, settledAt: clock, outcomes: [...state.outcomes, outcome] };
  const shows = settled.kind === 'answered' && state.rules.feedback === 'each';
  return shows ? { ...after, phase: { kind: 'feedback' } } : advance(after);
}

/** The state after an action. Whatever the action, a quiz whose time is over ends at its limit. */
export function reduce<V extends Judged>(state: QuizState<V>, action: QuizAction<V>): QuizState<V> {
  if (state.phase.kind === 'finished') return state;
  if (action.type === 'typed') {
    if (state.phase.kind !== 'asking') return state;
    return { ...state, phase: { ...state.phase, typed: { ...state.phase.typed, [action.field]: action.value } } };
  }
  const timed = { ...state, clock: Math.max(state.clock, action.now) };
  // The feedback of the last question may be read to its end: there is nothing left to run out of time for.
  const allSettled = state.outcomes.length === state.rules.questions.length;
  if (!allSettled && remainingMs(timed, action.now) === 0) {
    return end(timed, state.startedAt + state.rules.limitMs, 'time-over');
  }
  switch (action.type) {
    case 'tick':
      return timed;
    case 'judged':
      return settle(timed, { kind: 'answered', verdict: action.verdict });
    case 'skipped':
      return settle(timed, { kind: 'skipped' });
    case 'next':
      return timed.phase.kind === 'feedback' ? advance(timed) : timed;
    case 'left':
      return allSettled ? advance(timed) : end(timed, timed.clock, 'left');
  }
}
