import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Deck } from '../curriculum/decks/deck.ts';
import { type DeckText, type MergedDeck, mergeCards } from '../curriculum/decks/import/merge-cards.ts';
import { limits } from '../curriculum/decks/limits.ts';
import { deckMarkdown } from '../curriculum/decks/markdown/write-markdown.ts';
import { type DeckSource, decksFolder, type OwnDecks } from '../learning/decks/own-decks.ts';
import { Failure } from './failure.ts';
import { deckTransfer as text } from './text/deck-transfer.ts';

/** What an import does to one deck, before anything is written. */
export interface DeckPlan extends MergedDeck {
  readonly id: string;
  /** The folder the files' paths are in. */
  readonly root: string;
  /** Where its cards come to stand. */
  readonly shown: string;
  readonly isNew: boolean;
}

/**
 * Where a deck goes: into the deck of the same id or else the same title in the data folder, else into a new file there.
 * Throws a Failure when its id is that of a deck elsewhere, or a file would become too large.
 */
export function planDeck(deck: Deck, own: OwnDecks, dataFolder: string): DeckPlan {
  const root = decksFolder(dataFolder);
  const holder = holderOf(deck, own);
  const plan = holder === null ? newDeck(deck, root) : merged(deck, holder);
  for (const { path, text: whole } of plan.files) {
    const bytes = Buffer.byteLength(whole);
    if (bytes > limits.fileBytes) throw new Failure(1, text.deckTooLarge(join(plan.root, path), bytes));
  }
  return plan;
}

interface Holder {
  readonly source: DeckSource;
  readonly deck: Deck;
}

function holderOf({ id, title }: Deck, { sources }: OwnDecks): Holder | null {
  const all = sources.flatMap((source) => source.decks.map((deck) => ({ source, deck })));
  const same = all.find(({ deck }) => deck.id === id);
  if (same !== undefined && same.source.origin === 'added') {
    throw new Failure(1, text.standsElsewhere(id, join(same.source.root, same.deck.cards[0]?.file ?? '')));
  }
  return same ?? all.find(({ source, deck }) => source.origin === 'data' && deck.title === title) ?? null;
}

function merged(incoming: Deck, { source, deck }: Holder): DeckPlan {
  const paths = [...new Set(deck.cards.map(({ file }) => file))];
  const [first, ...others] = paths.map(
    (path): DeckText => ({ path, text: readFileSync(join(source.root, path), 'utf8') }),
  );
  if (first === undefined) throw new RangeError(`${deck.id}: a deck without a file`);
  const result = mergeCards([first, ...others], deck.cards, incoming.cards);
  return { ...result, id: deck.id, root: source.root, shown: join(source.root, first.path), isNew: false };
}

function newDeck(deck: Deck, root: string): DeckPlan {
  const name = [fileNameOf(deck), `${deck.id}.md`].find((candidate) => !existsSync(join(root, candidate)));
  if (name === undefined) throw new Failure(1, text.fileExists(join(root, `${deck.id}.md`)));
  const files = [{ path: name, text: deckMarkdown(deck) }];
  return {
    files,
    added: deck.cards.length,
    updated: 0,
    unchanged: 0,
    id: deck.id,
    root,
    shown: join(root, name),
    isNew: true,
  };
}

/** The title as a file name: letters and digits of any script. */
function fileNameOf({ id, title }: Deck): string {
  const name = title
    .normalize('NFC')
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '');
  const short = [...name.toLowerCase()].slice(0, 60).join('');
  return `${short === '' ? id : short}.md`;
}

/** The decks as they are called with --as. Throws a usage Failure unless the file holds one. */
export function namedDeck(decks: readonly Deck[], name: string, idOf: (name: string) => string): Deck[] {
  const [deck, ...others] = decks;
  if (deck === undefined) return [];
  if (others.length > 0) throw new Failure(2, text.severalDecks(decks.length));
  return [{ ...deck, id: idOf(name), title: name }];
}
