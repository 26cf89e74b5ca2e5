import fs from 'node:fs';
import { join } from 'node:path';
import type { LearningEvent } from './event.ts';
import { type LineFault, parseEvent } from './event-schema.ts';
import { type LogProblem, readProblem, writeProblem } from './log-problem.ts';

/** The part of node:fs the log uses; tests put failing disks in its place. */
export type Disk = Pick<
  typeof fs,
  'openSync' | 'closeSync' | 'readSync' | 'writeSync' | 'fsyncSync' | 'fstatSync' | 'mkdirSync'
>;

export interface FaultyLine {
  /** Line number in the file, from 1. */
  readonly line: number;
  readonly fault: LineFault;
}

export interface LogReading {
  /** Events since the last reading, whoever wrote them. An event may come more than once. */
  readonly events: readonly LearningEvent[];
  readonly problem: LogProblem | null;
}

/** The file in which everything a learner does is kept: one JSON line an event, only ever added to. */
export interface Log {
  readonly path: string;
  /**
   * Writes the event as one line, on the disk before this returns; null when it is. Otherwise why not: the event then
   * waits in memory and is written, in order, with the next one that can be. Never throws.
   */
  append(event: LearningEvent): LogProblem | null;
  /** Tries again to write what waits; null when nothing does any more. Never throws. */
  flush(): LogProblem | null;
  /** What has come to the file since the last reading. Never throws. */
  read(): LogReading;
  /** Lines passed over so far. */
  readonly faults: readonly FaultyLine[];
  /** Events that wait to be written. */
  readonly waiting: number;
}

export const LOG_NAME = 'learning.jsonl';

const NEWLINE = 0x0a;
const CHUNK_BYTES = 1 << 20;

function lastByte(disk: Disk, file: number, size: number): number {
  const byte = Buffer.alloc(1);
  disk.readSync(file, byte, 0, 1, size - 1);
  return byte[0] ?? NEWLINE;
}

/** One line in one write: O_APPEND then puts it behind whatever other programs write at the same time. */
function writeLine(disk: Disk, file: number, event: LearningEvent): void {
  const { size } = disk.fstatSync(file);
  // A line cut short by a crash must not swallow this one.
  const start = size > 0 && lastByte(disk, file, size) !== NEWLINE ? '\n' : '';
  const bytes = Buffer.from(`${start}${JSON.stringify(event)}\n`);
  if (disk.writeSync(file, bytes) < bytes.length) {
    throw Object.assign(new Error('The disk took a part of the line only.'), { code: 'ENOSPC' });
  }
}

/** The name of a new file is on the disk only when its folder is. */
function syncFolder(disk: Disk, folder: string): void {
  if (process.platform === 'win32') return;
  const opened = disk.openSync(folder, 'r');
  try {
    disk.fsyncSync(opened);
  } finally {
    disk.closeSync(opened);
  }
}

/** Opens the log in a data folder; nothing is read or created yet. */
export function openLog(folder: string, disk: Disk = fs): Log {
  const path = join(folder, LOG_NAME);
  const unwritten: LearningEvent[] = [];
  const faults: FaultyLine[] = [];
  /** Where the first line not read yet starts, and its number from 1. */
  let offset = 0;
  let line = 1;
  let inode = -1;
  /** A damaged line whose successor has not been seen yet. */
  let fragment: { readonly line: number; readonly bytes: Buffer } | null = null;
  /** Whether the file ends in a piece of a line that is no event. */
  let torn = false;

  const write = (): void => {
    disk.mkdirSync(folder, { recursive: true });
    const file = disk.openSync(path, 'a+', 0o600);
    let written = 0;
    try {
      const isNew = disk.fstatSync(file).size === 0;
      try {
        for (const event of unwritten) {
          writeLine(disk, file, event);
          written++;
        }
      } finally {
        if (written > 0) disk.fsyncSync(file);
        unwritten.splice(0, written);
      }
      if (isNew) syncFolder(disk, folder);
    } finally {
      disk.closeSync(file);
    }
  };

  const readLine = (bytes: Buffer, events: LearningEvent[]): void => {
    if (bytes.length > 0) {
      const event = parseEvent(bytes.toString('utf8'));
      const isEvent = typeof event !== 'string';
      if (fragment !== null) {
        // A line the disk took only the start of, and then the whole of: nothing is missing.
        const isWholeNow = isEvent && bytes.subarray(0, fragment.bytes.length).equals(fragment.bytes);
        if (!isWholeNow) faults.push({ line: fragment.line, fault: 'unreadable' });
        fragment = null;
      }
      if (isEvent) events.push(event);
      else if (event === 'unreadable') fragment = { line, bytes: Buffer.from(bytes) };
      else faults.push({ line, fault: event });
    }
    line++;
  };

  const readFrom = (file: number): LearningEvent[] => {
    const { size: sizeAtFirst, ino } = disk.fstatSync(file);
    let size = sizeAtFirst;
    if (ino !== inode || size < offset) {
      // Another file of that name: start again. Events read twice count once.
      inode = ino;
      offset = 0;
      line = 1;
      faults.length = 0;
      fragment = null;
    }
    const events: LearningEvent[] = [];
    const chunk = Buffer.alloc(Math.min(CHUNK_BYTES, Math.max(1, size - offset)));
    let rest: Buffer = Buffer.alloc(0);
    let position = offset;
    while (position < size) {
      const got = disk.readSync(file, chunk, 0, Math.min(chunk.length, size - position), position);
      if (got === 0) break;
      position += got;
      const bytes = Buffer.concat([rest, chunk.subarray(0, got)]);
      let start = 0;
      for (let end = bytes.indexOf(NEWLINE); end >= 0; end = bytes.indexOf(NEWLINE, start)) {
        readLine(bytes.subarray(start, end), events);
        start = end + 1;
      }
      rest = bytes.subarray(start);
      offset += start;
      // Another program may be in the middle of its line: what has come meanwhile belongs to this reading.
      if (position === size) size = disk.fstatSync(file).size;
    }
    // The newline of the last line may be missing: the event counts, and the line is read again when it is whole.
    const last = rest.length > 0 ? parseEvent(rest.toString('utf8')) : 'unreadable';
    if (typeof last !== 'string') events.push(last);
    torn = rest.length > 0 && typeof last === 'string';
    return events;
  };

  const flush = (): LogProblem | null => {
    if (unwritten.length === 0) return null;
    try {
      write();
      return null;
    } catch (error) {
      return writeProblem(path, error);
    }
  };

  return {
    path,
    append(event) {
      unwritten.push(event);
      return flush();
    },
    flush,
    read() {
      let file: number;
      try {
        file = disk.openSync(path, 'r');
      } catch (error) {
        const missing = error instanceof Error && 'code' in error && error.code === 'ENOENT';
        return { events: [], problem: missing ? null : readProblem(path, error) };
      }
      try {
        return { events: readFrom(file), problem: null };
      } catch (error) {
        return { events: [], problem: readProblem(path, error) };
      } finally {
        disk.closeSync(file);
      }
    },
    get faults() {
      const open: FaultyLine[] = fragment === null ? [] : [{ line: fragment.line, fault: 'unreadable' }];
      // A piece this program left on a full disk is written whole as soon as there is room.
      if (torn && unwritten.length === 0) open.push({ line, fault: 'unreadable' });
      return [...faults, ...open];
    },
    get waiting() {
      return unwritten.length;
    },
  };
}
