import { hasControlCharacters } from '../../documents/problem.ts';
import type { Line } from '../markdown-lines.ts';
import type { ReportDeck } from './deck-problem.ts';
import { messages } from './messages.ts';

/** A line of a user's note. Spaces at its end are kept: two of them are a line break in Markdown. */
export interface NoteLine extends Line {
  /** `verbatim`: of a fenced block, its fences too; `comment`: nothing but an HTML comment of one line. */
  readonly kind: 'text' | 'verbatim' | 'comment';
}

const TAB = 4;
const UNPRINTABLE = /[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufeff]/g;
export const OPENING_FENCE = /^(?:\s|>|[-*+]\s|\d{1,9}[.)]\s)*(?:(`{3,})[^`]*|(~{3,}).*)$/;
const CARD_MARK = /^[QAC][:：]\s*/;
const WHOLE_COMMENT = /^\s*<!--(?:(?!-->).)*-->\s*$/;

/** The fence of a code block, as far as it is one: on a line of its own, or behind the mark of a card. */
export function startsFence(text: string): boolean {
  return /```|~~~/.test(text) && OPENING_FENCE.test(text);
}

/**
 * Lines of a note as people write them: any line ends, a byte order mark, tabs (as spaces), decomposed Hangul (composed).
 * Control characters are taken out and told; comments are taken out, those of one line marked.
 */
export function noteLines(text: string, report: ReportDeck): NoteLine[] {
  const rows = text
    .replace(/^\ufeff/, '')
    .normalize('NFC')
    .split(/\r\n|\r|\n/);
  const printable = rows.map((row, index): Line => ({ number: index + 1, text: printed(row, index + 1, report) }));
  return withoutComments(printable, report);
}

function printed(row: string, number: number, report: ReportDeck): string {
  const spaced = row.includes('\t') ? withoutTabs(row) : row;
  if (!hasControlCharacters(spaced)) return spaced;
  report('warning', number, messages.controlCharacters);
  return spaced.replace(/[\u2028\u2029]/g, ' ').replace(UNPRINTABLE, '');
}

function withoutTabs(row: string): string {
  let out = '';
  for (const piece of row.split(/(\t)/)) out += piece === '\t' ? ' '.repeat(TAB - (out.length % TAB)) : piece;
  return out;
}

/** Marks fenced blocks, and takes comments out of everything else. */
function withoutComments(lines: readonly Line[], report: ReportDeck): NoteLine[] {
  const lastEnd = lines.findLastIndex(({ text }) => text.includes('-->'));
  const out: NoteLine[] = [];
  let fence: { readonly mark: string; readonly line: number } | null = null;
  let inComment = false;
  for (const [index, { number, text }] of lines.entries()) {
    if (fence !== null) {
      out.push({ number, text, kind: 'verbatim' });
      if (closes(text, fence.mark)) fence = null;
      continue;
    }
    if (!inComment && text.includes('-->') && WHOLE_COMMENT.test(text)) {
      out.push({ number, text: text.trim(), kind: 'comment' });
      continue;
    }
    const behindMark = text.replace(CARD_MARK, '');
    const opening = !inComment && startsFence(behindMark) ? OPENING_FENCE.exec(behindMark) : null;
    if (opening !== null) {
      fence = { mark: opening[1] ?? opening[2] ?? '', line: number };
      out.push({ number, text, kind: behindMark === text ? 'verbatim' : 'text' });
      continue;
    }
    const { kept, open } = outsideComments(text, inComment, index < lastEnd);
    // A line of which a comment took everything is no empty line: that would end a paragraph.
    const isBlank = text.trim() === '' && !inComment;
    inComment = open;
    if (isBlank || kept.trim() !== '') out.push({ number, text: kept, kind: 'text' });
  }
  if (fence !== null) report('warning', fence.line, messages.openFence);
  return out;
}

export function closes(text: string, mark: string): boolean {
  const bare = text.replace(/^[\s>]+/, '').trimEnd();
  return bare.length >= mark.length && bare === (mark[0] ?? '').repeat(bare.length);
}

/** `endsLater`: a comment left open on this line is closed on a later one. Otherwise `<!--` are plain characters. */
function outsideComments(
  text: string,
  inComment: boolean,
  endsLater: boolean,
): { readonly kept: string; readonly open: boolean } {
  let kept = '';
  let at = 0;
  let open = inComment;
  while (at < text.length) {
    if (open) {
      const end = text.indexOf('-->', at);
      if (end < 0) return { kept, open };
      at = end + 3;
      open = false;
      continue;
    }
    const start = text.indexOf('<!--', at);
    if (start < 0 || (!endsLater && !text.includes('-->', start))) return { kept: kept + text.slice(at), open };
    kept += text.slice(at, start);
    at = start + 4;
    open = true;
  }
  return { kept, open };
}
