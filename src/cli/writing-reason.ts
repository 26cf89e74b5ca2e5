import type { Text } from '../language.ts';
import { errors } from './text/errors.ts';

/** Why something cannot be written, by the code of the error. */
export function writingReason(code: string): Text {
  switch (code) {
    case 'ENOENT':
    case 'ENOTDIR':
      return errors.folderMissing;
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return errors.writingForbidden;
    case 'EISDIR':
      return errors.fileIsFolder;
    case 'ENOSPC':
    case 'EDQUOT':
      return errors.diskFull;
    default:
      return errors.otherReason(code);
  }
}
