import type { OwnDecks } from './own-decks.ts';

/** What a learner without decks has. Apart from what reads decks, so that it need not be loaded for this. */
export const NO_DECKS: OwnDecks = { sources: [], decks: [], problems: [] };
