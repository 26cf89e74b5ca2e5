import { useRef, useState } from 'react';
import type { Sessions } from '../../learning/account/account.ts';
import type { LearnerState } from '../../learning/account/state.ts';
import type { JudgedByRules } from '../../learning/sessions/judged.ts';
import { type PracticeAction, type PracticeState, reduce } from '../../learning/sessions/practice-session.ts';
import { practiceChange, practiceStarted } from '../../learning/sessions/session-log.ts';
import { useServices } from '../context.ts';

export type State = PracticeState<JudgedByRules>;
export type Action = PracticeAction<JudgedByRules>;

/** A practice as it begins, or is gone on with. */
export interface BegunPractice {
  readonly state: State;
  readonly session: string;
  /** When it began, ms since the epoch: what was learned in it is told against then. */
  readonly startedAt: number;
  /** Whether its beginning is in the log. */
  readonly isLogged: boolean;
  readonly scheduled: boolean;
}

export interface PracticeRun {
  readonly state: State;
  readonly startedAt: number;
  readonly scheduled: boolean;
  /** Changes the practice; what has to be known to go on with it is in the log before the next frame. */
  readonly act: (action: Action) => void;
  /** To be called before an answer is logged: the practice is worth keeping from then on. */
  readonly keep: () => void;
}

/** A practice and what changes it. */
export function usePractice(begin: () => BegunPractice): PracticeRun {
  const { store } = useServices();
  const [{ session, startedAt, scheduled, ...begun }] = useState(begin);
  const [state, show] = useState(begun.state);
  const latest = useRef(state);
  const isLogged = useRef(begun.isLogged);
  return {
    state,
    startedAt,
    scheduled,
    act: (action) => {
      const before = latest.current;
      const after = reduce(before, action);
      latest.current = after;
      const change = isLogged.current ? practiceChange(session, before, action, after) : null;
      // What another program has begun since is gone on with, not this.
      if (change !== null && isNewest(store.state.sessions, session)) store.append(change);
      show(after);
    },
    keep: () => {
      if (isLogged.current) return;
      isLogged.current = true;
      store.append(practiceStarted(session, latest.current, scheduled));
    },
  };
}

function isNewest({ practice }: Sessions, session: string): boolean {
  return practice?.started.session === session;
}

/** A time that comes after all that was logged so far, whatever the clock says; ms since the epoch. */
export function startTime({ newest }: LearnerState, now: number): number {
  return Math.max(now, newest === null ? 0 : newest.at + 1);
}

/** An id no other session has. */
export function newSession(now: number, newSeed: () => string): string {
  return `${now.toString(36)}-${newSeed()}`;
}
