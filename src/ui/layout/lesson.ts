import type { Block, Inline } from '../../curriculum/module.ts';
import type { Language } from '../../language.ts';
import type { Glyphs } from '../theme.ts';
import { toldLadder } from './drawn-ladder.ts';
import { BLANK, type Line, line, type Span, span, wrap } from './line.ts';
import { spokenTable } from './spoken-table.ts';
import { cells, padEnd } from './width.ts';

/** Wider than this a line of text is hard to read. */
export const READING_WIDTH = 88;

/** A lesson set in lines of at most `width` cells. */
export function lessonLines(blocks: readonly Block[], width: number, glyphs: Glyphs, language: Language): Line[] {
  const room = Math.min(width, READING_WIDTH);
  return blocks.flatMap((block, at) => {
    const lines = blockLines(block, room, glyphs, language);
    return at === 0 ? lines : [BLANK, ...lines];
  });
}

function blockLines(block: Block, width: number, glyphs: Glyphs, language: Language): Line[] {
  switch (block.kind) {
    case 'heading':
      return wrap(line(block.text, block.level === 1 ? 'heading' : 'strong'), width);
    case 'paragraph':
      return wrap(inlineSpans(block.inlines), width);
    case 'list':
      return block.items.flatMap((item, at) => {
        const mark = block.ordered ? `${at + 1}. ` : `${glyphs.bullet} `;
        return marked(mark, wrap(inlineSpans(item), width - cells(mark)));
      });
    case 'verbatim':
      return glyphs.drawing === 'spoken'
        ? toldDrawing(block.lines, width, language)
        : drawingLines(block.lines, glyphs.drawing);
    case 'table':
      return glyphs.drawing === 'spoken'
        ? spokenTable(block.header, block.rows, width)
        : tableLines(block.header, block.rows, width, glyphs);
  }
}

/** The lines with a mark before the first, and room for it before the others. */
export function marked(mark: string, lines: readonly Line[], style: Span['style'] = 'accent'): Line[] {
  const indent = ' '.repeat(cells(mark));
  return lines.map((spans, at) => [at === 0 ? span(mark, style) : span(indent), ...spans]);
}

function inlineSpans(inlines: readonly Inline[]): Line {
  return inlines.map(({ kind, text }) => span(text, kind === 'text' ? 'plain' : kind));
}

function tableLines(
  header: readonly string[],
  rows: readonly (readonly string[])[],
  width: number,
  glyphs: Glyphs,
): Line[] {
  const columns = columnWidths([header, ...rows], width);
  const row = (texts: readonly string[], style: Span['style']): Line[] => {
    const wrapped = columns.map((size, at) => wrap(line(texts[at] ?? '', style), size));
    const height = Math.max(...wrapped.map((one) => one.length));
    return Array.from({ length: height }, (_, y) =>
      columns.flatMap((size, at): Span[] => {
        const text = (wrapped[at]?.[y] ?? []).map((one) => one.text).join('');
        return at === columns.length - 1 ? [span(text, style)] : [span(padEnd(text, size), style), span(GUTTER)];
      }),
    );
  };
  const total = columns.reduce((sum, size) => sum + size, 0) + GUTTER.length * (columns.length - 1);
  return [
    ...row(header, 'strong'),
    line(glyphs.rule.repeat(total), 'muted'),
    ...rows.flatMap((texts) => row(texts, 'plain')),
  ];
}

const GUTTER = '  ';

/** As wide as the texts need; when that is too wide the widest columns give way, and their texts wrap. */
function columnWidths(rows: readonly (readonly string[])[], width: number): number[] {
  const count = Math.max(...rows.map((row) => row.length));
  const sizes = Array.from({ length: count }, (_, at) => Math.max(1, ...rows.map((row) => cells(row[at] ?? ''))));
  let over = sizes.reduce((sum, size) => sum + size, 0) + GUTTER.length * (count - 1) - width;
  while (over > 0) {
    const widest = sizes.indexOf(Math.max(...sizes));
    const size = sizes[widest] ?? 1;
    if (size <= 4) break;
    sizes[widest] = size - 1;
    over--;
  }
  return sizes;
}

const DRAWING: Readonly<Record<string, string>> = {
  '│': '|',
  '┃': '|',
  '─': '-',
  '━': '-',
  '▶': '>',
  '◀': '<',
  '►': '>',
  '◄': '<',
  '→': '>',
  '←': '<',
  '↑': '^',
  '↓': 'v',
  '✗': 'x',
  '✓': '+',
  '░': '.',
  '▒': '=',
  '▓': '=',
  '█': '#',
  '·': '.',
  '…': '~',
  '╌': '-',
  '╳': 'x',
  '×': 'x',
  '●': '*',
  '○': 'o',
};

function drawingLines(lines: readonly string[], drawing: 'as-it-is' | 'ascii'): Line[] {
  return lines.map((text) => line(drawing === 'ascii' ? plainDrawing(text) : text));
}

/** A ladder in sentences, anything else by the words in it. */
function toldDrawing(lines: readonly string[], width: number, language: Language): Line[] {
  const told = toldLadder(lines)?.map((text) => text[language]) ?? lines.map(spokenDrawing);
  return told.flatMap((text) => (text === '' ? [] : wrap(line(text), width, INDENT)));
}

/** Lines of a row of a drawing after its first stand so far in, where it is read aloud. */
const INDENT = 2;

/** What of a line of a drawing can be read aloud: its words, and which way its arrow points. */
export function spokenDrawing(text: string): string {
  return text
    .replace(/[◀◄←][─━╌]*[▶►→]/g, ' <-> ')
    .replace(/[─━╌]*[▶►→]/g, ' -> ')
    .replace(/[◀◄←][─━╌]*/g, ' <- ')
    .replace(/[\u2190-\u21FF\u2500-\u25FF]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

/** A drawing in ASCII, each sign by one of the same width. */
export function plainDrawing(text: string): string {
  return text.replace(/[\u2190-\u21FF\u2500-\u25FF\u2600-\u27BF·…×]/g, (sign) => DRAWING[sign] ?? '+');
}
