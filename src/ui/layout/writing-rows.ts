import { cells, graphemes } from './width.ts';

/** A row of a text being written: the part from `start` on, in code units, of which `text` is seen. */
export interface WritingRow {
  readonly start: number;
  /** Where the next row begins, or the line ends. */
  readonly end: number;
  readonly text: string;
}

/**
 * A text being written as rows of at most `width` cells. Nothing is left out, so that every place of the cursor has a row
 * and a column: lines break after spaces, which may hang over the edge, and a word wider than a row between graphemes.
 */
export function writingRows(text: string, width: number): readonly WritingRow[] {
  const rows: WritingRow[] = [];
  let start = 0;
  for (const line of text.split('\n')) {
    rows.push(...lineRows(line, start, Math.max(2, width)));
    start += line.length + 1;
  }
  return rows;
}

function lineRows(line: string, offset: number, width: number): WritingRow[] {
  const rows: WritingRow[] = [];
  let from = 0;
  let used = 0;
  /** Where the row may break, and the cells up to there; -1 when it has no space yet. */
  let breakAt = -1;
  let usedAtBreak = 0;
  let at = 0;
  const close = (end: number) => {
    rows.push({ start: offset + from, end: offset + end, text: line.slice(from, end) });
    from = end;
  };
  for (const grapheme of graphemes(line)) {
    const size = cells(grapheme);
    if (grapheme === ' ') {
      at += grapheme.length;
      used += size;
      breakAt = at;
      usedAtBreak = used;
      continue;
    }
    if (used + size > width) {
      if (breakAt > from) {
        close(breakAt);
        used -= usedAtBreak;
      }
      if (used + size > width && at > from) {
        close(at);
        used = 0;
      }
      breakAt = -1;
      usedAtBreak = 0;
    }
    at += grapheme.length;
    used += size;
  }
  close(line.length);
  return rows;
}

/** Row and column, in cells, of a place in the text. A place where a row ends and another begins is in the second. */
export function cursorAt(
  rows: readonly WritingRow[],
  offset: number,
  width: number,
): { readonly row: number; readonly column: number } {
  const found = rows.findLastIndex(({ start }) => start <= offset);
  const row = Math.max(0, found);
  const { start = 0, text = '' } = rows[row] ?? {};
  // Spaces may hang over the edge; the cursor stays inside.
  return { row, column: Math.min(width, cells(text.slice(0, offset - start))) };
}

/** The place in the text nearest to a column of a row; never in the middle of a grapheme. */
export function offsetAt(rows: readonly WritingRow[], row: number, column: number): number {
  const found = rows[row];
  if (found === undefined) return 0;
  const isSoft = rows[row + 1]?.start === found.end;
  let offset = found.start;
  let used = 0;
  for (const grapheme of graphemes(found.text)) {
    const size = cells(grapheme);
    // The end of a row that goes on is the start of the next one.
    if (used + size > column || (isSoft && offset + grapheme.length >= found.end)) break;
    used += size;
    offset += grapheme.length;
  }
  return offset;
}
