import { ankiHead, ankiNote } from '../../../documents/anki-file.ts';
import { tidyLine, tidyText, withMarks, withoutMarks } from '../card-text.ts';
import type { Deck, DeckCard } from '../deck.ts';
import { guidOf } from './card-ids.ts';
import { clozeField } from './cloze-marks.ts';
import { fieldHtml } from './field-html.ts';

/** A card's scenario among its tags in Anki. */
export const SCENARIO_TAG = 'seqack::scenario::';

/** Decks as a text file that Anki imports, a note a card; importing it again updates the notes (docs/formats.md). */
export function* writeAnki(decks: readonly Deck[]): Generator<string> {
  yield ankiHead([
    ['guid column', 1],
    ['notetype column', 2],
    ['deck column', 3],
    ['tags column', 6],
  ]);
  for (const deck of decks) {
    const title = tidyLine(deck.title);
    for (const card of deck.cards) {
      yield ankiNote([guidOf(deck.id, card.id), ...fields(card.content, title), tags(card)]);
    }
  }
}

/** The notetype, the deck, and the two fields that both of Anki's own notetypes have. */
function fields(content: DeckCard['content'], deck: string): string[] {
  if (content.kind === 'cloze') return ['Cloze', deck, clozeField(fieldHtml(tidyText(withMarks(content)))), ''];
  const { front, back } = content;
  return ['Basic', deck, fieldHtml(tidyText(withoutMarks(front))), fieldHtml(tidyText(withoutMarks(back)))];
}

/** Blanks separate tags in Anki. */
function tags({ tags: words, scenario }: DeckCard): string {
  const all = scenario === null ? words : [...words, SCENARIO_TAG + scenario];
  return all.map((word) => tidyLine(word).replace(/\s+/g, '_')).join(' ');
}
