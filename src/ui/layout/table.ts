import { type Line, type Span, span } from './line.ts';
import { padEnd, padStart } from './width.ts';

/** A column of a table on the screen: the first is cut where it has to be, the others hold numbers and short words. */
export interface TableColumn {
  readonly width: number;
  readonly side: 'left' | 'right';
}

/** One row: texts (or runs, as wide as they are) in their columns, one blank between two. */
export function tableLine(row: readonly (string | Span)[], columns: readonly TableColumn[], mark: string): Line {
  return row.flatMap((cell, at): Span[] => {
    const { width, side } = columns[at] ?? { width: 0, side: 'left' };
    const { text, style } = typeof cell === 'string' ? span(cell) : cell;
    const filled = (side === 'left' ? padEnd : padStart)(text, width, mark);
    return [span(at === 0 ? filled : ` ${filled}`, style)];
  });
}
