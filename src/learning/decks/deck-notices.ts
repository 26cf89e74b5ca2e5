import { join } from 'node:path';
import type { DeckProblem } from '../../curriculum/decks/deck-problem.ts';
import type { Text } from '../../language.ts';
import { fileMessages } from './file-messages.ts';
import type { OwnDecks } from './own-decks.ts';

/** What is wrong with the learner's decks, one line each, and in one line that cards are kept out of them. */
export function deckNotices({ sources, problems }: OwnDecks): readonly Text[] {
  const kept = sources.map(({ path, problems: all }) => ({
    path,
    count: all.filter(({ severity }) => severity === 'error').length,
  }));
  const count = kept.reduce((sum, one) => sum + one.count, 0);
  const first = kept.find((one) => one.count > 0);
  return first === undefined ? problems : [fileMessages.keptOut(count, first.path), ...problems];
}

/** A problem of a note, and the file it stands in. */
export interface LocatedProblem extends DeckProblem {
  /** The whole path of the file. */
  readonly path: string;
}

/** What is wrong with the notes of a deck, or with all of them when null, in the order of sources, files and lines. */
export function noteProblems({ sources }: OwnDecks, deck: string | null): LocatedProblem[] {
  return sources.flatMap(({ root, problems, decks }) => {
    const cards = decks.find(({ id }) => id === deck)?.cards ?? [];
    const files = deck === null ? null : new Set(cards.map(({ file }) => file));
    const own = files === null ? problems : problems.filter(({ file }) => files.has(file));
    return own.map((problem) => ({ ...problem, path: join(root, problem.file) }));
  });
}
