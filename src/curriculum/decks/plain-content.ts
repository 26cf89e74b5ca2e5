import type { DeckCard } from './deck.ts';

type Content = DeckCard['content'];

/** Code spans and strong runs of one paragraph; a mark without its partner is a plain character. */
const MARKS = /(?<!`)(`+)(?!`)([^`]+)\1(?!`)|(\*\*)(?=\S)((?:(?!\*\*|\n\n)[\s\S])*?\S)\*\*/g;
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

/** Where marks stand, in order. */
function rangesOfMarks(text: string): Range[] {
  const fences: Range[] = [];
  const outside: Range[] = [];
  let from = 0;
  let opening: RegExpExecArray | null = null;
  for (const line of text.matchAll(FENCE)) {
    if (opening === null) opening = line;
    else if (closes(line, opening)) {
      // Between an opening fence and its closing one the rows stay as they are.
      outside.push([from, opening.index]);
      from = line.index + line[0].length + 1;
      fences.push([opening.index, opening.index + opening[0].length + 1], [line.index, from]);
      opening = null;
    }
  }
  outside.push([from, Math.max(from, text.length)]);
  const marks = outside.flatMap(([start, end]) => marksBetween(text, start, end));
  return [...fences, ...marks].sort((a, b) => a[0] - b[0]);
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
