import type { Language } from '../language.ts';
import { blankedLadder } from '../questions/blanked-ladder.ts';
import type { Question } from '../questions/question.ts';
import { figureLines } from '../ui/layout/figure.ts';

export interface DrawingOptions {
  /** Columns, 40 or more. */
  readonly width: number;
  readonly language: Language;
  readonly ascii: boolean;
}

/** What a question gives, each as lines of plain text: the ladder with its blanks, then the figures. */
export function questionDrawing(question: Question, options: DrawingOptions): string[][] {
  const ladder = blankedLadder(question, options);
  const figures = question.figures.map((figure) => figureLines(figure, options.language));
  return [...(ladder.length === 0 ? [] : [ladder]), ...figures];
}
