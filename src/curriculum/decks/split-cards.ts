import type { ReportDeck } from './deck-problem.ts';
import { messages } from './messages.ts';
import { type NoteHeading, readHeading } from './note-headings.ts';
import { type NoteLine, startsFence } from './note-lines.ts';

/** The lines of one card, before anything in them is read. `line`: where it starts. */
export type CardLines =
  | {
      readonly kind: 'flip';
      /** How it was marked: Q: and A:, a heading marked as a question, or one that only ends in a question mark. */
      readonly form: 'q' | 'marked' | 'asking';
      readonly line: number;
      readonly front: readonly NoteLine[];
      readonly back: readonly NoteLine[];
    }
  | { readonly kind: 'cloze'; readonly line: number; readonly body: readonly NoteLine[] };

const MARK = /^([QAC])[:：]\s?(.*)$/;
const SEPARATOR = /^-{3,}\s*$/;
/** A line that only says where an answer comes from: it and what follows it belong to no answer. */
const SOURCE =
  /^\[?(?:references?|sources?|참고(?: ?자료| ?문헌)?|출처)\]?\s*(?:[:：]\s*)?(?:$|(?:[-*]\s*)?(?:https?:\/\/|<|\[))/i;

/** A card that is still being read. */
type Open =
  | { readonly kind: 'q'; readonly line: number; readonly front: NoteLine[]; readonly back: NoteLine[] | null }
  | { readonly kind: 'cloze'; readonly line: number; readonly body: NoteLine[] }
  | {
      readonly kind: 'heading';
      readonly line: number;
      readonly level: number;
      readonly question: NonNullable<NoteHeading['question']>;
      readonly back: NoteLine[];
      /** Whether a heading that asks nothing came before anything else: then this one is the title of a section. */
      isSection: boolean;
    }
  | { readonly kind: 'nothing' };

/** Finds the cards in the lines of a note; all that belongs to none is prose. */
export function splitCards(lines: readonly NoteLine[], report: ReportDeck): CardLines[] {
  const cards: CardLines[] = [];
  let open: Open = { kind: 'nothing' };
  const start = (next: Open): void => {
    const card = closed(open, report);
    if (card !== null) cards.push(card);
    open = next;
  };
  for (const line of lines) {
    const { number, text } = line;
    if (line.kind !== 'text') {
      bodyOf(open)?.push(line);
      continue;
    }
    const [, mark, rest = ''] = MARK.exec(text) ?? [];
    const content: NoteLine = { number, text: rest, kind: startsFence(rest) ? 'verbatim' : 'text' };
    // A question that opens with another card is the title of a section.
    if (mark === 'Q' || mark === 'C') markSection(open, Number.POSITIVE_INFINITY);
    if (mark === 'Q') start({ kind: 'q', line: number, front: [content], back: null });
    else if (mark === 'C') start({ kind: 'cloze', line: number, body: [content] });
    else if (mark === 'A') {
      const next = answered(open, content);
      if (next === null) report('error', number, open.kind === 'q' ? messages.secondAnswer : messages.answerAlone);
      if (next === null) start({ kind: 'nothing' });
      else open = next;
    } else if (SEPARATOR.test(text)) start({ kind: 'nothing' });
    else {
      const heading = readHeading(text);
      if (heading === null) {
        if (open.kind === 'heading' && SOURCE.test(text)) start({ kind: 'nothing' });
        else bodyOf(open)?.push(line);
      } else if (heading.question !== null) {
        markSection(open, heading.level);
        const { level, question } = heading;
        start({ kind: 'heading', line: number, level, question, back: [], isSection: false });
      } else if (open.kind === 'heading' && heading.level > open.level) {
        markSection(open, heading.level);
        open.back.push(line);
      } else start({ kind: 'nothing' });
    }
  }
  start({ kind: 'nothing' });
  return cards;
}

function bodyOf(open: Open): NoteLine[] | null {
  switch (open.kind) {
    case 'q':
      return open.back ?? open.front;
    case 'cloze':
      return open.body;
    case 'heading':
      return open.back;
    case 'nothing':
      return null;
  }
}

function isWritten({ kind, text }: NoteLine): boolean {
  return kind !== 'comment' && text.trim() !== '';
}

function markSection(open: Open, level: number): void {
  if (open.kind === 'heading' && level > open.level && !open.back.some(isWritten)) open.isSection = true;
}

/** The open card once an A: has come; null where none may. Below a heading it may stand before the answer. */
function answered(open: Open, content: NoteLine): Open | null {
  if (open.kind === 'q' && open.back === null) return { ...open, back: [content] };
  if (open.kind === 'heading' && !open.back.some(isWritten)) return { ...open, back: [...open.back, content] };
  return null;
}

function closed(open: Open, report: ReportDeck): CardLines | null {
  switch (open.kind) {
    case 'nothing':
      return null;
    case 'cloze':
      return open;
    case 'q':
      if (open.back === null) report('error', open.line, messages.questionAlone);
      return open.back === null ? null : { ...open, kind: 'flip', form: 'q', back: open.back };
    case 'heading': {
      const { line, question, back } = open;
      if (open.isSection && !question.sure) return null;
      const front: NoteLine = { number: line, text: question.text, kind: 'text' };
      return { kind: 'flip', form: question.sure ? 'marked' : 'asking', line, front: [front], back };
    }
  }
}
