import fs from 'node:fs';
import { join } from 'node:path';
import type { FoldedEvent } from '../account/state.ts';
import type { LearningEvent } from '../events/event.ts';
import type { Disk } from './disk.ts';
import { LOG_NAME, OLDER_LOG_NAME } from './log-files.ts';
import { type LogProblem, writeProblem } from './log-problem.ts';
import { type FaultyLine, type LogPosition, type LogReader, type OnProgress, openLogReader } from './log-reader.ts';
import { createLogWriter } from './log-writer.ts';

/** How far each file of the log has been read, by its name. */
export type LogPositions = Readonly<Record<string, LogPosition>>;

/** Everything a learner does, in files of one JSON line an event that are only ever added to. */
export interface Log {
  /**
   * Writes the event as one line, on the disk before this returns; null when it is. Otherwise why not: the event then
   * waits in memory and is written, in order, with the next one that can be. Never throws.
   */
  append(event: LearningEvent): LogProblem | null;
  /** Tries again to write what waits; null when nothing does any more. Never throws. */
  flush(): LogProblem | null;
  /** Hands out what has come since the last reading, whoever wrote it, in pieces. An event may come more than once. Never throws. */
  read(take: (events: readonly FoldedEvent[]) => void, onProgress?: OnProgress): LogProblem | null;
  /** Starts anew with the next reading. */
  rewind(): void;
  /** Goes on from where an earlier reading ended; false, and nothing changes, when a file does not look as it did. */
  resume(positions: LogPositions): boolean;
  /** null when a reading could not go on from here. */
  positions(): LogPositions | null;
  /** Lines passed over so far, by file. */
  readonly faults: readonly { readonly path: string; readonly lines: readonly FaultyLine[] }[];
  /** Events that wait to be written. */
  readonly waiting: number;
  /** Where new events go when the log belongs to a newer version; null when they go where they always do. */
  readonly beside: string | null;
  /** Bytes read so far. */
  readonly bytes: number;
}

/** Opens the log in a data folder; nothing is read or created yet. */
export function openLog(folder: string, disk: Disk = fs): Log {
  const main = openLogReader(join(folder, LOG_NAME), disk);
  const older = openLogReader(join(folder, OLDER_LOG_NAME), disk);
  const readers: readonly (readonly [string, LogReader])[] = [
    [LOG_NAME, main],
    [OLDER_LOG_NAME, older],
  ];
  const writer = createLogWriter(folder, disk);

  const isNewer = (): boolean => main.faults.some(({ fault }) => fault === 'newer');
  const target = (): string => (isNewer() ? older.path : main.path);

  const flush = (): LogProblem | null => {
    if (writer.waiting === 0) return null;
    const path = target();
    try {
      writer.write(path);
      return null;
    } catch (error) {
      return writeProblem(path, error);
    }
  };

  return {
    append(event) {
      writer.add(event);
      return flush();
    },
    flush,
    read(take, onProgress) {
      const problems = readers.map(([, reader]) => reader.read(take, onProgress));
      return problems.find((problem) => problem !== null) ?? null;
    },
    rewind() {
      for (const [, reader] of readers) reader.rewind();
    },
    resume(positions) {
      const isSame = readers.every(([name, reader]) => {
        const position = positions[name];
        return position === undefined || reader.resume(position);
      });
      if (!isSame) this.rewind();
      return isSame;
    },
    positions() {
      const entries = readers.map(([name, reader]) => [name, reader.position()] as const);
      const read = entries.filter((entry): entry is readonly [string, LogPosition] => entry[1] !== null);
      // A file of which nothing can be noted has not been read at all, or has to be read again.
      const isWhole = readers.every(([name, { bytes }]) => bytes === 0 || read.some(([of]) => of === name));
      return isWhole ? Object.fromEntries(read) : null;
    },
    get faults() {
      return readers.flatMap(([, { path, faults, torn }]) => {
        // A piece this program left on a full disk is written whole as soon as there is room.
        const open = torn !== null && writer.waiting === 0 ? [torn] : [];
        const lines = [...faults, ...open];
        return lines.length === 0 ? [] : [{ path, lines }];
      });
    },
    get waiting() {
      return writer.waiting;
    },
    get beside() {
      return isNewer() ? OLDER_LOG_NAME : null;
    },
    get bytes() {
      return main.bytes + older.bytes;
    },
  };
}
