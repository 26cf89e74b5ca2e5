import type { Judged } from './judged.ts';

/** One checked answer of a practice session. */
export interface PracticeAnswer<V extends Judged> {
  readonly question: string;
  readonly given: Readonly<Record<string, string>>;
  readonly verdict: V;
  readonly hinted: boolean;
  /** From the question's first frame to the answer, ms. */
  readonly tookMs: number;
}

export type PracticePhase<V extends Judged> =
  | {
      readonly kind: 'asking';
      readonly question: string;
      readonly shownAt: number;
      readonly typed: Readonly<Record<string, string>>;
      readonly hinted: boolean;
    }
  | { readonly kind: 'judged'; readonly answer: PracticeAnswer<V> }
  | { readonly kind: 'finished' };

export interface PracticeState<V extends Judged> {
  /** Names, `skill@seed`, in the order they are asked. */
  readonly questions: readonly string[];
  /** Questions after these that are chosen only when their turn comes, by what was answered until then. */
  readonly toChoose: number;
  readonly answers: readonly PracticeAnswer<V>[];
  readonly phase: PracticePhase<V>;
}

/** Times are ms since the epoch. An action that does not fit the phase changes nothing. */
export type PracticeAction<V extends Judged> =
  | { readonly type: 'typed'; readonly field: string; readonly value: string }
  /** The hint was asked for; the answer then counts as hard. */
  | { readonly type: 'hinted' }
  | { readonly type: 'judged'; readonly verdict: V; readonly now: number }
  | { readonly type: 'next'; readonly now: number }
  /** The question on the screen is passed over: it is no longer one of the session's. */
  | { readonly type: 'skipped'; readonly now: number }
  /** The next of the questions that were still to be chosen: it comes after those there are. */
  | { readonly type: 'chosen'; readonly question: string }
  /** So many more questions are to be chosen. */
  | { readonly type: 'extended'; readonly by: number }
  /** More questions, asked before those that are left: a drill, what was missed once more, or a session going on. */
  | { readonly type: 'added'; readonly questions: readonly string[]; readonly now: number }
  | { readonly type: 'left' };

function ask<V extends Judged>(question: string | undefined, now: number): PracticePhase<V> {
  return question === undefined
    ? { kind: 'finished' }
    : { kind: 'asking', question, shownAt: now, typed: {}, hinted: false };
}

/**
 * A session with its first question on the screen; without questions it is finished. `toChoose` more are to come, and
 * `answers` to the first of the questions were given before, when it is gone on with.
 */
export function start<V extends Judged>(
  questions: readonly string[],
  now: number,
  toChoose = 0,
  answers: readonly PracticeAnswer<V>[] = [],
): PracticeState<V> {
  return { questions, toChoose, answers, phase: ask(questions[answers.length], now) };
}

/** Whether the session has come to its end: none of its questions is left, and none is to be chosen. */
export function isOver<V extends Judged>({ questions, toChoose, answers, phase }: PracticeState<V>): boolean {
  return phase.kind === 'finished' && answers.length >= questions.length && toChoose === 0;
}

/** Whether the next question is still to be chosen: all there are have been asked, and more are to come. */
export function awaitsChoice<V extends Judged>({ questions, toChoose, answers, phase }: PracticeState<V>): boolean {
  const asked = answers.length + (phase.kind === 'asking' ? 1 : 0);
  return toChoose > 0 && asked === questions.length;
}

/** The name of the question on the screen, with its verdict too; null once finished. */
export function currentQuestion<V extends Judged>({ phase }: PracticeState<V>): string | null {
  if (phase.kind === 'finished') return null;
  return phase.kind === 'asking' ? phase.question : phase.answer.question;
}

/** Position of the question on the screen, from 1, of all; the number answered once finished. */
export function position<V extends Judged>(state: PracticeState<V>): { readonly number: number; readonly of: number } {
  const asking = state.phase.kind === 'asking' ? 1 : 0;
  return { number: state.answers.length + asking, of: state.questions.length + state.toChoose };
}

/** Answered, right, and the names of the questions answered wrong, for the session's summary. */
export function summary<V extends Judged>({
  answers,
}: PracticeState<V>): {
  readonly answered: number;
  readonly correct: number;
  readonly missed: readonly string[];
} {
  const missed = answers.filter(({ verdict }) => !verdict.correct).map(({ question }) => question);
  return { answered: answers.length, correct: answers.length - missed.length, missed };
}

/** The state after an action. */
export function reduce<V extends Judged>(state: PracticeState<V>, action: PracticeAction<V>): PracticeState<V> {
  const { phase } = state;
  switch (action.type) {
    case 'typed':
      if (phase.kind !== 'asking') return state;
      return { ...state, phase: { ...phase, typed: { ...phase.typed, [action.field]: action.value } } };
    case 'hinted':
      return phase.kind === 'asking' ? { ...state, phase: { ...phase, hinted: true } } : state;
    case 'judged': {
      if (phase.kind !== 'asking') return state;
      const { question, typed: given, hinted, shownAt } = phase;
      const tookMs = Math.max(0, action.now - shownAt);
      const answer = { question, given, verdict: action.verdict, hinted, tookMs };
      return { ...state, answers: [...state.answers, answer], phase: { kind: 'judged', answer } };
    }
    case 'next':
      if (phase.kind !== 'judged') return state;
      return { ...state, phase: ask(state.questions[state.answers.length], action.now) };
    case 'skipped': {
      if (phase.kind !== 'asking') return state;
      const at = state.answers.length;
      const questions = state.questions.filter((_, index) => index !== at);
      return { ...state, questions, phase: ask(questions[at], action.now) };
    }
    case 'chosen':
      if (state.toChoose === 0) return state;
      return { ...state, questions: [...state.questions, action.question], toChoose: state.toChoose - 1 };
    case 'extended':
      return { ...state, toChoose: state.toChoose + action.by };
    case 'added': {
      const ended = phase.kind === 'finished';
      // Whoever asks for a drill is not first asked what the plan had next. The one on the screen stays where it is.
      const at = state.answers.length + (phase.kind === 'asking' ? 1 : 0);
      const questions = [...state.questions.slice(0, at), ...action.questions, ...state.questions.slice(at)];
      return { ...state, questions, phase: ended ? ask(questions[state.answers.length], action.now) : phase };
    }
    case 'left':
      return { ...state, phase: { kind: 'finished' } };
  }
}
