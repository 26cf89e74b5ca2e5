import { stat } from 'node:fs/promises';
import type { CaptureChunk } from '../captures/disk/capture-chunk.ts';
import { Failure } from './failure.ts';
import { inHome } from './home-path.ts';
import { readFailure } from './read-failure.ts';
import { errors } from './text/errors.ts';

/**
 * A capture for the screens, which may read it more than once: a file, no pipe. `~` stands for the user's folder, as in a shell.
 * What reads it is loaded with the first. Throws a Failure when it cannot be read.
 */
export async function* openCapture(typed: string, signal: AbortSignal): AsyncGenerator<CaptureChunk> {
  const { captureChunks } = await import('../captures/disk/capture-source.ts');
  const path = inHome(typed);
  try {
    const about = await stat(path);
    if (!about.isFile() && !about.isDirectory()) throw new Failure(1, errors.fileUnreadable(path, errors.fileIsPipe));
    yield* captureChunks(path, { signal });
  } catch (error) {
    throw readFailure(path, error);
  }
}
