import { modules } from 'seqack:content';
import { scenarios } from 'seqack:scenarios';
import type { OwnDeckOptions } from '../learning/decks/own-decks.ts';
import { dataFolder } from '../learning/folders.ts';
import type { Globals } from './globals.ts';

/** What the learner's decks are read with; `keep`: whether the ids of their cards are kept from now on; `cacheOf`: the program's version, or null to read everything anew. */
export function ownDeckOptions({ data }: Globals, keep: boolean, cacheOf: string | null = null): OwnDeckOptions {
  return {
    folder: dataFolder(data ?? undefined, process.env),
    surroundings: { reserved: new Set(modules.map(({ id }) => id)), scenarios: Object.keys(scenarios) },
    keep,
    cacheOf,
    now: Date.now,
  };
}
