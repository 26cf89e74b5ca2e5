import { join } from 'node:path';
import { decksFolder, readOwnDecks } from '../../learning/decks/own-decks.ts';
import type { Globals } from '../globals.ts';
import { print, printLines } from '../output.ts';
import { ownDeckOptions } from '../own-decks.ts';
import { tellProblems } from '../record.ts';
import { reportLanguage } from '../report-language.ts';
import { tableLines } from '../table.ts';
import { shownPath, decks as text } from '../text/decks.ts';

/** --json of `seqack deck list`. */
export interface DeckListOptions {
  readonly json?: true;
}

/** `seqack deck list`: the learner's own decks, a line each, or JSON (docs/formats.md). Writes nothing. */
export async function deckList(given: DeckListOptions, globals: Globals): Promise<number> {
  const language = reportLanguage(globals);
  const options = ownDeckOptions(globals, false);
  const { sources, decks, problems } = readOwnDecks(options);
  const withProblems = sources.filter((source) => source.problems.length > 0);
  tellProblems(language, { problems });
  if (given.json) {
    const listed = sources.flatMap(({ path, origin, root, decks: ofSource }) =>
      ofSource.map(({ id, title, cards }) => ({
        deck: id,
        title,
        cards: cards.length,
        files: [...new Set(cards.map(({ file }) => join(root, file)))],
        origin,
        source: path,
      })),
    );
    const problemsOf = withProblems.map((source) => ({ source: source.path, problems: source.problems.length }));
    await print(`${JSON.stringify({ version: 1, decks: listed, problems: problemsOf }, null, 2)}\n`);
    return 0;
  }
  const rows = sources.flatMap(({ root, decks: ofSource }) =>
    ofSource.map(({ id, title, cards }) => {
      const path = join(root, cards[0]?.file ?? '');
      return [id, text.cards(cards.length)[language], title, shownPath(path)];
    }),
  );
  await printLines([
    ...tableLines(rows, ['left', 'right', 'left', 'left']),
    ...(decks.length === 0 ? [text.none(decksFolder(options.folder))[language]] : []),
    ...withProblems.map((source) => text.problemsIn(source.problems.length, source.path)[language]),
  ]);
  return 0;
}
