import fs from 'node:fs';
import { join } from 'node:path';
import type { Disk } from './disk.ts';
import type { Bytes } from './log-bytes.ts';
import { linesOf } from './log-lines.ts';
import { syncFolder } from './log-writer.ts';
import { readLine } from './read-line.ts';

/** A line to be added, and the id of its event. */
export interface NewLine {
  readonly id: string;
  /** Without the line's end. */
  readonly bytes: Buffer;
}

/** Adds many lines to a log that other programs may be adding to at the same time. */
export interface LineAppender {
  /** Adds a line, now or with the next ones. Throws what node:fs throws. */
  add(line: NewLine): void;
  /** Adds what still waits, and closes the file. Throws as `add` does. */
  end(): void;
  /** Lines that are on the disk. */
  readonly written: number;
  /** Lines left out as another program had added them since `from`. */
  readonly alreadyThere: number;
}

const BATCH_BYTES = 4 << 20;
const NEWLINE = 0x0a;

/**
 * Opens a log for adding lines; the file is made with the first one. `from`: how many bytes of it have been read. Each
 * batch is one write behind all that is there (O_APPEND), and on the disk before the next one begins.
 */
export function openAppender(folder: string, name: string, from: number, disk: Disk = fs): LineAppender {
  const path = join(folder, name);
  let file: number | null = null;
  let readTo = from;
  let written = 0;
  let alreadyThere = 0;
  let waiting: NewLine[] = [];
  let waitingBytes = 0;

  const open = (): number => {
    disk.mkdirSync(folder, { recursive: true });
    return disk.openSync(path, 'a+', 0o600);
  };

  /** Ids of events that have come to the file since it was last looked at. */
  const newcomers = (opened: number, size: number): Set<string> => {
    const ids = new Set<string>();
    const start = readTo;
    readTo = size;
    const since: Bytes = {
      size: size - start,
      read: (into, position) =>
        position < size - start
          ? disk.readSync(opened, into, 0, Math.min(into.length, size - start - position), start + position)
          : 0,
    };
    for (const line of linesOf(since)) {
      const content = readLine(line.bytes);
      if (content.is === 'event') ids.add(content.event.id);
      // A line another program is in the middle of is looked at again next time.
      if (!line.isEnded) readTo = start + line.start;
    }
    return ids;
  };

  const write = (): void => {
    if (waiting.length === 0) return;
    file ??= open();
    const { size } = disk.fstatSync(file);
    const there = size > readTo ? newcomers(file, size) : new Set<string>();
    const lines = waiting.filter(({ id }) => !there.has(id));
    alreadyThere += waiting.length - lines.length;
    waiting = [];
    waitingBytes = 0;
    if (lines.length === 0) return;
    const last = Buffer.alloc(1, NEWLINE);
    if (size > 0) disk.readSync(file, last, 0, 1, size - 1);
    // A line cut short by a crash must not swallow these.
    const start = last[0] === NEWLINE ? '' : '\n';
    const bytes = Buffer.concat([Buffer.from(start), ...lines.flatMap((line) => [line.bytes, Buffer.from('\n')])]);
    const taken = disk.writeSync(file, bytes);
    disk.fsyncSync(file);
    if (size === 0) syncFolder(disk, folder);
    if (taken < bytes.length) {
      throw Object.assign(new Error('The disk took a part of the lines only.'), { code: 'ENOSPC' });
    }
    written += lines.length;
    // Where another program has come between, all of it is looked at again.
    const end = size + bytes.length;
    if (disk.fstatSync(file).size === end) readTo = end;
  };

  return {
    add(line) {
      waiting.push({ id: line.id, bytes: Buffer.from(line.bytes) });
      waitingBytes += line.bytes.length + 1;
      if (waitingBytes >= BATCH_BYTES) write();
    },
    end() {
      try {
        write();
      } finally {
        if (file !== null) disk.closeSync(file);
        file = null;
      }
    },
    get written() {
      return written;
    },
    get alreadyThere() {
      return alreadyThere;
    },
  };
}
