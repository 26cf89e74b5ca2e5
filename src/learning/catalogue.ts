import type { Module } from '../curriculum/module.ts';
import type { ItemId } from './event.ts';

/** What one concept module gives to learn. */
export interface CatalogueModule {
  readonly id: string;
  readonly cards: readonly ItemId[];
  readonly skills: readonly ItemId[];
}

/** Every card and skill there is to learn, modules in the order of the path. */
export interface Catalogue {
  readonly modules: readonly CatalogueModule[];
}

/** An item and the first module of the path that teaches it. */
export interface CatalogueItem {
  readonly item: ItemId;
  readonly module: string;
}

/** The catalogue of the given concept modules. */
export function catalogueOf(modules: readonly Pick<Module, 'id' | 'order' | 'cards' | 'skills'>[]): Catalogue {
  return {
    modules: [...modules]
      .sort((a, b) => a.order - b.order)
      .map(({ id, cards, skills }) => ({
        id,
        cards: cards.map((card): ItemId => `card:${id}/${card.id}`),
        skills: skills.map((skill): ItemId => `skill:${skill}`),
      })),
  };
}

/** Cards and skills in turn, so that a short list of new items holds both. */
function alternate({ cards, skills }: CatalogueModule): ItemId[] {
  const items: ItemId[] = [];
  for (let i = 0; i < Math.max(cards.length, skills.length); i++) {
    for (const item of [cards[i], skills[i]]) if (item !== undefined) items.push(item);
  }
  return items;
}

/** Every item once, in the order of the path; a skill that several modules train belongs to the first. */
export function itemsOf(catalogue: Catalogue): CatalogueItem[] {
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
