import type { LineProblem } from '../../documents/problem.ts';
import type { Deck } from './deck.ts';

/** What cards of text cannot hold, counted. */
export interface Lost {
  readonly pictures: number;
  readonly sounds: number;
  /** Hints of cloze deletions. */
  readonly hints: number;
  /** Cloze notes' further fields. */
  readonly extras: number;
}

export const NOTHING_LOST: Lost = { pictures: 0, sounds: 0, hints: 0, extras: 0 };

/** What a file of decks gives: its decks, what keeps some of its cards out of them, and what those in them lost. */
export type ReadDecks =
  | {
      readonly ok: true;
      readonly decks: readonly Deck[];
      readonly problems: readonly LineProblem[];
      readonly lost: Lost;
    }
  | { readonly ok: false; readonly problems: readonly [LineProblem, ...LineProblem[]] };
