import { graphemes } from '../layout/width.ts';

/** What stands in a folder. */
export interface FolderEntry {
  readonly name: string;
  readonly isFolder: boolean;
}

export interface Completion {
  /** The path, with as much more of it as is sure: unchanged where nothing is. */
  readonly path: string;
  /** The names that go on from there, sorted; empty where the path is complete, and where nothing begins like it. */
  readonly among: readonly string[];
  /** Something in the folder begins like it. */
  readonly found: boolean;
}

/** The folder in which the last name of a path stands, with its separator; '' is the folder one is in. */
export function folderOf(path: string): string {
  return /^.*[\\/]/s.exec(path)?.[0] ?? '';
}

/** Finishes the last name of a path by what its folder holds, as a shell does. Hidden entries only when asked for by their dot. */
export function completed(path: string, entries: readonly FolderEntry[]): Completion {
  const folder = folderOf(path);
  // The names of a disk may be decomposed (macOS); what is typed is NFC.
  const begun = path.slice(folder.length).normalize('NFC');
  const names = entries
    .map(({ name, isFolder }) => `${name.normalize('NFC')}${isFolder ? '/' : ''}`)
    .filter((name) => name.startsWith(begun) && (begun !== '' || !name.startsWith('.')))
    .sort();
  const [only, ...others] = names;
  if (only === undefined) return { path, among: [], found: false };
  return { path: folder + shared(names), among: others.length === 0 ? [] : names, found: true };
}

/** What all of them begin with. */
function shared(names: readonly string[]): string {
  const [first = '', ...others] = names;
  let common = graphemes(first);
  for (const name of others) {
    const other = graphemes(name);
    const differs = common.findIndex((grapheme, at) => other[at] !== grapheme);
    if (differs >= 0) common = common.slice(0, differs);
  }
  return common.join('');
}
