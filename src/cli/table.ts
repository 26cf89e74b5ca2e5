import { cells, padEnd, padStart } from '../ui/layout/width.ts';

/** One column of a table of text. */
export type Column = 'left' | 'right';

/** Rows as lines with aligned columns, two blanks between them, no blanks at the end; widths as a terminal shows them. */
export function tableLines(rows: readonly (readonly string[])[], columns: readonly Column[]): string[] {
  const widths = columns.map((_, i) => Math.max(0, ...rows.map((row) => cells(row[i] ?? ''))));
  return rows.map((row) =>
    columns
      .map((side, i) => (side === 'left' ? padEnd : padStart)(row[i] ?? '', widths[i] ?? 0))
      .join('  ')
      .trimEnd(),
  );
}
