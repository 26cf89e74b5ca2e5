import { open, realpath, rename, rm, stat, writeFile } from 'node:fs/promises';
import { Failure } from './failure.ts';
import { errors } from './text/errors.ts';
import { writingReason } from './writing-reason.ts';

/**
 * Writes a file whole or not at all: beside it first, then renamed over what was there. A device or a pipe is written
 * to directly. Throws a Failure that says why it cannot be written.
 */
export async function writeOutputFile(path: string, bytes: Uint8Array | Iterable<Uint8Array>): Promise<void> {
  try {
    const present = await statOf(path);
    if (present?.isDirectory()) throw new Failure(1, errors.fileUnwritable(path, errors.fileIsFolder));
    if (present !== null && !present.isFile()) await writeFile(path, bytes);
    // A symbolic link goes on pointing to what is written.
    else if (present !== null) await replace(await realpath(path), bytes, present.mode & 0o777);
    else await replace(path, bytes, 0o666);
  } catch (error) {
    throw writeFailure(path, error);
  }
}

/** Whether there is anything of this name. Throws a Failure where that cannot be found out. */
export async function fileExists(path: string): Promise<boolean> {
  try {
    return (await statOf(path)) !== null;
  } catch (error) {
    throw writeFailure(path, error);
  }
}

/** The Failure that a failed write of a file stands for; what is no failure of the disk stays as it is. */
export function writeFailure(path: string, error: unknown): unknown {
  if (!(error instanceof Error && 'code' in error)) return error;
  return new Failure(1, errors.fileUnwritable(path, writingReason(String(error.code))));
}

async function statOf(path: string) {
  try {
    return await stat(path);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
}

async function replace(path: string, bytes: Uint8Array | Iterable<Uint8Array>, mode: number): Promise<void> {
  const unfinished = `${path}.${process.pid}`;
  const file = await open(unfinished, 'wx', mode);
  try {
    try {
      await writeFile(file, bytes);
      // The name must not come to stand for a file that is not on the disk yet.
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(unfinished, path);
  } catch (error) {
    await rm(unfinished, { force: true });
    throw error;
  }
}
