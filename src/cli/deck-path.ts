import { statSync } from 'node:fs';
import { codeOf } from '../learning/error-code.ts';
import { Failure, usage } from './failure.ts';
import { decks as text } from './text/decks.ts';
import { errors, forms } from './text/errors.ts';

/** Throws a Failure that says why when a folder or file of decks cannot be looked at. */
export function checkDeckPath(path: string): void {
  if (path.trim() === '' || path.includes('\0')) throw usage(errors.badForm('PATH', path, forms.deckPath));
  try {
    const found = statSync(path);
    if (!found.isDirectory() && !found.isFile()) throw new Failure(1, text.unreadable(path, text.neither));
  } catch (error) {
    if (error instanceof Failure) throw error;
    throw new Failure(1, text.unreadable(path, reasonOf(codeOf(error))));
  }
}

function reasonOf(code: string) {
  if (code === 'ENOENT' || code === 'ENOTDIR') return text.missing;
  return code === 'EACCES' || code === 'EPERM' ? errors.fileForbidden : errors.otherReason(code);
}
