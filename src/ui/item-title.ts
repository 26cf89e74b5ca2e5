import { cardLine } from '../curriculum/decks/card-line.ts';
import type { Deck, DeckCard } from '../curriculum/decks/deck.ts';
import type { Card, Module } from '../curriculum/module.ts';
import type { Text } from '../language.ts';
import type { ItemId } from '../learning/events/event.ts';
import type { Skill } from '../questions/skill.ts';

/** All that cards are taught by. */
export interface Teachers {
  readonly modules: readonly Module[];
  readonly decks: { readonly decks: readonly Deck[] };
}

/** A card, and what it belongs to. */
export type FoundCard =
  | { readonly kind: 'concept'; readonly module: Module; readonly card: Card }
  | { readonly kind: 'deck'; readonly deck: Deck; readonly card: DeckCard };

/** The card an item stands for; null when it is a skill or a card that is no longer there. */
export function cardOf({ modules, decks }: Teachers, item: ItemId): FoundCard | null {
  if (!item.startsWith('card:')) return null;
  const [owner, cardId] = item.slice('card:'.length).split('/');
  const module = modules.find(({ id }) => id === owner);
  if (module !== undefined) {
    const card = module.cards.find(({ id }) => id === cardId);
    return card === undefined ? null : { kind: 'concept', module, card };
  }
  const deck = decks.decks.find(({ id }) => id === owner);
  const card = deck?.cards.find(({ id }) => id === cardId);
  return deck === undefined || card === undefined ? null : { kind: 'deck', deck, card };
}

/** What an item is called: a card by its front, a skill by its title; the id of what is no longer taught. */
export function itemTitle(item: ItemId, teachers: Teachers, skills: readonly Pick<Skill, 'id' | 'title'>[]): Text {
  const id = item.slice(item.indexOf(':') + 1);
  const found = cardOf(teachers, item);
  if (found !== null) return frontOf(found);
  return skills.find((skill) => `skill:${skill.id}` === item)?.title ?? { ko: id, en: id };
}

/** The front of a card on one line. */
function frontOf(found: FoundCard): Text {
  if (found.kind === 'deck') return inBoth(cardLine(found.card));
  const { front } = found.card;
  return { ko: oneLine(front.ko), en: oneLine(front.en) };
}

/** The name of what a card belongs to. */
export function ownerTitle(found: FoundCard): Text {
  return found.kind === 'deck' ? inBoth(found.deck.title) : found.module.title;
}

/** The name of a concept or deck; the id of what is no longer there. */
export function titleOfOwner(id: string, { modules, decks }: Teachers): Text {
  const module = modules.find((one) => one.id === id);
  return module?.title ?? inBoth(decks.decks.find((one) => one.id === id)?.title ?? id);
}

/** A learner's own text, which has one language. */
export function inBoth(text: string): Text {
  return { ko: text, en: text };
}

function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim();
}
