import { closeSync, fsyncSync, openSync, realpathSync, renameSync, rmSync, writeSync } from 'node:fs';

/**
 * Writes a file whole or not at all: beside it first, on the disk, then renamed over what was there. A symbolic link
 * goes on pointing to what is written. Throws the system's error; what was there is then as it was.
 */
export function replaceFile(path: string, text: string): void {
  const target = existing(path);
  const unfinished = `${target}.${process.pid}`;
  const bytes = Buffer.from(text);
  try {
    const file = openSync(unfinished, 'w', 0o644);
    try {
      for (let at = 0; at < bytes.length; ) at += writeSync(file, bytes, at);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    renameSync(unfinished, target);
  } catch (error) {
    rmSync(unfinished, { force: true });
    throw error;
  }
}

function existing(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return path;
  }
}
