import type { Deck } from '../curriculum/decks/deck.ts';
import type { Module } from '../curriculum/module.ts';
import type { ItemId } from './events/event.ts';

/** What one concept, or one deck of the learner's own, gives to learn. */
export interface CatalogueModule {
  readonly id: string;
  readonly cards: readonly ItemId[];
  readonly skills: readonly ItemId[];
  /** Given: a deck. It has no lesson to open first; that it was added says that it is wanted. */
  readonly isDeck?: true;
}

/** Every card and skill there is to learn: concepts in the order of the path, then the learner's own decks. */
export interface Catalogue {
  readonly modules: readonly CatalogueModule[];
}

/** An item and the first concept of the path, or else the deck, that teaches it. */
export interface CatalogueItem {
  readonly item: ItemId;
  readonly module: string;
}

/** The catalogue of the given concepts and decks. */
export function catalogueOf(
  modules: readonly Pick<Module, 'id' | 'order' | 'cards' | 'skills'>[],
  decks: readonly Pick<Deck, 'id' | 'cards'>[] = [],
): Catalogue {
  const concepts = [...modules]
    .sort((a, b) => a.order - b.order)
    .map(
      ({ id, cards, skills }): CatalogueModule => ({
        id,
        cards: cards.map((card) => cardItem(id, card.id)),
        skills: skills.map((skill): ItemId => `skill:${skill}`),
      }),
    );
  return { modules: [...concepts, ...decks.map(catalogueDeck)] };
}

function catalogueDeck({ id, cards }: Pick<Deck, 'id' | 'cards'>): CatalogueModule {
  return { id, cards: cards.map((card) => cardItem(id, card.id)), skills: [], isDeck: true };
}

/** The item of a card of a concept or a deck. */
export function cardItem(module: string, card: string): ItemId {
  return `card:${module}/${card}`;
}

/** Cards and skills in turn, so that a short list of new items holds both. */
function alternate({ cards, skills }: CatalogueModule): ItemId[] {
  const items: ItemId[] = [];
  for (let i = 0; i < Math.max(cards.length, skills.length); i++) {
    for (const item of [cards[i], skills[i]]) if (item !== undefined) items.push(item);
  }
  return items;
}

/** A screen asks several times for the same catalogue's items, which with large decks are thousands. */
const listed = new WeakMap<Catalogue, readonly CatalogueItem[]>();

/** Every item once, in the order of the path; a skill that several modules train belongs to the first. */
export function itemsOf(catalogue: Catalogue): readonly CatalogueItem[] {
  const before = listed.get(catalogue);
  if (before !== undefined) return before;
  const items = listItems(catalogue);
  listed.set(catalogue, items);
  return items;
}

function listItems(catalogue: Catalogue): CatalogueItem[] {
  const seen = new Set<ItemId>();
  const items: CatalogueItem[] = [];
  for (const module of catalogue.modules) {
    for (const item of alternate(module)) {
      if (seen.has(item)) continue;
      seen.add(item);
      items.push({ item, module: module.id });
    }
  }
  return items;
}
