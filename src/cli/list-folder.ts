import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { FolderEntry } from '../ui/input/path-completion.ts';
import { inHome } from './home-path.ts';

/** What a folder holds ('' is the one the program was started in); nothing where it cannot be read. A link counts as what it leads to. */
export async function listFolder(typed: string): Promise<readonly FolderEntry[]> {
  const folder = inHome(typed === '' ? '.' : typed);
  try {
    const entries = await readdir(folder, { withFileTypes: true });
    return await Promise.all(
      entries.map(async (entry) => ({
        name: entry.name,
        isFolder: entry.isSymbolicLink() ? await leadsToFolder(join(folder, entry.name)) : entry.isDirectory(),
      })),
    );
  } catch {
    return [];
  }
}

async function leadsToFolder(link: string): Promise<boolean> {
  try {
    return (await stat(link)).isDirectory();
  } catch {
    return false;
  }
}
