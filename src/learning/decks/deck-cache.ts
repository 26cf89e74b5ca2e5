import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { DeckSurroundings } from '../../curriculum/decks/read-decks.ts';
import { REGISTRY_NAME } from '../../curriculum/decks/registry.ts';
import { type DeckListing, stampOf } from './deck-files.ts';
import type { DeckSource } from './own-decks.ts';
import { spareRegistry } from './registry-file.ts';
import { replaceFile } from './replace-file.ts';

/*
 * Reading a thousand cards and finding each in the registry takes a tenth of a second, which the start of the app would
 * have to wait for. What was read is kept in the data folder until a note or its registry changes. Only a cache: without
 * it, or with one that is damaged, everything is read again.
 */

/** To be raised with every change of what the same notes are read as. */
const READER = 1;

/** A file changed this shortly before it was read, ms, may change again with the same stamp: file systems are coarse. */
const SETTLED_MS = 2000;

/** What is kept of a source. */
export type KeptSource = Pick<DeckSource, 'root' | 'decks' | 'problems'>;

export interface DeckCache {
  /** What was kept, when nothing has changed since; else null. Never throws. */
  read(): KeptSource | null;
  /** Keeps it, unless a file was only just changed. Never throws: a cache that cannot be written is none. */
  write(source: KeptSource): void;
}

/** The cache of the decks at `path`, listed as they are now. `version` is the program's, `now` ms since the epoch. */
export function deckCache(
  decksFolder: string,
  path: string,
  listing: DeckListing,
  { reserved, scenarios }: DeckSurroundings,
  version: string,
  now: number,
): DeckCache {
  const file = join(decksFolder, '.cache', `${digest(path).slice(0, 16)}.json`);
  // Reading may write the registry: it is looked at anew each time.
  const stamps = () => {
    const registries = [join(listing.root, REGISTRY_NAME), spareRegistry(decksFolder, listing.root)].map(stampAt);
    const stampsOfNotes = listing.notes.map(({ stamp }) => stamp);
    const files = [...stampsOfNotes, ...registries];
    const about = [version, READER, path, [...reserved], scenarios, listing.problems];
    const notes = listing.notes.map(({ shown }) => shown);
    return {
      key: digest(JSON.stringify([about, notes, files.map(({ text }) => text)])),
      // A registry is never written over: each has another inode, however soon it comes.
      changedAt: stampsOfNotes.reduce((latest, one) => Math.max(latest, one.changedAt), 0),
    };
  };
  return {
    read() {
      try {
        const text = readFileSync(file, 'utf8');
        const end = text.indexOf('\n');
        const body = text.slice(end + 1);
        // Written by this very version, and whole: its shape needs no second check.
        return text.slice(0, end) === `${stamps().key} ${digest(body)}` ? (JSON.parse(body) as KeptSource) : null;
      } catch {
        return null;
      }
    },
    write({ root, decks, problems }) {
      const { key, changedAt } = stamps();
      if (changedAt > now - SETTLED_MS) return;
      const body = JSON.stringify({ root, decks, problems });
      try {
        mkdirSync(dirname(file), { recursive: true });
        replaceFile(file, `${key} ${digest(body)}\n${body}`);
      } catch {
        // Then the next start reads the notes again.
      }
    },
  };
}

function stampAt(path: string): ReturnType<typeof stampOf> {
  try {
    return stampOf(statSync(path));
  } catch {
    return { changedAt: 0, text: 'absent' };
  }
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
