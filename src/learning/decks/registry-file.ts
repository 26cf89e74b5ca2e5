import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { KnownCard } from '../../curriculum/decks/identity.ts';
import { REGISTRY_NAME, readRegistry, writeRegistry } from '../../curriculum/decks/registry.ts';
import type { Text } from '../../language.ts';
import { codeOf } from '../error-code.ts';
import { fileMessages } from './file-messages.ts';
import { replaceFile } from './replace-file.ts';

/** The ids of a deck folder's cards, as they are kept. */
export interface RegistryFile {
  readonly known: readonly KnownCard[];
  /** What is wrong with it, one line each. */
  readonly problems: readonly Text[];
  /**
   * Keeps `known` from now on: in the deck folder, or in the data folder when the deck folder cannot be written.
   * Writes only what has changed, never over what a newer seqack wrote or what could not be read, and moves a damaged
   * file aside. Gives what went wrong, one line, or null. Never throws.
   */
  save(known: readonly KnownCard[]): Text | null;
}

/** Where the ids of a deck folder that cannot be written are kept. */
export function spareRegistry(decksFolder: string, deckFolder: string): string {
  const name = createHash('sha256').update(deckFolder).digest('hex').slice(0, 16);
  return join(decksFolder, '.registries', `${name}.json`);
}

/** What stands where a registry may be. */
type Found =
  | { readonly kind: 'absent' }
  | { readonly kind: 'whole' | 'damaged'; readonly text: string; readonly known: readonly KnownCard[] }
  | { readonly kind: 'newer' | 'unreadable'; readonly problem: Text };

function find(path: string): Found {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    const code = codeOf(error);
    if (code === 'ENOENT' || code === 'ENOTDIR') return { kind: 'absent' };
    return { kind: 'unreadable', problem: fileMessages.registryUnreadable(path, code) };
  }
  const read = readRegistry(text);
  if (read.kind === 'newer') return { kind: 'newer', problem: fileMessages.registryNewer(path) };
  return { kind: read.kind, text, known: read.known };
}

/**
 * Opens the registry of `deckFolder`; `decksFolder` is the one in the data folder that holds decks. `now` names a damaged
 * file that is moved aside. Never throws.
 */
export function openRegistry(deckFolder: string, decksFolder: string, now: () => number): RegistryFile {
  const path = join(deckFolder, REGISTRY_NAME);
  const sparePath = spareRegistry(decksFolder, deckFolder);
  const own = find(path);
  const spare = find(sparePath);
  const problems: Text[] = [];
  for (const [where, found] of [[path, own] as const, [sparePath, spare] as const]) {
    if ('problem' in found) problems.push(found.problem);
    if (found.kind === 'damaged') problems.push(fileMessages.registryDamaged(where, null));
  }
  // The spare one is only written when the folder's own cannot be: where both are there, it is the later one.
  const known = [spare, own].flatMap((found) => ('known' in found ? found.known : []));

  const put = (where: string, found: Found, text: string): void => {
    if ('text' in found && found.text === text) return;
    if (found.kind === 'damaged') renameSync(where, asideOf(where, now()));
    replaceFile(where, text);
  };

  return {
    known,
    problems,
    save(next) {
      if (next.length === 0 && known.length === 0) return null;
      const text = writeRegistry(next);
      if (own.kind === 'newer') return null;
      if (own.kind !== 'unreadable') {
        try {
          put(path, own, text);
          if (spare.kind === 'whole') rmSync(sparePath, { force: true });
          return null;
        } catch {
          // Read-only folders are usual: a shared drive, a checkout of someone else's.
        }
      }
      if ('problem' in spare) return null;
      try {
        mkdirSync(dirname(sparePath), { recursive: true });
        put(sparePath, spare, text);
        return null;
      } catch (error) {
        return fileMessages.registryUnwritten(sparePath, codeOf(error));
      }
    },
  };
}

function asideOf(path: string, now: number): string {
  return path.replace(/\.json$/, `.corrupt-${now}.json`);
}
