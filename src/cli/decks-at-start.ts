import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { NO_DECKS } from '../learning/decks/no-decks.ts';
import type { OwnDecks } from '../learning/decks/own-decks.ts';
import { dataFolder } from '../learning/folders.ts';
import type { Globals } from './globals.ts';

/**
 * The learner's own decks. Without any, one look into a folder is all it costs: what reads decks is not even loaded.
 * `keep`: whether the ids of their cards are kept from now on, as the app does. Never throws.
 */
export async function decksAtStart(globals: Globals, keep = true): Promise<OwnDecks> {
  const folder = join(dataFolder(globals.data ?? undefined, process.env), 'decks');
  if (isEmpty(folder)) return NO_DECKS;
  const [{ readOwnDecks }, { ownDeckOptions }] = await Promise.all([
    import('../learning/decks/own-decks.ts'),
    import('./own-decks.ts'),
  ]);
  return readOwnDecks(ownDeckOptions(globals, keep, SEQACK_VERSION));
}

/** Whether there is nothing in the folder: neither notes nor the list of what was added; hidden files are our own. */
function isEmpty(folder: string): boolean {
  try {
    return readdirSync(folder).every((name) => name.startsWith('.'));
  } catch (error) {
    // Anything else than no folder is told by what reads it.
    return error instanceof Error && 'code' in error && error.code === 'ENOENT';
  }
}
