import { statSync } from 'node:fs';
import { extname, join } from 'node:path';
import { writeAnki } from '../../curriculum/decks/anki/write-anki.ts';
import type { Deck } from '../../curriculum/decks/deck.ts';
import { writeDecksJson } from '../../curriculum/decks/json/write-json.ts';
import { deckMarkdown } from '../../curriculum/decks/markdown/write-markdown.ts';
import { nearestWord } from '../../documents/nearest.ts';
import { decksFolder, readOwnDecks } from '../../learning/decks/own-decks.ts';
import { Failure, usage } from '../failure.ts';
import type { Globals } from '../globals.ts';
import { moduleDecks } from '../module-decks.ts';
import { print } from '../output.ts';
import { writeOutputFile } from '../output-file.ts';
import { ownDeckOptions } from '../own-decks.ts';
import { tellProblems } from '../record.ts';
import { reportLanguage } from '../report-language.ts';
import { deckTransfer as text } from '../text/deck-transfer.ts';
import { decks as deckText } from '../text/decks.ts';
import { errors, forms } from '../text/errors.ts';
import { readWord } from '../values.ts';

export interface DeckExportOptions {
  readonly format?: string;
  readonly out?: string;
  readonly module?: readonly string[];
}

const FORMATS = ['anki', 'md', 'json'] as const;
type ExportFormat = (typeof FORMATS)[number];
const ENDINGS: Readonly<Record<string, ExportFormat>> = {
  '.txt': 'anki',
  '.csv': 'anki',
  '.tsv': 'anki',
  '.json': 'json',
};

/** `seqack deck export`: the learner's decks, and our own modules' cards, for Anki, as JSON or as Markdown. */
export async function deckExport(
  names: readonly string[],
  given: DeckExportOptions,
  globals: Globals,
): Promise<number> {
  const language = reportLanguage(globals);
  const out = given.out === undefined || given.out === '-' ? null : given.out;
  if (out !== null && (out.trim() === '' || out.includes('\0'))) throw usage(errors.badForm('--out', out, forms.file));
  const format = given.format === undefined ? formatOf(out) : readWord('--format', given.format, FORMATS);
  const ofModules = moduleDecks(given.module ?? [], language);
  const own = names.length > 0 || ofModules.length === 0 ? ownDecks(names, globals) : [];
  const decks = [...own, ...ofModules];
  const cards = decks.reduce((sum, deck) => sum + deck.cards.length, 0);
  const isFolder = out !== null && isExistingFolder(out);
  if (isFolder && format !== 'md') throw new Failure(1, errors.fileUnwritable(out, text.outIsFolder));
  if (format === 'md' && isFolder) {
    for (const deck of decks) await writeOutputFile(join(out, `${deck.id}.md`), Buffer.from(deckMarkdown(deck)));
  } else {
    if (format === 'md' && decks.length > 1) throw usage(text.oneAFile(decks.length));
    const pieces = piecesOf(decks, format);
    if (out === null) for (const piece of joined(pieces)) await print(piece);
    else await writeOutputFile(out, Buffer.from([...pieces].join('')));
  }
  if (out !== null) process.stderr.write(`seqack: ${text.exported(decks.length, cards, out)[language]}\n`);
  return 0;
}

function formatOf(out: string | null): ExportFormat {
  return (out === null ? undefined : ENDINGS[extname(out).toLowerCase()]) ?? 'md';
}

function ownDecks(names: readonly string[], globals: Globals): readonly Deck[] {
  const options = ownDeckOptions(globals, false);
  const { decks, problems } = readOwnDecks(options);
  tellProblems(reportLanguage(globals), { problems });
  if (names.length === 0 && decks.length === 0) throw new Failure(1, deckText.none(decksFolder(options.folder)));
  const known = decks.map(({ id }) => id);
  return [...new Set(names.length === 0 ? known : names)].map((name) => {
    const deck = decks.find(({ id }) => id === name);
    if (deck === undefined) throw usage(deckText.unknown(name, nearestWord(name, known)));
    return deck;
  });
}

function isExistingFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

function piecesOf(decks: readonly Deck[], format: ExportFormat): Iterable<string> {
  if (format === 'anki') return writeAnki(decks);
  return format === 'json' ? writeDecksJson(decks) : decks.map(deckMarkdown);
}

/** Cards together, so that thousands are not thousands of writes. */
function* joined(pieces: Iterable<string>): Generator<string> {
  let held = '';
  for (const piece of pieces) {
    held += piece;
    if (held.length < 60_000) continue;
    yield held;
    held = '';
  }
  if (held !== '') yield held;
}
