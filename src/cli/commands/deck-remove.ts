import { join, resolve } from 'node:path';
import { nearestWord } from '../../documents/nearest.ts';
import { openAddedDecks } from '../../learning/decks/added-decks.ts';
import { decksFolder, readOwnDecks } from '../../learning/decks/own-decks.ts';
import { codeOf } from '../../learning/error-code.ts';
import { Failure, usage } from '../failure.ts';
import type { Globals } from '../globals.ts';
import { printLines } from '../output.ts';
import { ownDeckOptions } from '../own-decks.ts';
import { reportLanguage } from '../report-language.ts';
import { decks as text } from '../text/decks.ts';

/**
 * `seqack deck remove`: a folder or file that was added, or the one deck in it, is no longer read. No file is deleted,
 * and what was learned stays in the record.
 */
export async function deckRemove(name: string, globals: Globals): Promise<number> {
  const language = reportLanguage(globals);
  const options = ownDeckOptions(globals, false);
  const list = openAddedDecks(decksFolder(options.folder), options.now);
  const { sources, decks } = readOwnDecks(options);
  const source = sources.find((candidate) => candidate.decks.some(({ id }) => id === name));
  // A path that is gone can still be taken off the list.
  const path = list.paths.find((added) => added === name || added === resolve(name)) ?? null;
  if (path === null) {
    if (source === undefined)
      throw usage(
        text.unknown(
          name,
          nearestWord(
            name,
            decks.map(({ id }) => id),
          ),
        ),
      );
    const file = source.decks.find(({ id }) => id === name)?.cards[0]?.file ?? '';
    if (source.origin === 'data') throw new Failure(1, text.standsInData(name, join(source.root, file)));
    if (source.decks.length > 1) throw new Failure(1, text.oneOfSeveral(name, source.path));
  }
  const gone = path ?? source?.path ?? '';
  try {
    list.save(list.paths.filter((added) => added !== gone));
  } catch (error) {
    throw new Failure(1, text.listUnsaved(codeOf(error)));
  }
  const ids = sources.find((candidate) => candidate.path === gone)?.decks.map(({ id }) => id) ?? [];
  await printLines([text.removed(gone, ids)[language]]);
  return 0;
}
