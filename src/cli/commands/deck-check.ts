import { statSync } from 'node:fs';
import { join } from 'node:path';
import { readDeckSource } from '../../learning/decks/own-decks.ts';
import { checkDeckPath } from '../deck-path.ts';
import { Failure } from '../failure.ts';
import type { Globals } from '../globals.ts';
import { print, printLines } from '../output.ts';
import { ownDeckOptions } from '../own-decks.ts';
import { tellProblems } from '../record.ts';
import { reportLanguage } from '../report-language.ts';
import { problemLine, decks as text } from '../text/decks.ts';

/** --json of `seqack deck check`. */
export interface DeckCheckOptions {
  readonly json?: true;
}

/**
 * `seqack deck check`: every problem of a folder or file of cards, a line each, then a summary; or JSON
 * (docs/formats.md). Writes nothing. Exit code 1 when something written is kept out.
 */
export async function deckCheck(path: string, given: DeckCheckOptions, globals: Globals): Promise<number> {
  checkDeckPath(path);
  const language = reportLanguage(globals);
  const { source, problems: aside } = readDeckSource(path, ownDeckOptions(globals, false));
  if (source === null) {
    const [first] = aside;
    throw new Failure(1, first ?? text.unreadable(path, text.missing));
  }
  tellProblems(language, { problems: aside });
  const isFolder = statSync(path).isDirectory();
  /** The path as a person can open it from where they are. */
  const pathOf = (file: string): string => (!isFolder ? path : file === '.' ? path : join(path, file));
  const { decks, problems } = source;
  if (given.json) {
    const report = {
      version: 1,
      decks: decks.map(({ id, title, cards }) => ({ deck: id, title, cards: cards.length })),
      problems: problems.map(({ file, ...problem }) => ({ file: pathOf(file), ...problem })),
    };
    await print(`${JSON.stringify(report, null, 2)}\n`);
  } else {
    const cards = decks.reduce((sum, deck) => sum + deck.cards.length, 0);
    const warnings = problems.filter(({ severity }) => severity === 'warning').length;
    await printLines([
      ...problems.map((problem) => problemLine(problem, pathOf(problem.file))[language]),
      text.checked(cards, decks.length, problems.length, warnings)[language],
    ]);
  }
  return problems.some(({ severity }) => severity === 'error') ? 1 : 0;
}
