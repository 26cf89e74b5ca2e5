/** A card of a user's own deck, in the one language it was written in. */
export interface DeckCard {
  /** Stable: survives edits of the text. Lower case letters, digits and hyphens. */
  readonly id: string;
  /** Path of its file inside the deck folder, with '/', and the line it starts on, from 1. */
  readonly file: string;
  readonly line: number;
  readonly content:
    | { readonly kind: 'flip'; readonly front: string; readonly back: string }
    /** `text` with one run to be recalled: code unit offsets [start, end) of the hidden run in `text`. */
    | { readonly kind: 'cloze'; readonly text: string; readonly start: number; readonly end: number };
  /** A scenario of the simulator to watch with it, by name; null without. */
  readonly scenario: string | null;
  readonly tags: readonly string[];
}

export interface Deck {
  /** From the file or folder name (or its frontmatter `id`); lower case letters, digits, hyphens; never one of the built-in modules' ids (then prefixed `my-`). */
  readonly id: string;
  readonly title: string;
  readonly cards: readonly DeckCard[];
}
