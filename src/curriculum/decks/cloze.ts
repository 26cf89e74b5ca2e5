import { CODE_SPAN, ESCAPE, type LightLine, linkText } from './light-text.ts';
import { limits } from './limits.ts';

/** A run of a cloze text that is to be recalled: code unit offsets [start, end). */
export interface Deletion {
  readonly start: number;
  readonly end: number;
}

export type ReadCloze =
  | { readonly kind: 'cloze'; readonly text: string; readonly deletions: readonly Deletion[] }
  | { readonly kind: 'unclosed' | 'empty' | 'none' | 'long' };

const LINK = /(!?)\[([^[\]]*)\]\(([^()\s]*)(?:\s+"[^"]*")?\)/y;
const FOOTNOTE = /\[\^[^[\]\s]+\]/y;

/**
 * Reads `[deletions]` out of light lines. `\[` and `\]` are plain brackets; links, images and footnote marks are none
 * of them; brackets inside a deletion belong to it.
 */
export function readCloze(lines: readonly LightLine[]): ReadCloze {
  let text = '';
  const deletions: Deletion[] = [];
  let start = 0;
  let depth = 0;
  const isLong = (): boolean => text.length > limits.clozeText || deletions.length > limits.deletions;
  for (const [index, line] of lines.entries()) {
    if (index > 0) text += '\n';
    if (line.verbatim) {
      text += line.text;
      continue;
    }
    const from = line.text;
    const code = codeSpansOf(from);
    let at = 0;
    while (at < from.length) {
      if (isLong()) return { kind: 'long' };
      const character = from[at] ?? '';
      const escaped = character === '\\' ? escapedAt(from, at, code) : null;
      if (escaped !== null) {
        text += escaped;
        at += 2;
        continue;
      }
      const whole = character === '[' || character === '!' ? linkAt(from, at) : null;
      if (whole !== null) {
        text += whole.shown;
        at += whole.length;
        continue;
      }
      at++;
      if (character === '[' && depth++ === 0) start = text.length;
      else if (character === ']' && depth > 0 && --depth === 0) {
        const deletion = trimmed(text, start);
        if (deletion === null) return { kind: 'empty' };
        deletions.push(deletion);
      } else text += character;
    }
  }
  if (isLong()) return { kind: 'long' };
  if (depth > 0) return { kind: 'unclosed' };
  return deletions.length === 0 ? { kind: 'none' } : { kind: 'cloze', text, deletions };
}

const CODE_OR_ESCAPE = new RegExp(`${ESCAPE}|${CODE_SPAN}`, 'g');
const ESCAPED = new RegExp(ESCAPE, 'y');

/** Whether each code unit is in `code`. */
function codeSpansOf(text: string): readonly boolean[] {
  const inside: boolean[] = new Array(text.length).fill(false);
  for (const { 0: whole, 1: escaped, index } of text.matchAll(CODE_OR_ESCAPE)) {
    if (escaped === undefined) inside.fill(true, index, index + whole.length);
  }
  return inside;
}

/** The sign a backslash stands before; in code only a bracket needs one. */
function escapedAt(text: string, at: number, code: readonly boolean[]): string | null {
  ESCAPED.lastIndex = at;
  const sign = ESCAPED.exec(text)?.[1] ?? null;
  return code[at] && sign !== '[' && sign !== ']' ? null : sign;
}

function linkAt(text: string, at: number): { readonly shown: string; readonly length: number } | null {
  FOOTNOTE.lastIndex = at;
  const footnote = FOOTNOTE.exec(text)?.[0];
  if (footnote !== undefined) return { shown: footnote, length: footnote.length };
  LINK.lastIndex = at;
  const link = LINK.exec(text);
  if (link === null) return null;
  const [whole, image = '', words = '', target = ''] = link;
  return { shown: linkText(image !== '', words, target), length: whole.length };
}

/** The deletion from `start` to the end of `text`, without blanks around it; null when nothing is left. */
function trimmed(text: string, start: number): Deletion | null {
  const inside = text.slice(start);
  const blanks = inside.length - inside.trimStart().length;
  return inside.trim() === '' ? null : { start: start + blanks, end: start + inside.trimEnd().length };
}
