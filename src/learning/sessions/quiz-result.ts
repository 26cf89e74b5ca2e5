import type { EventDraft } from '../events/event.ts';
import { median } from '../schedule/grading.ts';
import type { Judged } from './judged.ts';
import type { QuizOutcome, QuizState } from './quiz-session.ts';

export interface QuizResult<V extends Judged> {
  readonly seed: string;
  readonly why: 'complete' | 'time-over' | 'left';
  /** Questions planned. */
  readonly asked: number;
  readonly answered: number;
  readonly correct: number;
  readonly skipped: number;
  /** Questions never shown. */
  readonly unreached: number;
  /** Right answers of all questions planned, 0 to 1; 0 when there were none. */
  readonly score: number;
  readonly limitMs: number;
  readonly feedback: 'end' | 'each';
  /** From the first question's first frame to the last one settled, ms. */
  readonly tookMs: number;
  /** Over the answered questions, ms; null when none was. */
  readonly medianMs: number | null;
  /** Every question shown, in order. */
  readonly outcomes: readonly QuizOutcome<V>[];
  /** The outcomes that are not a right answer. */
  readonly mistakes: readonly QuizOutcome<V>[];
  /** Names to practise again: the questions shown and not answered right. */
  readonly practiseAgain: readonly string[];
}

/** The result of a finished quiz; null while it runs. */
export function resultOf<V extends Judged>(state: QuizState<V>): QuizResult<V> | null {
  const { phase, outcomes, rules } = state;
  if (phase.kind !== 'finished') return null;
  const asked = rules.questions.length;
  const answered = outcomes.filter((outcome) => outcome.kind === 'answered');
  const correct = answered.filter(({ verdict }) => verdict.correct).length;
  const mistakes = outcomes.filter((outcome) => outcome.kind !== 'answered' || !outcome.verdict.correct);
  return {
    seed: rules.seed,
    why: phase.why,
    asked,
    answered: answered.length,
    correct,
    skipped: outcomes.filter(({ kind }) => kind === 'skipped').length,
    unreached: asked - outcomes.length,
    score: asked === 0 ? 0 : correct / asked,
    limitMs: rules.limitMs,
    feedback: rules.feedback,
    tookMs: state.settledAt - state.startedAt,
    medianMs: median(answered.map(({ tookMs }) => tookMs)),
    outcomes,
    mistakes,
    practiseAgain: mistakes.map(({ question }) => question),
  };
}

/** The event to log for a finished quiz; its answers are logged one by one as they are given. */
export function quizDraft<V extends Judged>(result: QuizResult<V>): Extract<EventDraft, { kind: 'quiz' }> {
  const { seed, asked, correct, tookMs, limitMs } = result;
  return { kind: 'quiz', seed, asked, correct, tookMs, limitMs };
}
