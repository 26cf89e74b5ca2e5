import type { Language } from '../../language.ts';
import type { Progress } from '../../learning/progress/progress.ts';
import { type Teachers, titleOfOwner } from '../item-title.ts';
import { BLANK, type Line, line, wrap } from '../layout/line.ts';
import type { Words } from '../text/en.ts';
import type { Glyphs } from '../theme.ts';

/** What is shown of a learner's progress, and how: the parts of the screen and the plain report are made from it. */
export interface ProgressView {
  readonly progress: Progress;
  readonly modules: Teachers['modules'];
  readonly decks: Teachers['decks'];
  /** Titles of skills by id. */
  readonly skills: ReadonlyMap<string, string>;
  /** What a wrong rule is called; null for one this version does not know. */
  readonly rule: (id: string) => string | null;
  readonly words: Words;
  readonly language: Language;
  readonly glyphs: Glyphs;
  /** Cells. */
  readonly width: number;
  /** Sentences instead of plots and tables. */
  readonly linear: boolean;
}

/** A title, what is under it, and a free line. */
export function section(title: string, lines: readonly Line[]): Line[] {
  return [line(title, 'strong'), ...lines, BLANK];
}

/** Sections without the free line at the end. */
export function sections(...all: readonly (readonly Line[])[]): Line[] {
  return all.flat().slice(0, -1);
}

/** A sentence in as many lines as it takes, each a little in. */
export function said(
  { width }: Pick<ProgressView, 'width'>,
  text: string,
  style: 'plain' | 'muted' | 'accent' = 'plain',
): Line[] {
  return wrap(line(text, style), width - 2).map((spans) => [...line('  '), ...spans]);
}

/** The title of a concept or of a deck. */
export function titleOf(view: Pick<ProgressView, 'modules' | 'decks' | 'language'>, module: string): string {
  return titleOfOwner(module, view)[view.language];
}
