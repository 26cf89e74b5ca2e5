import type { Glyphs } from '../theme.ts';
import { type Line, span } from './line.ts';
import { cells, padEnd, padStart } from './width.ts';

/** One column of a plot. */
export interface Column {
  /** From 0; null where nothing is known, which is drawn as 0 is. */
  readonly value: number | null;
  /** Under the column where there is room; null for none. */
  readonly label: string | null;
  /** Drawn as the one looked for. */
  readonly isMarked: boolean;
}

/** Rows of the columns, without the axis and its labels. */
export const COLUMN_ROWS = 6;

const WIDEST_COLUMN = 3;

export interface ColumnScale {
  /** Cells for the columns and the scale. */
  readonly width: number;
  /** Which columns are left out when there is no room for all: not these. */
  readonly keep: 'first' | 'last';
  /** The values are counts: the half of the scale is to be one too. */
  readonly isWhole: boolean;
  /** A value as it stands on the scale. */
  readonly scale: (value: number) => string;
}

/**
 * Columns standing on an axis, with the scale on the left: the highest value, the half and nothing. As many as fit in
 * `width`, the first or the last of them, each up to three cells wide with a gap of one when there is room for it.
 */
export function columnLines(
  all: readonly Column[],
  { width, keep, isWhole, scale }: ColumnScale,
  glyphs: Glyphs,
): Line[] {
  const most = Math.max(0, ...all.map(({ value }) => value ?? 0));
  const top = isWhole ? Math.max(2, 2 * Math.ceil(most / 2)) : most === 0 ? 1 : most;
  const scales = new Map([
    [0, scale(top)],
    [COLUMN_ROWS / 2, scale(top / 2)],
  ]);
  const labels = Math.max(...[...scales.values()].map(cells)) + 1;
  const room = width - labels - 1;
  const columns = keep === 'first' ? all.slice(0, room) : all.slice(-room);
  const each = Math.max(1, Math.min(WIDEST_COLUMN, Math.floor(room / Math.max(1, columns.length))));
  const rows = Array.from({ length: COLUMN_ROWS }, (_, row): Line => {
    const scaleText = scales.get(row) ?? '';
    return [
      span(`${padStart(scaleText, labels - 1)} `, 'muted'),
      span(glyphs.vertical, 'muted'),
      ...columns.map(({ value, isMarked }) => {
        const below = COLUMN_ROWS - 1 - row;
        const share = ((value ?? 0) / top) * COLUMN_ROWS - below;
        return span(cellOf(share, below === 0, each, glyphs), isMarked ? 'warn' : 'accent');
      }),
    ];
  });
  const axis = axisLine(labels, columns.length * each, glyphs);
  return [...rows, axis, labelLine(columns, labels + 1, each)];
}

/** A cell filled up to `share` of its height; in the lowest row anything above nothing is seen. */
function cellOf(share: number, isLowest: boolean, width: number, { levels }: Glyphs): string {
  const last = levels.length - 1;
  const level = share <= 0 ? 0 : Math.min(last, Math.max(isLowest ? 1 : 0, Math.round(share * last)));
  const drawn = width > 1 ? width - 1 : 1;
  return (levels[level] ?? '').repeat(drawn).padEnd(width);
}

function axisLine(labels: number, length: number, { rule }: Glyphs): Line {
  return [span(`${padStart('0', labels - 1)} `, 'muted'), span(rule.repeat(length + 1), 'muted')];
}

/** The labels under their columns; one that would run into the next is left out. */
function labelLine(columns: readonly Column[], offset: number, each: number): Line {
  let text = ' '.repeat(offset);
  const end = offset + columns.length * each;
  columns.forEach(({ label }, at) => {
    const start = offset + at * each;
    if (label === null || start < cells(text) + (at === 0 ? 0 : 1) || start + cells(label) > end + 1) return;
    text = padEnd(text, start) + label;
  });
  return [span(text, 'muted')];
}
