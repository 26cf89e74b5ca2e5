import type { Language } from '../language.ts';
import type { LearningEvent, UndoableEvent } from '../learning/event.ts';
import type { LearningStore } from '../learning/store.ts';
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
export function tallyingStore(store: LearningStore): { readonly store: LearningStore; readonly tally: () => Tally } {
  let tally = NOTHING_DONE;
  /** What an undo takes back may have been done in an earlier run, which is not counted here. */
  const own = new Set<string>();
  const takenBack = (event: UndoableEvent | null) => {
    if (event !== null && own.has(event.id)) tally = tallied(tally, event, -1);
    return event;
  };
  return {
    tally: () => tally,
    store: {
      get state() {
        return store.state;
      },
      get problems() {
        return store.problems;
      },
      append(draft) {
        const event = store.append(draft);
        own.add(event.id);
        tally = tallied(tally, event, 1);
        return event;
      },
      undoLast: () => takenBack(store.undoLast()),
      undo: (id) => takenBack(store.undo(id)),
      refresh: () => store.refresh(),
      rest: () => store.rest(),
    },
  };
}

/** What to print after the screen has gone; nothing when nothing was done. `due` is what is left now. */
export function summaryLines(tally: Tally, tookMs: number, due: number, language: Language): string[] {
  const { summary } = wordsOf(language);
  const parts = [
    ...(tally.answers > 0 ? [summary.answers(tally.answers, tally.right)] : []),
    ...(tally.cards > 0 ? [summary.cards(tally.cards)] : []),
    ...(tally.lessons > 0 ? [summary.lessons(tally.lessons)] : []),
    ...(tally.quizzes > 0 ? [summary.quizzes(tally.quizzes)] : []),
    ...(tally.interviews > 0 ? [summary.interviews(tally.interviews)] : []),
  ];
  return parts.length === 0 ? [] : [summary.line(parts, tookMs), summary.due(due)];
}
