import fs from 'node:fs';

/** Bytes that can be read from anywhere, as those of a file can. */
export interface Bytes {
  /** How many there are; what is added to a file later does not count. */
  readonly size: number;
  /** Fills `into` from `position` on as far as there are bytes, and gives how many came; 0 at the end. */
  read(into: Buffer, position: number): number;
}

/** A file's bytes, and the file's identity, which its paths share. */
export interface FileBytes extends Bytes {
  readonly file: string;
  close(): void;
}

/** Bytes in memory. */
export function memoryBytes(bytes: Buffer): Bytes {
  return {
    size: bytes.length,
    read: (into, position) => (position < bytes.length ? bytes.copy(into, 0, position) : 0),
  };
}

/** The device and inode of a file, in one word. */
export function fileIdentity(stat: fs.BigIntStats): string {
  return `${stat.dev}:${stat.ino}`;
}

/** Opens a file for reading, as long as it is now. Throws what node:fs throws, and EISDIR for a folder. */
export function openBytes(path: string): FileBytes {
  const opened = fs.openSync(path, 'r');
  try {
    const stat = fs.fstatSync(opened, { bigint: true });
    const ends = { file: fileIdentity(stat), close: () => fs.closeSync(opened) };
    if (stat.isDirectory()) throw Object.assign(new Error('It is a folder.'), { code: 'EISDIR' });
    // A pipe can be read once only, and has no size.
    if (!stat.isFile()) return { ...memoryBytes(fs.readFileSync(opened)), ...ends };
    const size = Number(stat.size);
    return {
      ...ends,
      size,
      read: (into, position) =>
        position < size ? fs.readSync(opened, into, 0, Math.min(into.length, size - position), position) : 0,
    };
  } catch (error) {
    fs.closeSync(opened);
    throw error;
  }
}
