import type { StyleName } from '../theme.ts';
import { cells, graphemes, truncate } from './width.ts';

/** A run of text in one style. */
export interface Span {
  readonly text: string;
  readonly style: StyleName;
}

/** One line of the screen. Screens are made of lines known before they are drawn, so that they can be counted and cut. */
export type Line = readonly Span[];

export const BLANK: Line = [];

/** A run of text; plain when no style is named. */
export function span(text: string, style: StyleName = 'plain'): Span {
  return { text, style };
}

/** A line of one run. */
export function line(text: string, style: StyleName = 'plain'): Line {
  return [span(text, style)];
}

/** What a line says. */
export function lineText(spans: Line): string {
  return spans.map(({ text }) => text).join('');
}

/** Cells a line takes. */
export function lineCells(spans: Line): number {
  return spans.reduce((sum, { text }) => sum + cells(text), 0);
}

/** The line cut to `width` cells. */
export function cutLine(spans: Line, width: number, mark = '…'): Line {
  if (lineCells(spans) <= width) return spans;
  const out: Span[] = [];
  let room = width;
  for (const one of spans) {
    const size = cells(one.text);
    if (size < room) {
      out.push(one);
      room -= size;
      continue;
    }
    // The mark has to show even when a run ends exactly at the edge: something after it is left out.
    out.push({ ...one, text: truncate(`${one.text}${mark}${mark}`, room, mark) });
    break;
  }
  return out;
}

/** `left` and `right` on one line of exactly `width` cells; the left one is cut when they meet. */
export function spread(left: Line, right: Line, width: number, mark = '…'): Line {
  const shown = cutLine(right, width, mark);
  const size = lineCells(shown);
  const gap = size === 0 ? 0 : 1;
  const cut = cutLine(left, Math.max(0, width - size - gap), mark);
  return [...cut, span(' '.repeat(Math.max(0, width - lineCells(cut) - size))), ...shown];
}

interface Word {
  readonly spans: readonly Span[];
  readonly size: number;
  readonly spaceBefore: boolean;
  /** A break the text itself asks for comes before this word. */
  readonly breakBefore: boolean;
}

/**
 * The text broken into lines of at most `width` cells, between words (Korean too: its words are set apart by spaces);
 * a word wider than a line is broken between graphemes. '\n' breaks a line. Lines after the first begin with `indent`
 * spaces.
 */
export function wrap(spans: Line, width: number, indent = 0): Line[] {
  const lines: Line[] = [];
  let current: Span[] = [];
  let used = 0;
  const flush = () => {
    lines.push(current);
    current = indent > 0 ? [span(' '.repeat(indent))] : [];
    used = indent;
  };
  const isFresh = () => used === (lines.length === 0 ? 0 : indent);
  for (const word of words(spans)) {
    if (word.breakBefore) flush();
    const space = word.spaceBefore && !isFresh() ? 1 : 0;
    if (used + space + word.size <= width) {
      if (space > 0)
        current.push(
          span(' ', current.at(-1)?.style === word.spans[0]?.style ? (current.at(-1)?.style ?? 'plain') : 'plain'),
        );
      current.push(...word.spans);
      used += space + word.size;
      continue;
    }
    if (!isFresh()) flush();
    if (used + word.size <= width) {
      current.push(...word.spans);
      used += word.size;
      continue;
    }
    for (const one of word.spans) {
      for (const grapheme of graphemes(one.text)) {
        const size = cells(grapheme);
        if (used + size > width && !isFresh()) flush();
        current.push({ ...one, text: grapheme });
        used += size;
      }
    }
  }
  lines.push(current);
  return lines.map(joinRuns);
}

/** wrap() for text of one style. */
export function wrapText(text: string, width: number, style: StyleName = 'plain', indent = 0): Line[] {
  return wrap(line(text, style), width, indent);
}

function words(spans: Line): Word[] {
  const out: Word[] = [];
  let parts: Span[] = [];
  let spaceBefore = false;
  let breakBefore = false;
  const close = () => {
    if (parts.length === 0) return;
    out.push({ spans: parts, size: lineCells(parts), spaceBefore, breakBefore });
    parts = [];
    spaceBefore = false;
    breakBefore = false;
  };
  for (const { text, style } of spans) {
    for (const piece of text.split(/(\s+)/)) {
      if (piece === '') continue;
      if (piece.trim() !== '') {
        parts.push({ text: piece, style });
        continue;
      }
      close();
      const breaks = piece.split('\n').length - 1;
      // A blank line between paragraphs: one empty word that only breaks.
      for (let i = 1; i < breaks; i++) out.push({ spans: [], size: 0, spaceBefore: false, breakBefore: true });
      if (breaks > 0) breakBefore = true;
      else spaceBefore = true;
    }
  }
  close();
  return out;
}

/** Neighbouring runs of one style made one, so that a line costs few elements. */
function joinRuns(spans: Line): Line {
  const out: Span[] = [];
  for (const one of spans) {
    const last = out.at(-1);
    if (last !== undefined && last.style === one.style) out[out.length - 1] = span(last.text + one.text, one.style);
    else out.push(one);
  }
  return out;
}
