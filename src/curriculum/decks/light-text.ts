import { readHeading } from './note-headings.ts';
import type { NoteLine } from './note-lines.ts';

/** A line of light Markdown: a paragraph, a list item, or a row of a code block as it is. */
export interface LightLine {
  readonly text: string;
  readonly verbatim: boolean;
}

const ITEM = /^(\s*)(?:([-*+])|(\d{1,9})[.)])\s+(\S.*)$/;
const RULE = /^\s*([-*_])(?:\s*\1){2,}\s*$/;

/**
 * Brings the lines of a card into the one form cards are kept in: a paragraph a line, `- ` or `1. ` for list items
 * (two spaces a level), an empty line between paragraphs, code blocks as they are. As in Markdown, a line goes on with
 * the next one unless it ends in two spaces or a backslash.
 */
export function lightLines(lines: readonly NoteLine[]): LightLine[] {
  const out: LightLine[] = [];
  /** Columns at which the items around the present one start. */
  let indents: number[] = [];
  /** Whether the next line of text belongs to the last line of `out`. */
  let goesOn = false;
  const put = (text: string, next: boolean): void => {
    out.push({ text, verbatim: false });
    goesOn = next;
  };
  for (const { kind, text: raw } of lines) {
    if (kind === 'comment') continue;
    if (kind === 'verbatim') {
      out.push({ text: raw.trimEnd(), verbatim: true });
      goesOn = false;
      continue;
    }
    const quoteless = raw.replace(/^(?:\s{0,3}>\s?)+/, '');
    const breaks = quoteless.endsWith('  ') || quoteless.endsWith('\\');
    const text = (quoteless.endsWith('\\') ? quoteless.slice(0, -1) : quoteless).trimEnd();
    if (text === '' || RULE.test(text)) {
      put('', false);
      continue;
    }
    const heading = readHeading(text);
    if (heading !== null) {
      put('', false);
      put(heading.title, false);
      put('', false);
      continue;
    }
    const item = ITEM.exec(text);
    if (item !== null) {
      const column = item[1]?.length ?? 0;
      indents = [...indents.filter((indent) => indent < column), column];
      const mark = item[3] === undefined ? '-' : `${item[3]}.`;
      put(`${'  '.repeat(indents.length - 1)}${mark} ${item[4] ?? ''}`, !breaks);
      continue;
    }
    if (!/^\s/.test(text)) indents = goesOn ? indents : [];
    const last = out.at(-1);
    if (goesOn && last !== undefined && !text.trimStart().startsWith('|')) {
      out[out.length - 1] = { text: `${last.text} ${text.trim()}`, verbatim: false };
      goesOn = !breaks;
    } else {
      put(`${'  '.repeat(indents.length)}${text.trim()}`, !breaks && !text.trimStart().startsWith('|'));
    }
  }
  return withoutDoubleBlanks(out);
}

function withoutDoubleBlanks(lines: readonly LightLine[]): LightLine[] {
  const isBlank = (line: LightLine | undefined): boolean => line === undefined || (line.text === '' && !line.verbatim);
  const kept = lines.filter((line, i) => !isBlank(line) || !isBlank(lines[i - 1]));
  while (kept.length > 0 && isBlank(kept.at(-1))) kept.pop();
  return kept;
}

/** What stands for a link or an image: its text, else the name of what it leads to. */
export function linkText(isImage: boolean, text: string, target: string): string {
  const name = text.trim() === '' ? target.slice(target.lastIndexOf('/') + 1) : text;
  return isImage ? `[${name}]` : name;
}

/** The signs a backslash takes the meaning of, as in Markdown, and the colons of `Q:` and `태그：`. */
export const ESCAPE = /\\([!-/:-@[-`{-~：])/.source;
export const CODE_SPAN = /`+[^`]*`+/.source;
/** A link or an image, code in its text too. */
const LINK = /!?\[((?:[^[\]`]|`[^`]*`){0,300})\]\(([^()\s]*)(?:\s+"[^"]*")?\)/.source;
const INLINE = new RegExp(`${ESCAPE}|${CODE_SPAN}|${LINK}|<br ?/?> ?`, 'gi');

/** The text of light lines outside a cloze: links as their text, escaped signs as they are. */
export function lightText(lines: readonly LightLine[]): string {
  return lines
    .map(({ text, verbatim }) => (verbatim ? text : inlineText(text)))
    .join('\n')
    .trim();
}

function inlineText(text: string): string {
  return text.replace(INLINE, (whole: string, escaped?: string, words?: string, target?: string) => {
    if (escaped !== undefined) return escaped;
    if (words !== undefined) return linkText(whole.startsWith('!'), words, target ?? '');
    return whole.startsWith('<') ? '\n' : whole;
  });
}
