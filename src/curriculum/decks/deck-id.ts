import { createHash } from 'node:crypto';
import { isEntryId } from '../entry-id.ts';
import { tidyLine } from './card-text.ts';

const LONGEST = 64;
const EXTENSION = /\.(?:md|markdown)$/i;

/**
 * A deck's id from its file's path in the deck folder: `network/tcp.md` is `network-tcp`. What cannot be written in
 * lower case letters, digits and hyphens is replaced by a hash, so that `정리.md` and `문제.md` stay apart.
 */
export function deckIdOf(path: string): string {
  const name = path.normalize('NFC').replace(EXTENSION, '');
  const slug = name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
  // Letters of other scripts are lost in the slug; blanks and punctuation are only told apart by it.
  const lost = /[^\p{ASCII}]/u.test(name) || slug === '' || slug.length > LONGEST;
  if (!lost) return slug;
  const hash = createHash('sha256').update(name).digest('hex').slice(0, 8);
  const kept = slug.slice(0, LONGEST - hash.length - 1).replace(/-+$/, '');
  return kept === '' ? `deck-${hash}` : `${kept}-${hash}`;
}

/** A deck's id beside the ids the program has itself: `handshake` becomes `my-handshake`. */
export function ownDeckId(id: string, reserved: ReadonlySet<string>): string {
  if (!reserved.has(id)) return id;
  const own = `my-${id}`;
  return isEntryId(own) ? own : own.slice(0, LONGEST).replace(/-+$/, '');
}

/** A deck's title from its file's path: the name of the file, without the control characters that one may have. */
export function titleOf(path: string): string {
  return tidyLine(path.slice(path.lastIndexOf('/') + 1).replace(EXTENSION, '')) || deckIdOf(path);
}
