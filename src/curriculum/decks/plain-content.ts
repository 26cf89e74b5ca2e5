import type { DeckCard } from './deck.ts';

type Content = DeckCard['content'];

/** Code spans and strong runs of one paragraph; a mark without its partner is a plain character. */
export const MARKS = /(?<!`)(`+)(?!`)([^`]+)\1(?!`)|(\*\*)(?=\S)((?:(?!\*\*|\n\n)[\s\S])*?\S)\*\*/g;
const FENCE = /^(?: |>|[-*+] |\d{1,9}[.)] )*(`{3,}(?=[^`\n]*$)|~{3,})[^\n]*$/gm;

/**
 * A card's content as a terminal shows it: without the marks of code and strong text and the fences of code blocks. The
 * hidden run of a cloze stays the same words.
 */
export function plainContent(content: Content): Content {
  if (content.kind === 'flip') {
    return { kind: 'flip', front: without(content.front), back: without(content.back) };
  }
  const { text, start, end } = content;
  const ranges = rangesOfMarks(text);
  const moved = (offset: number): number =>
    offset - ranges.reduce((sum, [from, to]) => sum + Math.max(0, Math.min(to, offset) - from), 0);
  const plain = { text: cut(text, ranges), start: moved(start), end: moved(end) };
  // Marks alone are hidden: then they are shown.
  return plain.end > plain.start ? { kind: 'cloze', ...plain } : content;
}

function without(text: string): string {
  return cut(text, rangesOfMarks(text)).trim() || text;
}

type Range = readonly [from: number, to: number];

/** A part of a card's text: offsets of paragraphs and lists, or of the rows of a code block, which stay as they are. */
export interface ContentPart {
  readonly kind: 'text' | 'rows';
  readonly from: number;
  readonly to: number;
}

/** The parts of a text in order; the fences around code blocks are in none. */
export function contentParts(text: string): ContentPart[] {
  const parts: ContentPart[] = [];
  let from = 0;
  let opening: RegExpExecArray | null = null;
  for (const line of text.matchAll(FENCE)) {
    if (opening === null) opening = line;
    else if (closes(line, opening)) {
      const rows = opening.index + opening[0].length + 1;
      parts.push({ kind: 'text', from, to: opening.index }, { kind: 'rows', from: rows, to: line.index });
      from = line.index + line[0].length + 1;
      opening = null;
    }
  }
  return [...parts, { kind: 'text', from, to: Math.max(from, text.length) }];
}

/** Where marks stand, in order. */
function rangesOfMarks(text: string): Range[] {
  const ranges: Range[] = [];
  let at = 0;
  for (const { kind, from, to } of contentParts(text)) {
    // Between two parts stands a fence.
    if (from > at) ranges.push([at, from]);
    if (kind === 'text') ranges.push(...marksBetween(text, from, to));
    at = to;
  }
  return ranges;
}

function closes([line]: RegExpExecArray, [, mark = '']: RegExpExecArray): boolean {
  const bare = line.trim();
  return bare.length >= mark.length && bare === (mark[0] ?? '').repeat(bare.length);
}

function marksBetween(text: string, start: number, end: number): Range[] {
  return [...text.slice(start, end).matchAll(MARKS)].flatMap(({ index, 0: whole, 1: ticks, 4: strong }): Range[] => {
    const at = start + index;
    const width = ticks?.length ?? 2;
    const inner = strong === undefined ? [] : marksBetween(text, at + 2, at + 2 + strong.length);
    return [[at, at + width], ...inner, [at + whole.length - width, at + whole.length]];
  });
}

function cut(text: string, ranges: readonly Range[]): string {
  let out = '';
  let at = 0;
  for (const [from, to] of ranges) {
    out += text.slice(at, from);
    at = Math.max(at, to);
  }
  return out + text.slice(at);
}
