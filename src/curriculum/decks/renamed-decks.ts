import { contentKey, type KnownCard } from './identity.ts';
import type { DraftCard } from './read-note.ts';

/** A file of a deck folder that holds cards and does not name its deck itself. */
export interface UnnamedFile {
  readonly path: string;
  /** The deck's id by the file's name. */
  readonly id: string;
  readonly cards: readonly DraftCard[];
}

/** A file that was renamed holds at least this share of the cards of its deck, and they are this share of its own. */
const SAME = 0.5;

/**
 * Decks that keep the id they had before their file was renamed or moved, by the file's path now: those the registry has
 * for that very file under another id, and those that are gone and whose cards are now in a file of another name.
 * `paths` are all files of the folder, `written` the ids that files name themselves.
 */
export function renamedDecks(
  files: readonly UnnamedFile[],
  paths: ReadonlySet<string>,
  written: ReadonlySet<string>,
  known: readonly KnownCard[],
): ReadonlyMap<string, string> {
  const present = known.filter(({ gone }) => !gone);
  const renamed = new Map<string, string>();
  const decks = new Map<string, Set<string>>();
  const filesOf = new Map<string, Set<string>>();
  for (const { deck, file, content } of present) {
    decks.set(deck, (decks.get(deck) ?? new Set()).add(contentKey(content)));
    filesOf.set(deck, (filesOf.get(deck) ?? new Set()).add(file));
  }
  const free = new Set([...decks.keys()].filter((deck) => !written.has(deck)));
  const give = (path: string, deck: string): void => {
    renamed.set(path, deck);
    free.delete(deck);
  };
  for (const { path, id } of files) {
    const before = present.find(({ file, deck }) => file === path && deck !== id && free.has(deck));
    if (before !== undefined && !decks.has(id)) give(path, before.deck);
  }
  for (const { id } of files) free.delete(id);
  for (const { path, id, cards } of files) {
    if (renamed.has(path) || decks.has(id)) continue;
    const keys = cards.map(({ content }) => contentKey(content));
    let best: { readonly deck: string; readonly share: number } | null = null;
    for (const deck of free) {
      const old = decks.get(deck) ?? new Set();
      if ([...(filesOf.get(deck) ?? [])].some((file) => paths.has(file))) continue;
      const share = keys.filter((key) => old.has(key)).length / Math.max(keys.length, old.size);
      if (share >= SAME && share > (best?.share ?? 0)) best = { deck, share };
    }
    if (best !== null) give(path, best.deck);
  }
  return renamed;
}
