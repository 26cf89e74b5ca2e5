import type { Card, Module } from '../curriculum/module.ts';
import type { Text } from '../language.ts';
import type { ItemId } from '../learning/event.ts';
import type { Skill } from '../questions/skill.ts';

/** The card an item stands for; null when it is a skill or a card that is no longer taught. */
export function cardOf(
  modules: readonly Module[],
  item: ItemId,
): { readonly module: Module; readonly card: Card } | null {
  if (!item.startsWith('card:')) return null;
  const [moduleId, cardId] = item.slice('card:'.length).split('/');
  const module = modules.find(({ id }) => id === moduleId);
  const card = module?.cards.find(({ id }) => id === cardId);
  return module === undefined || card === undefined ? null : { module, card };
}

/** What an item is called: a card by its front, a skill by its title; the id of what is no longer taught. */
export function itemTitle(
  item: ItemId,
  modules: readonly Module[],
  skills: readonly Pick<Skill, 'id' | 'title'>[],
): Text {
  const id = item.slice(item.indexOf(':') + 1);
  const front = cardOf(modules, item)?.card.front;
  if (front !== undefined) return { ko: oneLine(front.ko), en: oneLine(front.en) };
  return skills.find((skill) => `skill:${skill.id}` === item)?.title ?? { ko: id, en: id };
}

function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim();
}
