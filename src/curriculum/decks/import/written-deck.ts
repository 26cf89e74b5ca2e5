import type { LineProblem } from '../../../documents/problem.ts';
import type { Deck, DeckCard } from '../deck.ts';
import { contentKey } from '../identity.ts';
import { deckMarkdown } from '../markdown/write-markdown.ts';
import { type DeckSurroundings, readDecks } from '../read-decks.ts';
import { transferMessages as messages } from '../transfer-messages.ts';

/** A deck as a Markdown file can hold it. */
export interface WritableDeck {
  readonly deck: Deck;
  /** Cards that are left out, each told on its line of the file they came from. */
  readonly problems: readonly LineProblem[];
  /** Cloze cards that became question and answer: nothing can be hidden in a code block. */
  readonly turned: number;
}

const GAP = '____';

/** Proves each card by writing it and reading it back; what does not come back the same is changed or left out. */
export function writableDeck(deck: Deck, surroundings: DeckSurroundings): WritableDeck {
  const problems: LineProblem[] = [];
  const byContent = new Map<string, DeckCard>();
  for (const card of deck.cards) {
    const key = contentKey(card.content);
    const twin = byContent.get(key);
    if (twin === undefined) byContent.set(key, card);
    else problems.push({ line: card.line, message: messages.cardTwice(twin.id, twin.line) });
  }
  const distinct = [...byContent.values()];
  const lost = unread({ ...deck, cards: distinct }, surroundings);
  const changed = distinct.map((card) => (lost.has(card.id) ? asFlip(card) : card));
  const stillLost = lost.size === 0 ? lost : unread({ ...deck, cards: changed }, surroundings);
  for (const { id, line } of changed) if (stillLost.has(id)) problems.push({ line, message: messages.notWritable });
  const cards = changed.filter(({ id }) => !stillLost.has(id));
  return { deck: { ...deck, cards }, problems, turned: cards.filter(({ id }) => lost.has(id)).length };
}

/** Ids of the cards that are not read back as they were written. */
function unread(deck: Deck, surroundings: DeckSurroundings): ReadonlySet<string> {
  const read = readDecks([{ path: 'deck.md', text: deckMarkdown(deck) }], surroundings);
  const back = new Map(read.decks.flatMap(({ cards }) => cards.map(({ id, content }) => [id, contentKey(content)])));
  return new Set(deck.cards.filter(({ id, content }) => back.get(id) !== contentKey(content)).map(({ id }) => id));
}

function asFlip(card: DeckCard): DeckCard {
  const { content } = card;
  if (content.kind === 'flip') return card;
  const { text, start, end } = content;
  const front = text.slice(0, start) + GAP + text.slice(end);
  return { ...card, content: { kind: 'flip', front, back: text.slice(start, end) } };
}
