import type { Text } from '../language.ts';
import { Failure } from './failure.ts';
import { errors } from './text/errors.ts';

/** The Failure that a failed reading of a file stands for; what is no failure of the disk stays as it is. */
export function readFailure(path: string, error: unknown): unknown {
  if (!(error instanceof Error && 'code' in error)) return error;
  return new Failure(1, errors.fileUnreadable(path, reasonOf(String(error.code))));
}

function reasonOf(code: string): Text {
  switch (code) {
    case 'ENOENT':
      return errors.fileMissing;
    case 'EACCES':
    case 'EPERM':
      return errors.fileForbidden;
    case 'EISDIR':
      return errors.fileIsFolder;
    default:
      return errors.otherReason(code);
  }
}
