import { join, relative, resolve } from 'node:path';
import { openAddedDecks } from '../../learning/decks/added-decks.ts';
import { decksFolder, readDeckSource, readOwnDecks } from '../../learning/decks/own-decks.ts';
import { codeOf } from '../../learning/error-code.ts';
import { checkDeckPath } from '../deck-path.ts';
import { Failure } from '../failure.ts';
import type { Globals } from '../globals.ts';
import { printLines } from '../output.ts';
import { ownDeckOptions } from '../own-decks.ts';
import { tellProblems } from '../record.ts';
import { reportLanguage } from '../report-language.ts';
import { decks as text } from '../text/decks.ts';

/**
 * `seqack deck add`: from now on the decks of a folder or file are read, where they stand. The ids of their cards are
 * kept from here. Refuses what holds no cards, and decks whose ids are taken.
 */
export async function deckAdd(typed: string, globals: Globals): Promise<number> {
  checkDeckPath(typed);
  const language = reportLanguage(globals);
  const path = resolve(typed);
  const options = ownDeckOptions(globals, true);
  const folder = decksFolder(options.folder);
  const list = openAddedDecks(folder, options.now);
  if (list.paths.includes(path) || isInside(path, folder)) {
    await printLines([text.alreadyAdded(path)[language]]);
    return 0;
  }
  const before = readOwnDecks({ ...options, keep: false });
  const looked = readDeckSource(path, { ...options, keep: false });
  if (looked.source === null) throw new Failure(1, looked.problems[0] ?? text.unreadable(path, text.missing));
  const { decks } = looked.source;
  if (decks.length === 0) throw new Failure(1, text.noCards(typed));
  for (const { id, cards } of decks) {
    const holder = before.sources.find((source) => source.decks.some((deck) => deck.id === id));
    const other = holder?.decks.find((deck) => deck.id === id)?.cards[0]?.file;
    if (holder !== undefined) {
      throw new Failure(
        1,
        text.taken(id, join(looked.source.root, cards[0]?.file ?? ''), join(holder.root, other ?? '')),
      );
    }
  }
  try {
    list.save([...list.paths, path]);
  } catch (error) {
    throw new Failure(1, text.listUnsaved(codeOf(error)));
  }
  const { source, problems } = readDeckSource(path, options);
  tellProblems(language, { problems: [...list.problems, ...problems] });
  const cards = decks.reduce((sum, deck) => sum + deck.cards.length, 0);
  const wrong = source?.problems.length ?? 0;
  await printLines([
    text.added(
      cards,
      decks.map(({ id }) => id),
      path,
    )[language],
    ...(wrong > 0 ? [text.problemsIn(wrong, typed)[language]] : []),
  ]);
  return 0;
}

function isInside(path: string, folder: string): boolean {
  const from = relative(folder, path);
  return !from.startsWith('..') && resolve(folder, from) === path;
}
