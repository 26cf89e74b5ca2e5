import { closeSync, fstatSync, opendirSync, openSync, readSync, realpathSync, type Stats, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { DeckProblem } from '../../curriculum/decks/deck-problem.ts';
import { limits } from '../../curriculum/decks/limits.ts';
import { messages } from '../../curriculum/decks/messages.ts';
import { readNoteBytes } from '../../curriculum/decks/note-bytes.ts';
import type { DeckFile } from '../../curriculum/decks/read-note.ts';
import { codeOf } from '../error-code.ts';
import { fileMessages } from './file-messages.ts';

/** The Markdown files of a deck folder, or the one file that was named. */
export interface DeckFiles {
  /** The folder the files' paths are in. */
  readonly root: string;
  readonly files: readonly DeckFile[];
  /** Of files and folders that could not be read; every other file is there. */
  readonly problems: readonly DeckProblem[];
}

const MARKDOWN = /\.(?:md|markdown)$/i;
/** How much of a folder is looked at: entries, levels, Markdown files, and bytes of them. */
const MOST_ENTRIES = 50_000;
const DEEPEST = 16;
const MOST_FILES = 5_000;
const MOST_BYTES = 50_000_000;

/** The Markdown files there are, not read yet. */
export interface DeckListing {
  readonly root: string;
  readonly notes: readonly ListedNote[];
  /** Of folders that could not be looked into. */
  readonly problems: readonly DeckProblem[];
}

export interface ListedNote {
  /** As it is told, inside the root, and in full. */
  readonly shown: string;
  readonly path: string;
  readonly stamp: FileStamp;
}

/** What tells that a file has changed. */
export interface FileStamp {
  /** When its content or its permissions last changed, ms since the epoch. */
  readonly changedAt: number;
  /** All of it, to be compared. */
  readonly text: string;
}

export function stampOf({ size, ino, mtimeMs, ctimeMs }: Stats): FileStamp {
  return { changedAt: Math.max(mtimeMs, ctimeMs), text: `${size} ${ino} ${mtimeMs} ${ctimeMs}` };
}

/**
 * Reads the Markdown files of a folder and the folders in it (hidden ones and node_modules left out), or one file of
 * any name. Bounded, and each folder is read once whatever links lead to it. Throws the system's error only when `path`
 * itself cannot be read.
 */
export function readDeckFiles(path: string): DeckFiles {
  return readListed(listDeckFiles(path));
}

/** Finds what readDeckFiles reads. Throws the system's error only when `path` itself cannot be read. */
export function listDeckFiles(path: string): DeckListing {
  const found = statSync(path);
  if (found.isDirectory()) return listFolder(path);
  return { root: dirname(path), notes: [{ shown: basename(path), path, stamp: stampOf(found) }], problems: [] };
}

/** Reads what was listed. Never throws: what cannot be read is told. */
export function readListed({ root, notes, problems }: DeckListing): DeckFiles {
  const read = notes.map(({ path, shown }) => readNoteFile(path, shown));
  return {
    root,
    files: read.filter((one) => 'text' in one),
    problems: [...problems, ...read.filter((one) => 'severity' in one)],
  };
}

function listFolder(root: string): DeckListing {
  const notes: ListedNote[] = [];
  const problems: DeckProblem[] = [];
  const seen = new Set<string>();
  let entries = 0;
  let bytes = 0;
  const isFull = (): boolean => entries >= MOST_ENTRIES || notes.length >= MOST_FILES || bytes >= MOST_BYTES;
  const visit = (folder: string, inside: string, depth: number): void => {
    const real = realpathSync(folder);
    if (seen.has(real)) return;
    seen.add(real);
    for (const name of namesIn(folder, MOST_ENTRIES - entries)) {
      if (isFull()) return;
      entries++;
      const path = join(folder, name);
      const shown = inside === '' ? name : `${inside}/${name}`;
      if (name.startsWith('.') || name === 'node_modules') continue;
      try {
        const found = statSync(path);
        if (found.isDirectory()) {
          if (depth < DEEPEST) visit(path, shown, depth + 1);
          else problems.push({ severity: 'error', file: shown, line: 1, message: fileMessages.tooDeep });
        } else if (found.isFile() && MARKDOWN.test(name)) {
          bytes += Math.min(found.size, limits.fileBytes);
          notes.push({ shown, path, stamp: stampOf(found) });
        }
      } catch (error) {
        // A link that leads nowhere is no note that is missing.
        const code = codeOf(error);
        if (code !== 'ENOENT' || MARKDOWN.test(name)) problems.push(unreadable(shown, code));
      }
    }
  };
  visit(root, '', 0);
  if (isFull()) problems.push({ severity: 'error', file: '.', line: 1, message: fileMessages.tooManyFiles });
  return { root, notes, problems };
}

/** The names in a folder in order, at most about so many. */
function namesIn(folder: string, most: number): string[] {
  const names: string[] = [];
  const opened = opendirSync(folder);
  try {
    for (let entry = opened.readSync(); entry !== null && names.length < most; entry = opened.readSync()) {
      names.push(entry.name);
    }
  } finally {
    opened.closeSync();
  }
  return names.sort();
}

function readNoteFile(path: string, shown: string): DeckFile | DeckProblem {
  let file: number | null = null;
  try {
    file = openSync(path, 'r');
    const about = fstatSync(file);
    if (!about.isFile()) return { severity: 'error', file: shown, line: 1, message: fileMessages.notAFile };
    if (about.size > limits.fileBytes) return { severity: 'error', file: shown, line: 1, message: messages.tooLarge };
    const bytes = Buffer.alloc(about.size);
    let length = 0;
    for (let got = 1; got > 0 && length < bytes.length; length += got) {
      got = readSync(file, bytes, length, bytes.length - length, null);
    }
    const read = readNoteBytes(bytes.subarray(0, length));
    if (read.ok) return { path: shown, text: read.text };
    return { severity: 'error', file: shown, line: read.line, message: read.message };
  } catch (error) {
    return unreadable(shown, codeOf(error));
  } finally {
    if (file !== null) closeSync(file);
  }
}

function unreadable(file: string, code: string): DeckProblem {
  return { severity: 'error', file, line: 1, message: fileMessages.unreadable(code) };
}
