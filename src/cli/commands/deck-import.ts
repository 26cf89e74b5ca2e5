import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { tidyLine } from '../../curriculum/decks/card-text.ts';
import { deckIdOf, ownDeckId } from '../../curriculum/decks/deck-id.ts';
import { writableDeck } from '../../curriculum/decks/import/written-deck.ts';
import type { LineProblem } from '../../documents/problem.ts';
import type { Language, Text } from '../../language.ts';
import { decksFolder, readOwnDecks } from '../../learning/decks/own-decks.ts';
import { replaceFile } from '../../learning/decks/replace-file.ts';
import { codeOf } from '../../learning/error-code.ts';
import { readDeckInput } from '../deck-input.ts';
import { readInputDecks } from '../deck-reading.ts';
import { type DeckPlan, namedDeck, planDeck } from '../deck-target.ts';
import { Failure, FileFailure, usage } from '../failure.ts';
import type { Globals } from '../globals.ts';
import { printLines } from '../output.ts';
import { ownDeckOptions } from '../own-decks.ts';
import { tellProblems } from '../record.ts';
import { reportLanguage } from '../report-language.ts';
import { deckTransfer as text } from '../text/deck-transfer.ts';
import { shownPath } from '../text/decks.ts';
import { errors } from '../text/errors.ts';

export interface DeckImportOptions {
  readonly as?: string;
  readonly dryRun?: true;
}

/**
 * `seqack deck import`: cards from Anki's text files, JSON or Markdown become Markdown decks in the data folder; cards it
 * has already are updated. What is not taken over is told on standard error. Nothing is written before all is planned.
 */
export async function deckImport(path: string, given: DeckImportOptions, globals: Globals): Promise<number> {
  const language = reportLanguage(globals);
  const name = given.as === undefined ? null : readName(given.as);
  const input = readDeckInput(path, (bytes) => tell(text.reading(path, bytes), language));
  const options = ownDeckOptions(globals, false);
  const { surroundings } = options;
  const read = await readInputDecks(input, path, surroundings);
  const place = ({ line, message }: LineProblem): Text => ({
    en: `${shownPath(path)}:${line}: ${message.en}`,
    ko: `${shownPath(path)}:${line}: ${message.ko}`,
  });
  if (!read.ok) {
    const [first, ...others] = read.problems;
    throw new FileFailure([place(first), ...others.map(place)]);
  }
  const ownId = (title: string): string => ownDeckId(deckIdOf(title), surroundings.reserved);
  const wanted = name === null ? read.decks : namedDeck(read.decks, name, ownId);
  const written = wanted.map((deck) => writableDeck(deck, surroundings));
  for (const problem of [...read.problems, ...written.flatMap(({ problems }) => problems)]) {
    process.stderr.write(`${place(problem)[language]}\n`);
  }
  const decks = written.map(({ deck }) => deck).filter(({ cards }) => cards.length > 0);
  if (decks.length === 0) throw new Failure(1, text.nothing(path));
  const own = readOwnDecks(options);
  tellProblems(language, { problems: own.problems });
  const plans = decks.map((deck) => planDeck(deck, own, options.folder));
  if (given.dryRun === undefined) for (const plan of plans) write(plan, decksFolder(options.folder));
  await printLines(plans.map((plan) => text.imported(plan.id, plan, plan.shown, given.dryRun === true)[language]));
  const turned = written.reduce((sum, one) => sum + one.turned, 0);
  if (turned > 0) tell(text.turned(turned), language);
  const lost = text.lost(read.lost);
  if (lost !== null) tell(lost, language);
  return 0;
}

function tell(said: Text, language: Language): void {
  process.stderr.write(`seqack: ${said[language]}\n`);
}

function readName(typed: string): string {
  const name = tidyLine(typed);
  if (name === '' || [...name].length > 60) throw usage(errors.badForm('--as', typed, text.nameForm));
  return name;
}

function write({ files, root, shown }: DeckPlan, folder: string): void {
  try {
    mkdirSync(folder, { recursive: true });
    for (const { path, text: whole } of files) replaceFile(join(root, path), whole);
  } catch (error) {
    const code = codeOf(error);
    const reason =
      code === 'ENOSPC' || code === 'EDQUOT'
        ? errors.diskFull
        : code === 'EACCES' || code === 'EPERM' || code === 'EROFS'
          ? errors.writingForbidden
          : errors.otherReason(code);
    throw new Failure(1, errors.fileUnwritable(shown, reason));
  }
}
