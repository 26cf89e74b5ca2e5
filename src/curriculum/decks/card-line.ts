import type { DeckCard } from './deck.ts';
import { plainContent } from './plain-content.ts';

/** What a deck's card asks, on one line without marks; what a cloze hides stays hidden. */
export function cardLine({ content }: Pick<DeckCard, 'content'>): string {
  const plain = plainContent(content);
  const text =
    plain.kind === 'flip' ? plain.front : `${plain.text.slice(0, plain.start)}[...]${plain.text.slice(plain.end)}`;
  return text.replaceAll(/\s+/g, ' ').trim();
}
