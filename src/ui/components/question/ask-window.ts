import type { Line } from '../../layout/line.ts';
import { ladderTop } from './question-ladder.ts';

/** What stands above the fields: a ladder, and the question with its conventions below it. */
export interface AskParts {
  /** Column heads of the ladder: a line, or none. */
  readonly header: readonly Line[];
  readonly ladder: readonly Line[];
  /** The line of the ladder to keep in sight. */
  readonly focusLine: number;
  readonly text: readonly Line[];
  /** What stands in place of the last line when more follows below it. */
  readonly more: Line;
}

/** How many lines one can scroll up and down from where the question opens. */
export interface Reach {
  readonly up: number;
  readonly down: number;
}

/** The ladder keeps at least this many lines. */
export const LEAST_LADDER = 4;

/**
 * The `height` lines that are in sight after scrolling by `moved`. The text gives way before the ladder does, its end
 * first, since conventions are no news after the first questions; scrolling down goes through the ladder, then to it.
 */
export function askWindow(
  { header, ladder, focusLine, text, more }: AskParts,
  height: number,
  moved: number,
): { readonly lines: readonly Line[]; readonly reach: Reach } {
  const least = Math.min(ladder.length, LEAST_LADDER, Math.max(0, height - header.length - 2));
  const rungs = Math.min(ladder.length, Math.max(least, height - header.length - text.length));
  const below = Math.max(0, header.length + rungs + text.length - height);
  const lowest = ladder.length - rungs;
  const top = ladderTop(ladder.length, rungs, focusLine, 0);
  const reach = { up: top, down: lowest - top + below };
  const at = top + within(reach, moved);
  const first = Math.min(at, lowest);
  const over = at - first;
  const lines = [...header, ...ladder.slice(first, first + rungs), ...text].slice(over, over + height);
  return { lines: over < below ? [...lines.slice(0, -1), more] : lines, reach };
}

export function within({ up, down }: Reach, moved: number): number {
  return Math.min(down, Math.max(-up, moved));
}
