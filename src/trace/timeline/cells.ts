import { cellsOf } from '../ladder-span.ts';
import type { Span, SpanRole } from '../ladder-style.ts';

/** A line being drawn, column by column. A character that takes two columns leaves the second one empty. */
export interface Cells {
  readonly width: number;
  readonly texts: string[];
  readonly roles: SpanRole[];
}

export function blankCells(width: number): Cells {
  return { width, texts: Array<string>(width).fill(' '), roles: Array<SpanRole>(width).fill('space') };
}

/** Puts one character of one column in. */
export function put(cells: Cells, column: number, text: string, role: SpanRole): void {
  if (column < 0 || column >= cells.width) return;
  cells.texts[column] = text;
  cells.roles[column] = role;
}

/** Puts runs of text in from a column on, over what stands there; what would not fit is left out whole. */
export function write(cells: Cells, column: number, spans: readonly Span[]): void {
  let at = column;
  for (const { text, role } of spans) {
    for (const character of text) {
      const size = cellsOf(character);
      if (size === 0) {
        const before = cells.texts[at - 1];
        if (before !== undefined) cells.texts[at - 1] = before + character;
        continue;
      }
      if (at < 0 || at + size > cells.width) return;
      put(cells, at, character, role);
      for (let next = 1; next < size; next++) put(cells, at + next, '', role);
      at += size;
    }
  }
}

/** The line as runs of one role. */
export function runs({ texts, roles }: Cells): Span[] {
  const out: Span[] = [];
  let text = '';
  let role: SpanRole = 'space';
  texts.forEach((one, column) => {
    const next = roles[column] ?? 'space';
    if (next !== role && text !== '') {
      out.push({ text, role });
      text = '';
    }
    role = next;
    text += one;
  });
  return text === '' ? out : [...out, { text, role }];
}
