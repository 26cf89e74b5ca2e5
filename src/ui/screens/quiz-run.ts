import { useLayoutEffect, useRef, useState } from 'react';
import type { SessionAnswer, SessionRecord } from '../../learning/account/account.ts';
import { judgedByRules } from '../../learning/sessions/answer-draft.ts';
import { quizDraft, resultOf } from '../../learning/sessions/quiz-result.ts';
import {
  type QuizAction,
  type QuizOutcome,
  type QuizState,
  reduce,
  start,
  usedMs,
} from '../../learning/sessions/quiz-session.ts';
import { quizStarted } from '../../learning/sessions/session-log.ts';
import { quizLeft } from '../../learning/sessions/session-resume.ts';
import { stepOfAnswer } from '../../learning/sessions/session-steps.ts';
import type { SessionStep } from '../../learning/sessions/session-summary.ts';
import { checkAnswer, type Verdict } from '../../questions/diagnosis.ts';
import { useServices } from '../context.ts';
import type { Engine } from '../services.ts';
import { isAskedBy } from './practice-plan.ts';

type State = QuizState<Verdict>;
type Action = QuizAction<Verdict>;

/** A quiz as it begins, or is gone on with. */
export interface BegunQuiz {
  readonly state: State;
  readonly session: string;
  /** When it began, ms since the epoch: what was learned in it is told against then. */
  readonly startedAt: number;
  /** Whether its beginning is in the log. */
  readonly isLogged: boolean;
}

export interface QuizRun {
  readonly state: State;
  readonly startedAt: number;
  readonly act: (actions: readonly Action[]) => void;
  /** To be called before an answer is logged: the quiz is worth keeping from then on. */
  readonly keep: () => void;
  /** The quiz is left to be gone on with: its clock stands still from now on. */
  readonly pause: () => void;
}

/**
 * The quiz and what changes it. A quiz that ends is logged before its result is drawn; one that was left before any
 * answer is not worth keeping. One that is taken from the screen while it runs stands still from then on.
 */
export function useQuiz(begin: () => BegunQuiz): QuizRun {
  const { store, now } = useServices();
  const [{ session, startedAt, ...begun }] = useState(() => {
    const first = begin();
    // The program was stopped between the last answer and the result.
    const result = first.isLogged ? resultOf(first.state) : null;
    if (result !== null) store.append(quizDraft(result));
    return first;
  });
  const [state, show] = useState(begun.state);
  const latest = useRef(state);
  const isLogged = useRef(begun.isLogged);
  /** Whether the quiz is the one in the log, and not brought to its end by another program. */
  const isOpen = (): boolean => {
    const { quiz } = store.state.sessions;
    return quiz?.started.session === session && !quiz.ended;
  };
  const finish = (before: State, after: State): void => {
    const result = before.phase.kind === 'finished' ? null : resultOf(after);
    if (result === null || (result.why === 'left' && result.answered === 0)) return;
    store.refresh();
    const isDone = isLogged.current && store.state.sessions.quiz?.started.session === session && !isOpen();
    if (!isDone) store.append(quizDraft(result));
  };
  const act = (actions: readonly Action[]) => {
    const before = latest.current;
    const after = actions.reduce((one, action) => reduce(one, action), before);
    latest.current = after;
    finish(before, after);
    show(after);
  };
  const isPaused = useRef(false);
  const pause = () => {
    if (isPaused.current || latest.current.phase.kind === 'finished' || !isLogged.current || !isOpen()) return;
    isPaused.current = true;
    store.append({ kind: 'session', session, what: 'paused', usedMs: usedMs(latest.current, now()) });
  };
  // When the screen goes, which may be the end of the program. What it closes over is all in references.
  // biome-ignore lint/correctness/useExhaustiveDependencies: only the end of the screen counts, not a change of these
  useLayoutEffect(() => pause, []);
  return {
    state,
    startedAt,
    act,
    keep: () => {
      if (isLogged.current) return;
      isLogged.current = true;
      store.append(quizStarted(session, latest.current.rules));
    },
    pause,
  };
}

/** A quiz from where it was left, its clock too. */
export function quizAgain(record: SessionRecord, { skills, makeQuestion }: Engine, now: number): BegunQuiz {
  const left = quizLeft(record, isAskedBy(skills));
  if (left === null) throw new TypeError('this session is no quiz');
  const { rules, answered, usedMs: used } = left;
  const outcomes = answered.map((answer) => outcomeOf(answer, makeQuestion));
  const { session, at } = record.started;
  return { state: start(rules, now, { outcomes, usedMs: used }), session, startedAt: at, isLogged: true };
}

/** What was done in a quiz. */
export function quizSteps(outcomes: readonly QuizOutcome<Verdict>[]): SessionStep[] {
  return outcomes.flatMap((outcome) => {
    if (outcome.kind !== 'answered') return [];
    const { question, verdict, tookMs } = outcome;
    return [stepOfAnswer({ question, hinted: false, tookMs, ...judgedByRules(verdict) })];
  });
}

/** The outcome of an answer, judged again for what the result says of a mistake. */
function outcomeOf(
  { question, correct, given, tookMs }: SessionAnswer,
  makeQuestion: Engine['makeQuestion'],
): QuizOutcome<Verdict> {
  const fields = correct ? [] : checkAnswer(makeQuestion(question), given).fields;
  return { kind: 'answered', question, given, verdict: { correct, fields }, tookMs };
}
