import type { Language } from '../../language.ts';
import type { Question } from '../question.ts';

/** What is printed besides the questions: nothing, the answers, or the answers with worked solutions. */
export const ANSWERS = ['none', 'key', 'solutions'] as const;
export type Answers = (typeof ANSWERS)[number];

/** How a worksheet is written, whatever its format. */
export interface Sheet {
  /** Heading of a page, category of a question bank, name of a deck. One line. */
  readonly title: string;
  readonly language: Language;
  readonly answers: Answers;
  /** The ladder and the figures of a question, each as lines of plain text. */
  readonly draw: (question: Question) => readonly (readonly string[])[];
}

/** Writes questions in one format, piece by piece, so that thousands need not be held at once. */
export type Writer = (questions: Iterable<Question>, sheet: Sheet) => Iterable<string>;
