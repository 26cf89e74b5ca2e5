import type { Text } from '../../../language.ts';
import { clozeOf, tidyText, withoutMarks } from '../card-text.ts';
import type { DeckCard } from '../deck.ts';
import { limits } from '../limits.ts';
import { transferMessages as messages } from '../transfer-messages.ts';
import { deletionsOf, hasDeletions } from './cloze-marks.ts';
import { fieldText, withoutSounds } from './field-text.ts';

/** A note before it is taken apart into cards. */
export interface Note {
  readonly fields: readonly string[];
  readonly isHtml: boolean;
  readonly notetype: string;
}

/** A card of a note; `suffix` tells the cards of one note apart, '' for the first. */
export interface NoteCard {
  readonly suffix: string;
  readonly content: DeckCard['content'];
}

export interface Counts {
  pictures: number;
  sounds: number;
  hints: number;
  extras: number;
}

/** Far above what anyone writes into a field, and what it may still be once it is text. */
const LONGEST_FIELD = 200_000;
const MOST_DELETIONS = 50;
const REVERSED = /revers|뒤집|역방향|양방향/i;
const OPTIONAL = /optional|선택/i;

/** The cards of a note, or what keeps it from having any. */
export type CardsOfNote =
  | { readonly kind: 'cards'; readonly cards: readonly NoteCard[] }
  | { readonly kind: 'none'; readonly why: Text };

/** Takes a note apart into cards; what they cannot hold is counted in `lost`. */
export function cardsOfNote(note: Note, lost: Counts): CardsOfNote {
  if (note.fields.some((field) => field.length > LONGEST_FIELD)) return none(messages.fieldTooLong);
  const [first = ''] = note.fields;
  const read = hasDeletions(first) ? clozeCards(note, first, lost) : flipCards(note, lost);
  const isLong = read.kind === 'cards' && read.cards.some(({ content }) => lengthOf(content) > limits.cardText);
  return isLong ? none(messages.cardTooLong) : read;
}

function none(why: Text): CardsOfNote {
  return { kind: 'none', why };
}

function lengthOf(content: DeckCard['content']): number {
  return content.kind === 'cloze' ? content.text.length : Math.max(content.front.length, content.back.length);
}

function textOf(field: string, isHtml: boolean, lost: Counts): string {
  return isHtml ? fieldText(field, lost) : withoutSounds(field, lost);
}

function clozeCards({ fields, isHtml }: Note, field: string, lost: Counts): CardsOfNote {
  const { deletions, hints } = deletionsOf(field, MOST_DELETIONS);
  lost.hints += hints;
  lost.extras += fields.slice(1).filter((extra) => extra.trim() !== '').length;
  const times = new Map<number, number>();
  const cards: NoteCard[] = [];
  for (const { number, marked } of deletions) {
    const cloze = clozeOf(textOf(marked, isHtml, { ...lost }));
    const time = (times.get(number) ?? 0) + 1;
    times.set(number, time);
    if (cloze === null) continue;
    const suffix = `${number === 1 ? '' : `-c${number}`}${time === 1 ? '' : `-${time}`}`;
    cards.push({ suffix, content: { kind: 'cloze', ...cloze } });
  }
  // What the field lost counts once, however many cards it gives.
  textOf(field, isHtml, lost);
  return cards.length === 0 ? none(messages.nothingToRecall) : { kind: 'cards', cards };
}

function flipCards({ fields, isHtml, notetype }: Note, lost: Counts): CardsOfNote {
  const texts = fields.map((field) => tidyText(textOf(withoutMarks(field), isHtml, lost)));
  const [front = '', second = ''] = texts;
  const isReversed = REVERSED.test(notetype);
  const isOptional = isReversed && OPTIONAL.test(notetype);
  const back = isReversed
    ? second
    : texts
        .slice(1)
        .filter((text) => text !== '')
        .join('\n\n');
  if (front === '' && back === '') return none(messages.emptyNote);
  if (front === '') return none(messages.emptyFront);
  if (back === '') return none(texts.length < 2 ? messages.oneField : messages.emptyBack);
  const card: NoteCard = { suffix: '', content: { kind: 'flip', front, back } };
  const turned: NoteCard = { suffix: '-reversed', content: { kind: 'flip', front: back, back: front } };
  const both = isReversed && (!isOptional || (texts[2] ?? '') !== '');
  return { kind: 'cards', cards: both ? [card, turned] : [card] };
}
