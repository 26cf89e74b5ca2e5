import { readFileSync, statSync } from 'node:fs';
import { basename, extname } from 'node:path';
import { readNoteBytes } from '../curriculum/decks/note-bytes.ts';
import { codeOf } from '../learning/error-code.ts';
import { Failure, FileFailure, usage } from './failure.ts';
import { deckTransfer as text } from './text/deck-transfer.ts';
import { shownPath } from './text/decks.ts';
import { errors } from './text/errors.ts';

/** What decks can be read from. */
export type DeckFormat = 'anki' | 'json' | 'md';

/** A file of decks as it was read. */
export interface DeckInput {
  readonly format: DeckFormat;
  readonly text: string;
  /** The file's name without its ending: what a deck is called that has no name. */
  readonly name: string;
}

const LARGEST = 50_000_000;
/** From here on reading takes long enough to wonder. */
const TELLING = 250_000;

/** Reads a file to import. Throws a Failure that says why it cannot be read; of a large one it says that it is at it. */
export function readDeckInput(path: string, tell: (bytes: number) => void): DeckInput {
  if (path.trim() === '' || path.includes('\0')) throw usage(errors.badForm('FILE', path, text.fileForm));
  const bytes = bytesOf(path, tell);
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) throw new Failure(1, text.package(path));
  const read = readNoteBytes(bytes);
  if (!read.ok) {
    const place = `${shownPath(path)}:${read.line}:`;
    throw new FileFailure([{ en: `${place} ${read.message.en}`, ko: `${place} ${read.message.ko}` }]);
  }
  const ending = extname(path);
  return { format: formatOf(ending.toLowerCase(), read.text), text: read.text, name: basename(path, ending) || 'deck' };
}

function bytesOf(path: string, tell: (bytes: number) => void): Buffer {
  try {
    const about = statSync(path);
    if (about.isDirectory()) throw new Failure(1, errors.fileUnreadable(path, text.folder));
    if (about.size > LARGEST) throw new Failure(1, errors.fileUnreadable(path, text.tooLarge));
    if (about.size > TELLING) tell(about.size);
    return readFileSync(path);
  } catch (error) {
    if (error instanceof Failure) throw error;
    const code = codeOf(error);
    const reason =
      code === 'ENOENT' || code === 'ENOTDIR'
        ? errors.fileMissing
        : code === 'EACCES' || code === 'EPERM'
          ? errors.fileForbidden
          : errors.otherReason(code);
    throw new Failure(1, errors.fileUnreadable(path, reason));
  }
}

/** By the ending; .txt and others by what the file begins with. */
function formatOf(ending: string, content: string): DeckFormat {
  if (ending === '.json') return 'json';
  if (ending === '.md' || ending === '.markdown') return 'md';
  if (ending === '.csv' || ending === '.tsv') return 'anki';
  const begun = content.slice(0, 20_000).replace(/^\ufeff/, '');
  if (/^\s*\{\s*"/.test(begun)) return 'json';
  if (/^#(?:separator|html|notetype|deck|tags|columns|guid)\b/i.test(begun) || begun.includes('\t')) return 'anki';
  return /^(?:[QC][:：]|#{2,6} )/m.test(begun) ? 'md' : 'anki';
}
