import { hash } from 'node:crypto';
import type { FoldedEvent } from '../account/state.ts';
import type { LineFault } from '../events/event-schema.ts';
import type { Disk } from './disk.ts';
import { readEventLine } from './event-line.ts';
import { type LogProblem, readProblem } from './log-problem.ts';

export interface FaultyLine {
  /** Line number in the file, from 1. */
  readonly line: number;
  readonly fault: LineFault;
}

/** How far a file has been read, and what stands there: enough to tell later whether it is still the same file. */
export interface LogPosition {
  /** Where the first line not read yet starts, in bytes, and its number, from 1. */
  readonly offset: number;
  readonly line: number;
  /** Digest of the bytes at the beginning and of those before `offset`. */
  readonly digest: string;
  readonly faults: readonly FaultyLine[];
}

/** Told after each piece of a file: bytes read of it, of all there are. */
export type OnProgress = (read: number, of: number) => void;

/** Reads a log file piece by piece, as it grows. */
export interface LogReader {
  readonly path: string;
  /**
   * Hands out what has come to the file since the last reading, in pieces; null, or why it cannot be read. When the
   * file has been replaced it is read from the start again. A file that does not exist is empty. Never throws.
   */
  read(take: (events: readonly FoldedEvent[]) => void, onProgress?: OnProgress): LogProblem | null;
  /** Starts anew with the next reading. */
  rewind(): void;
  /** Goes on from a position noted earlier; false, and nothing changes, when the file does not look as it did. */
  resume(position: LogPosition): boolean;
  /** Null when nothing has been read. */
  position(): LogPosition | null;
  /** Lines passed over so far. */
  readonly faults: readonly FaultyLine[];
  /** The piece of a line, that is no event, in which the file ends; null when there is none. */
  readonly torn: FaultyLine | null;
  /** Bytes read so far, up to the first line not read yet. */
  readonly bytes: number;
}

const NEWLINE = 0x0a;
/** Small: what is read of a piece is rubbish before much of it has been kept. */
const CHUNK_BYTES = 1 << 17;

/** Bytes at either end that a position is recognised by. */
const DIGEST_BYTES = 4096;

/** A reader of the file at `path`; nothing is read yet. */
export function openLogReader(path: string, disk: Disk): LogReader {
  let offset = 0;
  let line = 1;
  let inode = -1;
  let faults: FaultyLine[] = [];
  /** A damaged line whose successor has not been seen yet. */
  let fragment: { readonly line: number; readonly bytes: Buffer } | null = null;
  let torn = false;
  let buffer = Buffer.alloc(0);

  const rewind = (): void => {
    offset = 0;
    line = 1;
    faults = [];
    fragment = null;
    torn = false;
  };

  const readLine = (bytes: Buffer, start: number, end: number, events: FoldedEvent[]): void => {
    if (end > start) {
      const event = readEventLine(bytes, start, end);
      const isEvent = typeof event !== 'string';
      if (fragment !== null) {
        // A line the disk took only the start of, and then the whole of: nothing is missing.
        const { length } = fragment.bytes;
        const isWholeNow = isEvent && bytes.subarray(start, Math.min(end, start + length)).equals(fragment.bytes);
        if (!isWholeNow) faults.push({ line: fragment.line, fault: 'unreadable' });
        fragment = null;
      }
      if (isEvent) events.push(event);
      else if (event === 'unreadable') fragment = { line, bytes: Buffer.from(bytes.subarray(start, end)) };
      else faults.push({ line, fault: event });
    }
    line++;
  };

  const readFrom = (file: number, take: (events: readonly FoldedEvent[]) => void, onProgress?: OnProgress): void => {
    const { size: sizeAtFirst, ino } = disk.fstatSync(file);
    let size = sizeAtFirst;
    // Another file of that name: start again. Events read twice count once.
    if ((inode !== -1 && ino !== inode) || size < offset) rewind();
    inode = ino;
    let position = offset;
    let filled = 0;
    while (position < size) {
      // What is left of the piece before stands at the beginning; a line longer than the buffer makes it grow.
      if (buffer.length - filled < CHUNK_BYTES) {
        const larger = Buffer.alloc(Math.min(size - position, CHUNK_BYTES) + 2 * filled);
        if (larger.length > buffer.length) {
          buffer.copy(larger, 0, 0, filled);
          buffer = larger;
        }
      }
      const got = disk.readSync(file, buffer, filled, Math.min(buffer.length - filled, size - position), position);
      if (got === 0) break;
      position += got;
      filled += got;
      const bytes = buffer.subarray(0, filled);
      const events: FoldedEvent[] = [];
      let start = 0;
      for (let end = bytes.indexOf(NEWLINE); end >= 0; end = bytes.indexOf(NEWLINE, start)) {
        readLine(bytes, start, end, events);
        start = end + 1;
      }
      buffer.copyWithin(0, start, filled);
      filled -= start;
      offset += start;
      if (events.length > 0) take(events);
      onProgress?.(position, size);
      // Another program may be in the middle of its line: what has come meanwhile belongs to this reading.
      if (position === size) size = disk.fstatSync(file).size;
    }
    // The newline of the last line may be missing: the event counts, and the line is read again when it is whole.
    const last = filled > 0 ? readEventLine(buffer, 0, filled) : 'unreadable';
    if (typeof last !== 'string') take([last]);
    torn = filled > 0 && typeof last === 'string';
  };

  const opened = <Result>(use: (file: number) => Result): Result => {
    const file = disk.openSync(path, 'r');
    try {
      return use(file);
    } finally {
      disk.closeSync(file);
    }
  };

  const digestAt = (file: number, end: number): string => {
    const length = Math.min(DIGEST_BYTES, end);
    const bytes = Buffer.alloc(2 * length);
    disk.readSync(file, bytes, 0, length, 0);
    disk.readSync(file, bytes, length, length, end - length);
    return hash('sha256', bytes, 'base64');
  };

  return {
    path,
    read(take, onProgress) {
      try {
        opened((file) => readFrom(file, take, onProgress));
        return null;
      } catch (error) {
        const missing = error instanceof Error && 'code' in error && error.code === 'ENOENT';
        return missing ? null : readProblem(path, error);
      }
    },
    rewind,
    resume(from) {
      try {
        const isSame = opened(
          (file) => disk.fstatSync(file).size >= from.offset && digestAt(file, from.offset) === from.digest,
        );
        if (!isSame) return false;
      } catch {
        return false;
      }
      rewind();
      ({ offset, line } = from);
      faults = [...from.faults];
      return true;
    },
    position() {
      // A line that may yet turn out to have been written twice is read again.
      if (offset === 0 || fragment !== null) return null;
      try {
        return { offset, line, digest: opened((file) => digestAt(file, offset)), faults };
      } catch {
        return null;
      }
    },
    get faults() {
      return fragment === null ? faults : [...faults, { line: fragment.line, fault: 'unreadable' as const }];
    },
    get torn() {
      return torn ? { line, fault: 'unreadable' as const } : null;
    },
    get bytes() {
      return offset;
    },
  };
}
