import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Deck } from '../../curriculum/decks/deck.ts';
import type { DeckProblem } from '../../curriculum/decks/deck-problem.ts';
import { messages } from '../../curriculum/decks/messages.ts';
import { type DeckSurroundings, readDecks } from '../../curriculum/decks/read-decks.ts';
import type { Text } from '../../language.ts';
import { codeOf } from '../error-code.ts';
import { openAddedDecks } from './added-decks.ts';
import { deckCache } from './deck-cache.ts';
import { listDeckFiles, readListed } from './deck-files.ts';
import { fileMessages } from './file-messages.ts';
import { openRegistry } from './registry-file.ts';

/** A folder or file of decks, as it was read. */
export interface DeckSource {
  /** As it was added; the folder of decks in the data folder for those that stand there. */
  readonly path: string;
  readonly origin: 'data' | 'added';
  readonly decks: readonly Deck[];
  /** What is wrong with its notes; paths are inside `root`. */
  readonly problems: readonly DeckProblem[];
  /** The folder its files are in. */
  readonly root: string;
}

/** The learner's own decks, wherever they stand. */
export interface OwnDecks {
  readonly sources: readonly DeckSource[];
  /** All of them; no two have the same id. */
  readonly decks: readonly Deck[];
  /** What is wrong besides the notes themselves, one line each: registries, folders that are gone. */
  readonly problems: readonly Text[];
}

export interface OwnDeckOptions {
  /** The data folder. */
  readonly folder: string;
  readonly surroundings: DeckSurroundings;
  /** Whether the ids of cards are kept from now on. */
  readonly keep: boolean;
  /** The program's version: what it read before may be taken from a cache. null: everything is read. */
  readonly cacheOf: string | null;
  /** Milliseconds since the epoch; names a damaged file that is moved aside. */
  readonly now: () => number;
}

/** The folder of decks in a data folder. */
export function decksFolder(dataFolder: string): string {
  return join(dataFolder, 'decks');
}

/**
 * Reads all decks: the Markdown files under `decks/` in the data folder, then what was added, in that order; of two with
 * the same id the first counts. Never throws: what cannot be read is told.
 */
export function readOwnDecks(options: OwnDeckOptions): OwnDecks {
  const folder = decksFolder(options.folder);
  const added = openAddedDecks(folder, options.now);
  const problems: Text[] = [...added.problems];
  const taken = new Map<string, string>();
  const sources: DeckSource[] = [];
  const own = existsSync(folder) ? [{ path: folder, origin: 'data' as const }] : [];
  for (const { path, origin } of [...own, ...added.paths.map((path) => ({ path, origin: 'added' as const }))]) {
    const read = readDeckSource(path, options);
    problems.push(...read.problems);
    if (read.source === null) continue;
    sources.push(withoutTaken({ ...read.source, origin }, taken));
  }
  return { sources, decks: sources.flatMap(({ decks }) => decks), problems };
}

/** Reads the decks of one folder or file. Never throws: `source` is null when it cannot be read. */
export function readDeckSource(
  path: string,
  { folder, surroundings, keep, cacheOf, now }: OwnDeckOptions,
): { readonly source: Omit<DeckSource, 'origin'> | null; readonly problems: readonly Text[] } {
  try {
    const listing = listDeckFiles(path);
    const cache = cacheOf === null ? null : deckCache(decksFolder(folder), path, listing, surroundings, cacheOf, now());
    const before = cache?.read() ?? null;
    if (before !== null) return { source: { path, ...before }, problems: [] };
    const { root, files, problems } = readListed(listing);
    const registry = openRegistry(root, decksFolder(folder), now);
    const read = readDecks(files, surroundings, registry.known, (file) => existsSync(join(root, file)));
    const unsaved = keep ? registry.save(read.known) : null;
    const source = { path, root, decks: read.decks, problems: [...problems, ...read.problems] };
    const aside = unsaved === null ? registry.problems : [...registry.problems, unsaved];
    // What was not kept in the registry has to be looked at again.
    if (keep && aside.length === 0) cache?.write(source);
    return { source, problems: aside };
  } catch (error) {
    return { source: null, problems: [fileMessages.sourceMissing(path, codeOf(error))] };
  }
}

/** Leaves out decks whose id another source has already; each is told. */
function withoutTaken(source: DeckSource, taken: Map<string, string>): DeckSource {
  const problems = [...source.problems];
  const decks = source.decks.filter(({ id, cards }) => {
    const holder = taken.get(id);
    const file = cards[0]?.file ?? '';
    if (holder === undefined) taken.set(id, join(source.root, file));
    else problems.push({ severity: 'error', file, line: 1, message: messages.deckTwice(id, holder) });
    return holder === undefined;
  });
  return { ...source, decks, problems };
}
