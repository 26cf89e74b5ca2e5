import { contentParts, MARKS } from '../../curriculum/decks/plain-content.ts';
import type { Glyphs, StyleName } from '../theme.ts';
import { marked, plainDrawing, spokenDrawing } from './lesson.ts';
import { BLANK, type Line, line, type Span, span, wrap } from './line.ts';
import { cells, graphemes } from './width.ts';

/** A run of a text to be recalled: code unit offsets, and whether it is shown. */
export interface HiddenRun {
  readonly start: number;
  readonly end: number;
  readonly revealed: boolean;
}

/** A piece of the text in one style, and where it stood. */
interface Piece extends Span {
  readonly from: number;
}

/**
 * The text of a deck's card, in the light form of curriculum/decks/light-text.ts, set in lines of at most `width` cells:
 * paragraphs, lists, `code`, **strong**, code blocks and rows of tables as they are.
 */
export function lightLines(
  text: string,
  width: number,
  glyphs: Glyphs,
  style: StyleName = 'plain',
  hidden: HiddenRun | null = null,
): Line[] {
  const lines = contentParts(text).flatMap(({ kind, from, to }): Line[] => {
    if (to <= from) return [];
    const shown = (pieces: readonly Piece[]) => rowsOf(hidden === null ? pieces : withRun(pieces, hidden));
    if (kind === 'rows') {
      const rows = text.slice(from, to).replace(/\n$/, '');
      return shown([{ text: rows, style: 'plain', from }]).flatMap((row) => verbatim(row, width, glyphs));
    }
    // The line end before a fence is the fence's.
    const end = to < text.length && text[to - 1] === '\n' ? to - 1 : to;
    return shown(piecesOf(text.slice(from, end), from, style)).flatMap((row) => setRow(row, width, glyphs));
  });
  return lines.length === 0 ? [BLANK] : lines;
}

function piecesOf(text: string, from: number, style: StyleName): Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  for (const { index, 0: whole, 1: ticks, 2: code, 4: strong } of text.matchAll(MARKS)) {
    if (index > at) pieces.push({ text: text.slice(at, index), style, from: from + at });
    if (ticks !== undefined && code !== undefined) {
      pieces.push({ text: code, style: 'code', from: from + index + ticks.length });
    } else if (strong !== undefined) pieces.push(...piecesOf(strong, from + index + 2, 'strong'));
    at = index + whole.length;
  }
  if (at < text.length) pieces.push({ text: text.slice(at), style, from: from + at });
  return pieces;
}

/** As many dots as tell a short word from a long one, and no more. */
export function gapFor(run: string): string {
  const size = cells(run);
  return `[${'.'.repeat(size <= 5 ? 3 : size <= 12 ? 6 : 12)}]`;
}

/** The pieces with the run as a gap, or between brackets once it is revealed. */
function withRun(pieces: readonly Piece[], { start, end, revealed }: HiddenRun): Piece[] {
  const inside = pieces.filter((one) => one.from < end && one.from + one.text.length > start);
  const first = inside[0];
  const last = inside.at(-1);
  const all = inside.map((one) => one.text.slice(Math.max(0, start - one.from), end - one.from)).join('');
  return pieces.flatMap((one): Piece[] => {
    if (!inside.includes(one)) return [one];
    const before = one.text.slice(0, Math.max(0, start - one.from));
    const run = one.text.slice(before.length, end - one.from);
    const after = one.text.slice(before.length + run.length);
    const shown = revealed
      ? `${one === first ? '[' : ''}${run}${one === last ? ']' : ''}`
      : one === first
        ? gapFor(all)
        : '';
    return [
      { ...one, text: before },
      { text: shown, style: revealed ? 'good' : 'accent', from: start },
      { ...one, text: after },
    ];
  });
}

/** The pieces line by line. */
function rowsOf(pieces: readonly Piece[]): Span[][] {
  const rows: Span[][] = [[]];
  for (const { text, style } of pieces) {
    for (const [at, part] of text.split('\n').entries()) {
      if (at > 0) rows.push([]);
      if (part !== '') rows.at(-1)?.push(span(part, style));
    }
  }
  return rows;
}

const ITEM = /^( *)(?:([-*+])|(\d{1,9}\.)) +(?=\S)/;

function setRow(row: readonly Span[], width: number, glyphs: Glyphs): Line[] {
  const text = row.map((one) => one.text).join('');
  if (text.trim() === '') return [BLANK];
  if (text.startsWith('|')) return verbatim(row, width, glyphs);
  const item = ITEM.exec(text);
  const indent = item?.[1] ?? /^ */.exec(text)?.[0] ?? '';
  const mark = item === null ? indent : `${indent}${item[3] ?? glyphs.bullet} `;
  // Deep lists on a narrow screen keep room for a word.
  const shown = cells(mark) > width / 2 ? mark.trimStart() : mark;
  const words = wrap(withoutStart(row, item?.[0].length ?? indent.length), Math.max(1, width - cells(shown)));
  return shown === '' ? words : marked(shown, words);
}

function withoutStart(row: readonly Span[], count: number): Span[] {
  let left = count;
  return row.flatMap((one): Span[] => {
    const cut = Math.min(left, one.text.length);
    left -= cut;
    return cut === one.text.length ? [] : [{ ...one, text: one.text.slice(cut) }];
  });
}

/** A row as it is, blanks too; one wider than the screen goes on below. */
function verbatim(row: readonly Span[], width: number, { drawing }: Glyphs): Line[] {
  if (drawing === 'spoken') {
    const text = spokenDrawing(row.map((one) => one.text).join(''));
    return text === '' ? [] : wrap(line(text), width);
  }
  const lines: Span[][] = [[]];
  let used = 0;
  for (const { text, style } of row) {
    for (const sign of graphemes(drawing === 'ascii' ? plainDrawing(text) : text)) {
      const size = cells(sign);
      if (used + size > width && used > 0) {
        lines.push([]);
        used = 0;
      }
      const last = lines.at(-1) ?? [];
      const before = last.at(-1);
      if (before !== undefined && before.style === style) last[last.length - 1] = span(before.text + sign, style);
      else last.push(span(sign, style));
      used += size;
    }
  }
  return lines;
}
