import type { DeckCard } from '../deck.ts';
import { contentKey } from '../identity.ts';
import { cardMarkdown } from '../markdown/write-markdown.ts';
import { cardBlocks } from './card-blocks.ts';

/** A file of a deck as it is, with the cards that were read from it. */
export interface DeckText {
  readonly path: string;
  readonly text: string;
}

/** What an import does to a deck. */
export interface MergedDeck {
  /** Files whose text changes. */
  readonly files: readonly DeckText[];
  readonly added: number;
  readonly updated: number;
  readonly unchanged: number;
}

/**
 * Puts cards into the files of a deck: those whose ids it has take the place of the old ones where these stand, others
 * come at the end of the first file. Everything else in the files stays as it is.
 */
export function mergeCards(
  files: readonly [DeckText, ...DeckText[]],
  present: readonly DeckCard[],
  incoming: readonly DeckCard[],
): MergedDeck {
  const byId = new Map(present.map((card) => [card.id, card]));
  const changed = new Map<string, DeckCard>();
  const added: DeckCard[] = [];
  let unchanged = 0;
  for (const card of incoming) {
    const old = byId.get(card.id);
    if (old === undefined) added.push(card);
    else if (isSame(old, card)) unchanged++;
    else changed.set(card.id, card);
  }
  const texts = files.map(({ path, text }, i) => {
    const own = present.filter(({ file }) => file === path);
    const replaced = withChanges(text, own, changed);
    return { path, text: i === 0 ? withAdded(replaced, added) : replaced };
  });
  return {
    files: texts.filter(({ text }, i) => text !== files[i]?.text),
    added: added.length,
    updated: changed.size,
    unchanged,
  };
}

function isSame(a: DeckCard, b: DeckCard): boolean {
  const tags = (card: DeckCard): string => [...card.tags].sort().join('\n');
  return contentKey(a.content) === contentKey(b.content) && a.scenario === b.scenario && tags(a) === tags(b);
}

function withChanges(text: string, cards: readonly DeckCard[], changed: ReadonlyMap<string, DeckCard>): string {
  const byLine = new Map<number, DeckCard[]>();
  for (const card of cards) byLine.set(card.line, [...(byLine.get(card.line) ?? []), card]);
  const lines = text.split(/\r\n|\r|\n/);
  const end = /\r\n/.test(text) ? '\r\n' : '\n';
  let isChanged = false;
  for (const { first, last } of cardBlocks(text).reverse()) {
    const own = byLine.get(first) ?? [];
    if (!own.some(({ id }) => changed.has(id))) continue;
    isChanged = true;
    // Cards of one C: that are no longer of one text stand apart from now on.
    const written = own
      .map((card) => cardMarkdown(changed.get(card.id) ?? card))
      .join('\n')
      .trimEnd();
    lines.splice(first - 1, last - first + 1, ...written.split('\n'));
  }
  return isChanged ? lines.join(end) : text;
}

function withAdded(text: string, added: readonly DeckCard[]): string {
  if (added.length === 0) return text;
  const end = /\r\n/.test(text) ? '\r\n' : '\n';
  const cards = added.map((card) => `\n${cardMarkdown(card)}`).join('');
  return text.trimEnd() + end + cards.replaceAll('\n', end);
}
