import { plainText } from '../../documents/plain-text.ts';

/** Separators of lines and paragraphs; what turns the direction of text around; the byte order mark; what no text may hold. */
const BREAKS = /[\u2028\u2029]/g;
const HIDDEN = /[\u202a-\u202e\u2066-\u2069\ufeff]/g;
const LONE_SURROGATES = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/**
 * Text of a card from elsewhere as decks hold it: composed (NFC), no control characters, no blanks at line ends, at most
 * one empty line in a row outside of fenced blocks, none around it nor at a block's end.
 */
export function tidyText(text: string): string {
  const plain = plainText(text.replace(BREAKS, '\n'))
    .replace(HIDDEN, '')
    .replace(LONE_SURROGATES, '\ufffd')
    .normalize('NFC')
    .trim();
  let fence = false;
  let empty = true;
  const kept: string[] = [];
  for (const row of plain.split('\n')) {
    const line = row.trimEnd();
    if (line === '' && empty && !fence) continue;
    if (line.startsWith('```')) {
      if (fence) while (kept.at(-1) === '') kept.pop();
      fence = !fence;
    }
    empty = line === '';
    kept.push(line);
  }
  return kept.join('\n');
}

/** The same for what stands on one line: names and titles. */
export function tidyLine(text: string): string {
  return tidyText(text).replace(/\s+/g, ' ');
}

/** A cloze card's content. */
export interface Cloze {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/*
 * Two code points that are no characters (Unicode 23.7), taken out of everything from outside: they mark the run to be
 * recalled while its text is worked on.
 */
export const OPENS = '\ufdd0';
export const CLOSES = '\ufdd1';
const MARKS = /[\ufdd0\ufdd1]/g;

export function withoutMarks(text: string): string {
  return text.replace(MARKS, '');
}

/** The text with its hidden run between the two marks. */
export function withMarks({ text, start, end }: Cloze): string {
  return (
    withoutMarks(text.slice(0, start)) +
    OPENS +
    withoutMarks(text.slice(start, end)) +
    CLOSES +
    withoutMarks(text.slice(end))
  );
}

/** Reads a text with one marked run, tidied. Null when the run holds nothing to recall. */
export function clozeOf(marked: string): Cloze | null {
  // Blanks inside the marks belong outside: there those at the ends of lines go.
  const outside = tidyText(marked)
    .replace(/\ufdd0(\s+)/, `$1${OPENS}`)
    .replace(/(\s+)\ufdd1/, `${CLOSES}$1`);
  const tidied = tidyText(outside);
  const opens = tidied.indexOf(OPENS);
  const closes = tidied.indexOf(CLOSES);
  const hidden = tidied.slice(opens + 1, closes);
  if (opens < 0 || closes < opens || hidden === '') return null;
  const text = tidied.slice(0, opens) + hidden + tidied.slice(closes + 1);
  // A run over the edge of a fenced block can be neither shown nor hidden by itself.
  return tidyText(text) === text ? { text, start: opens, end: closes - 1 } : null;
}
