import type { Text } from '../../../language.ts';
import { readAnswer } from '../../../questions/answers.ts';
import { checkAnswer, type Verdict } from '../../../questions/diagnosis.ts';
import type { Question } from '../../../questions/question.ts';
import { type Entry, type EntryAction, emptyEntry, entryText, reduceEntry } from './entry.ts';

/** An answer being written. */
export interface Answering {
  readonly entries: readonly Entry[];
  /** Index of the field being written. */
  readonly focus: number;
  /** Why the last try to submit was no answer yet. */
  readonly message: Text | null;
  /** How many of the question's hints are shown: they come one after the other. */
  readonly hints: number;
}

export type AnsweringAction =
  | { readonly type: 'entry'; readonly action: EntryAction }
  | { readonly type: 'focus'; readonly field: number; readonly message: Text | null }
  | { readonly type: 'next-field' | 'previous-field' | 'hint' };

/** The question with nothing entered. */
export function startAnswering(question: Question): Answering {
  return { entries: question.fields.map(emptyEntry), focus: 0, message: null, hints: 0 };
}

export function reduceAnswering(question: Question, state: Answering, action: AnsweringAction): Answering {
  const { length } = question.fields;
  switch (action.type) {
    case 'entry': {
      const field = question.fields[state.focus];
      if (field === undefined) return state;
      const entries = state.entries.map((entry, at) =>
        at === state.focus ? reduceEntry(field, entry, action.action) : entry,
      );
      return { ...state, entries, message: null };
    }
    case 'focus':
      return { ...state, focus: action.field, message: action.message };
    case 'next-field':
      return { ...state, focus: (state.focus + 1) % length, message: null };
    case 'previous-field':
      return { ...state, focus: (state.focus + length - 1) % length, message: null };
    case 'hint':
      return { ...state, hints: Math.min(state.hints + 1, question.hints.length) };
  }
}

/** What is entered, by field id, as checkAnswer takes it. */
export function givenOf(question: Question, { entries }: Answering): Readonly<Record<string, string>> {
  return Object.fromEntries(
    question.fields.map((field, at) => {
      const entry = entries[at];
      return [field.id, entry === undefined ? '' : entryText(field, entry)];
    }),
  );
}

/** What Enter leads to: another field to write in, perhaps with a word why, or the answer. */
export type Submission =
  | { readonly kind: 'field'; readonly field: number; readonly message: Text | null }
  | {
      readonly kind: 'answer';
      readonly given: Readonly<Record<string, string>>;
      readonly verdict: Verdict;
    };

/**
 * Enter: an unreadable entry is said at once and costs nothing; otherwise on to the next field that is still empty, and
 * when none is, the answer.
 */
export function submit(question: Question, state: Answering): Submission {
  const given = givenOf(question, state);
  const { fields } = question;
  const texts = fields.map(({ id }) => given[id] ?? '');
  const current = fields[state.focus];
  const reading = current === undefined ? null : readAnswer(current, texts[state.focus] ?? '');
  if (reading !== null && !reading.ok) return { kind: 'field', field: state.focus, message: reading.message };
  const open = fields.map((_, step) => (state.focus + 1 + step) % fields.length).find((at) => texts[at] === '');
  if (open !== undefined) return { kind: 'field', field: open, message: null };
  const verdict = checkAnswer(question, given);
  const unread = verdict.fields.findIndex(({ outcome }) => outcome === 'unreadable');
  const problem = verdict.fields[unread];
  if (problem?.outcome === 'unreadable') return { kind: 'field', field: unread, message: problem.message };
  return { kind: 'answer', given, verdict };
}
