import { isEntryId } from '../../entry-id.ts';
import type { DeckCard } from '../deck.ts';
import { hashOf } from '../names.ts';

/** What a card of ours is called in Anki: two decks may have cards of the same id, a collection has each guid once. */
export function guidOf(deck: string, card: string): string {
  return `seqack:${deck}/${card}`;
}

/** The deck and card of ours that a guid names, or null for a guid of Anki's own. */
export function cardOfGuid(guid: string): { readonly deck: string; readonly card: string } | null {
  const [, deck = '', card = ''] = /^seqack:([a-z0-9-]+)\/([a-z0-9-]+)$/.exec(guid) ?? [];
  return isEntryId(deck) && isEntryId(card) ? { deck, card } : null;
}

/**
 * The id of a note's first card. A guid that is an id already stays; others tell lower case from upper case and are full
 * of signs, so a hash stands for them. Without a guid it follows from the front: another answer is the same card.
 */
export function noteId(guid: string, content: DeckCard['content']): string {
  if (guid === '') return hashOf(content.kind === 'cloze' ? content.text : content.front);
  return cardOfGuid(guid)?.card ?? (isEntryId(guid) ? guid : `anki-${hashOf(guid)}`);
}

/** An id with something behind it, which no id is too long for. */
export function idWith(id: string, suffix: string): string {
  const longer = id + suffix;
  return isEntryId(longer) ? longer : hashOf(id) + suffix;
}
