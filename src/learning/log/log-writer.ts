import { dirname } from 'node:path';
import type { LearningEvent } from '../events/event.ts';
import type { Disk } from './disk.ts';

/** Writes events at the end of a file, those that could not be written before first. */
export interface LogWriter {
  add(event: LearningEvent): void;
  /** Writes what waits to the file, on the disk before this returns. Throws what the disk threw; the rest waits. */
  write(path: string): void;
  /** Events not written yet. */
  readonly waiting: number;
}

const NEWLINE = 0x0a;

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
export function syncFolder(disk: Disk, folder: string): void {
  if (process.platform === 'win32') return;
  const opened = disk.openSync(folder, 'r');
  try {
    disk.fsyncSync(opened);
  } finally {
    disk.closeSync(opened);
  }
}

/** A writer into a data folder, which is made with the first event when it does not exist. */
export function createLogWriter(folder: string, disk: Disk): LogWriter {
  const unwritten: LearningEvent[] = [];
  return {
    add(event) {
      unwritten.push(event);
    },
    write(path) {
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
        if (isNew) syncFolder(disk, dirname(path));
      } finally {
        disk.closeSync(file);
      }
    },
    get waiting() {
      return unwritten.length;
    },
  };
}
