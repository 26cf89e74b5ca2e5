import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { quoted } from '../documents/problem.ts';
import type { Language } from '../language.ts';
import { dataFolder } from '../learning/folders.ts';
import { type FileBytes, memoryBytes, openBytes } from '../learning/log/log-bytes.ts';
import { LOG_NAMES } from '../learning/log/log-files.ts';
import { linesOf } from '../learning/log/log-lines.ts';
import { readLine } from '../learning/log/read-line.ts';
import { Failure } from './failure.ts';
import type { Globals } from './globals.ts';
import { readFailure } from './read-failure.ts';
import { readingProgress } from './reading-progress.ts';
import { log as text } from './text/log.ts';

/** A log that is open for reading. */
export interface LogSource extends FileBytes {
  /** Its path, as it may be shown. */
  readonly name: string;
  /** The last part of its path. */
  readonly base: string;
  /** Where its n-th line is, as a person would look for it; n from 1. */
  placeOf(line: number): string;
}

/** The learner's own data folder. */
export function ownFolder({ data }: Globals): string {
  return dataFolder(data ?? undefined, process.env);
}

/** The logs a data folder holds: none, one or both. Throws a Failure for one that cannot be read. */
export function openFolderLogs(folder: string, language: Language): LogSource[] {
  return LOG_NAMES.flatMap((base) => {
    try {
      return [openLog(join(folder, base), base, language)];
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
      throw readFailure(join(folder, base), error);
    }
  });
}

/**
 * What someone named: a log, an export of one, or a data folder with its logs. Throws a Failure when it cannot be read
 * or is none of these.
 */
export function openNamedLogs(path: string, language: Language): LogSource[] {
  try {
    if (!statSync(path).isDirectory()) return [asDocument(openLog(path, path, language), path)];
  } catch (error) {
    throw readFailure(path, error);
  }
  const logs = openFolderLogs(path, language);
  if (logs.length === 0) throw new Failure(1, text.noLogIn(path, LOG_NAMES[0]));
  return logs;
}

/** As Syncthing, Dropbox, OneDrive, iCloud and others name them. */
const CONFLICT_COPY = /^learning(?:\.v1)?(?: \d+| ?\(.+\)|.*conflict.*|.*충돌.*)\.jsonl$/i;

/** Copies that a file sync left beside the log when two machines had written to it. */
export function conflictCopies(folder: string): string[] {
  const isOwn = (name: string): boolean => LOG_NAMES.some((own) => own === name);
  try {
    return readdirSync(folder)
      .filter((name) => CONFLICT_COPY.test(name) && !isOwn(name))
      .map((name) => join(folder, name));
  } catch {
    // Whoever reads the folder's logs says what is wrong with it.
    return [];
  }
}

function openLog(path: string, base: string, language: Language): LogSource {
  const name = quoted(path, 200);
  const bytes = openBytes(path);
  const onProgress = readingProgress(language);
  let farthest = 0;
  return {
    ...bytes,
    name,
    base,
    placeOf: (line) => `${name}:${line}`,
    read: (into, position) => {
      const got = bytes.read(into, position);
      // Only the first time through: single lines may be looked at again later.
      if (position + got > farthest) {
        farthest = position + got;
        onProgress(farthest, bytes.size);
      }
      return got;
    },
  };
}

/** A JSON document is held in memory as a whole, unlike a log; one of this size is about half a million answers. */
const LARGEST_DOCUMENT = 100_000_000;

/** A JSON export (docs/formats.md) as the log it was made from; any other file as it is. */
function asDocument(source: LogSource, path: string): LogSource {
  const [first] = linesOf(source);
  if (first === undefined || readLine(first.bytes).is !== 'damaged') return source;
  const start = Buffer.alloc(64);
  const isObject = /^\s*\{/.test(start.toString('utf8', 0, source.read(start, 0)));
  if (!isObject) return source;
  if (source.size > LARGEST_DOCUMENT) throw new Failure(1, text.exportTooLarge(path));
  const events = eventsOf(source, path);
  if (events === null) return source;
  const bytes = Buffer.from(events.map((event) => `${JSON.stringify(event)}\n`).join(''));
  return { ...source, ...memoryBytes(bytes), placeOf: (line) => `${source.name}: events[${line - 1}]` };
}

function eventsOf(source: LogSource, path: string): readonly unknown[] | null {
  const bytes = Buffer.alloc(source.size);
  let filled = 0;
  for (let got = -1; got !== 0; filled += got) got = source.read(bytes.subarray(filled), filled);
  let value: unknown;
  try {
    value = JSON.parse(bytes.toString('utf8', 0, filled));
  } catch {
    return null;
  }
  if (typeof value !== 'object' || value === null || !('version' in value) || !('events' in value)) return null;
  if (value.version !== 1) throw new Failure(1, text.newerExport(path));
  return Array.isArray(value.events) ? value.events : null;
}
