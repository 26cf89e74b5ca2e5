import type { Deck, DeckCard } from './deck.ts';
import { deckIdOf } from './deck-id.ts';
import { limits } from './limits.ts';
import { hashOf } from './names.ts';
import type { ProblemList } from './problem-list.ts';
import { transferMessages as messages } from './transfer-messages.ts';

/** A deck as its cards come in. */
class GrowingDeck {
  readonly title: string;
  readonly cards = new Map<string, DeckCard>();
  /** The deck of ours that all its cards name; null: none, or several. */
  named: string | null | undefined;
  isFull = false;

  constructor(title: string) {
    this.title = title;
  }
}

/** Puts cards from one file into decks by the decks' titles; says which it could not take. */
export class DeckBuilder {
  private readonly decks = new Map<string, GrowingDeck>();
  private readonly problems: ProblemList;

  constructor(problems: ProblemList) {
    this.problems = problems;
  }

  /** `named`: the id that the card's deck has with us, when the card says so. */
  add(title: string, card: DeckCard, named: string | null): void {
    const deck = this.decks.get(title) ?? new GrowingDeck(title);
    this.decks.set(title, deck);
    deck.named = deck.named === undefined || deck.named === named ? named : null;
    const twin = deck.cards.get(card.id);
    if (twin !== undefined) {
      this.problems.report({ line: card.line, message: messages.cardTwice(card.id, twin.line) });
    } else if (deck.cards.size < limits.cards) {
      deck.cards.set(card.id, card);
    } else if (!deck.isFull) {
      deck.isFull = true;
      this.problems.report({ line: card.line, message: messages.tooManyCards(title) });
    }
  }

  /** In the order in which they first came. No two have one id. */
  finished(): Deck[] {
    const ids = new Set<string>();
    return [...this.decks.values()].map(({ title, cards, named }) => {
      const wanted = named ?? deckIdOf(title);
      const id = ids.has(wanted) ? `deck-${hashOf(title)}` : wanted;
      ids.add(id);
      return { id, title, cards: [...cards.values()] };
    });
  }
}
