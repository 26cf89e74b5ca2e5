import type { Language } from '../language.ts';
import type { LearningEvent, UndoableEvent } from '../learning/events/event.ts';
import type { LearningStore } from '../learning/log/store.ts';
import { stepOf } from '../learning/sessions/session-steps.ts';
import type { Return, SessionStep } from '../learning/sessions/session-summary.ts';
import { backText } from './screens/session-end-lines.ts';
import { wordsOf } from './text/words.ts';

/** What was done between opening the program and leaving it. */
export interface Tally {
  readonly answers: number;
  readonly right: number;
  readonly cards: number;
  readonly lessons: number;
  readonly quizzes: number;
  /** Interview questions answered; their follow-ups are not counted. */
  readonly interviews: number;
}

export const NOTHING_DONE: Tally = { answers: 0, right: 0, cards: 0, lessons: 0, quizzes: 0, interviews: 0 };

/** The tally with one event more (`by` 1) or taken back (`by` -1). */
export function tallied(tally: Tally, event: LearningEvent | UndoableEvent, by: 1 | -1): Tally {
  switch (event.kind) {
    case 'answer':
      return { ...tally, answers: tally.answers + by, right: tally.right + (event.correct ? by : 0) };
    case 'card':
      return { ...tally, cards: tally.cards + by };
    case 'lesson':
      return event.what === 'finished' ? { ...tally, lessons: tally.lessons + by } : tally;
    case 'quiz':
      return { ...tally, quizzes: tally.quizzes + by };
    case 'interview':
      return event.what === 'graded' && event.followUp === null
        ? { ...tally, interviews: tally.interviews + by }
        : tally;
    case 'undo':
    case 'item':
    case 'session':
      return tally;
  }
}

/** The store, with a count of what goes through it. */
export function tallyingStore(store: LearningStore): {
  readonly store: LearningStore;
  readonly tally: () => Tally;
  /** What was done and not taken back, in order. */
  readonly steps: () => readonly SessionStep[];
} {
  let tally = NOTHING_DONE;
  const steps = new Map<string, SessionStep>();
  /** What an undo takes back may have been done in an earlier run, which is not counted here. */
  const own = new Set<string>();
  const takenBack = (event: UndoableEvent | null) => {
    if (event !== null && own.has(event.id)) {
      tally = tallied(tally, event, -1);
      steps.delete(event.id);
    }
    return event;
  };
  return {
    tally: () => tally,
    steps: () => [...steps.values()],
    store: {
      get state() {
        return store.state;
      },
      get unsaved() {
        return store.unsaved;
      },
      get problems() {
        return store.problems;
      },
      append(draft) {
        const event = store.append(draft);
        own.add(event.id);
        tally = tallied(tally, event, 1);
        const step = event.kind === 'undo' ? null : stepOf(event);
        if (step !== null) steps.set(event.id, step);
        return event;
      },
      undoLast: () => takenBack(store.undoLast()),
      undo: (id) => takenBack(store.undo(id)),
      refresh: () => store.refresh(),
      rest: () => store.rest(),
    },
  };
}

/** What was learned, and what is left to do. */
export interface Outcome {
  /** Names of the skills that have become known. */
  readonly known: readonly string[];
  /** Items met for the first time. */
  readonly met: number;
  /** Items due now, new ones too. */
  readonly due: number;
  readonly back: Return;
}

/** What to print after the screen has gone; nothing when nothing was done. */
export function summaryLines(
  tally: Tally,
  tookMs: number,
  { known, met, due, back }: Outcome,
  language: Language,
): string[] {
  const words = wordsOf(language);
  const { summary } = words;
  const parts = [
    ...(tally.answers > 0 ? [summary.answers(tally.answers, tally.right)] : []),
    ...(tally.cards > 0 ? [summary.cards(tally.cards)] : []),
    ...(tally.lessons > 0 ? [summary.lessons(tally.lessons)] : []),
    ...(tally.quizzes > 0 ? [summary.quizzes(tally.quizzes)] : []),
    ...(tally.interviews > 0 ? [summary.interviews(tally.interviews)] : []),
  ];
  if (parts.length === 0) return [];
  // What is due now is told by itself.
  const later = backText({ ...back, now: 0 }, words);
  return [
    summary.line(parts, tookMs),
    ...(known.length > 0 ? [summary.known(known)] : []),
    ...(met > 0 ? [summary.met(met)] : []),
    summary.due(due),
    ...(later === null ? [] : [summary.back(later)]),
  ];
}
