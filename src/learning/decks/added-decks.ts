import { mkdirSync, readFileSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import type { Text } from '../../language.ts';
import { codeOf } from '../error-code.ts';
import { fileMessages } from './file-messages.ts';
import { replaceFile } from './replace-file.ts';

/*
 * The list stands beside the decks, not in the settings: settings are values that a screen offers, saved by a library
 * that keeps the last of two writers, and a list of folders belongs to the data that is backed up with it.
 */

const VERSION = 1;
const MOST = 1000;

const fileForm = v.object({ version: v.literal(VERSION), paths: v.pipe(v.array(v.string()), v.maxLength(MOST)) });

/** The folders and files that `seqack deck add` was given. */
export interface AddedDecks {
  /** Absolute paths, in the order in which they were added. */
  readonly paths: readonly string[];
  readonly problems: readonly Text[];
  /** Keeps the list from now on; a damaged file is moved aside. Throws the system's error, or an Error for a newer file. */
  save(paths: readonly string[]): void;
}

/** Opens the list in the folder of decks in the data folder. Never throws. */
export function openAddedDecks(decksFolder: string, now: () => number): AddedDecks {
  const path = join(decksFolder, 'added.json');
  const { paths, state } = read(path);
  return {
    paths,
    problems:
      state === 'damaged'
        ? [fileMessages.addedDamaged(path)]
        : state === 'newer'
          ? [fileMessages.addedNewer(path)]
          : [],
    save(next) {
      if (state === 'newer') throw Object.assign(new Error(`${path} is of a newer seqack.`), { code: 'NEWER' });
      mkdirSync(decksFolder, { recursive: true });
      if (state === 'damaged') renameSync(path, path.replace(/\.json$/, `.corrupt-${now()}.json`));
      replaceFile(path, `${JSON.stringify({ version: VERSION, paths: next }, null, 2)}\n`);
    },
  };
}

function read(path: string): { readonly paths: readonly string[]; readonly state: 'whole' | 'damaged' | 'newer' } {
  try {
    const value: unknown = JSON.parse(readFileSync(path, 'utf8'));
    if (v.is(fileForm, value)) return { paths: value.paths, state: 'whole' };
    const newer = v.is(v.object({ version: v.pipe(v.number(), v.minValue(VERSION + 1)) }), value);
    return { paths: [], state: newer ? 'newer' : 'damaged' };
  } catch (error) {
    return { paths: [], state: codeOf(error) === 'ENOENT' ? 'whole' : 'damaged' };
  }
}
