import fs from 'node:fs';
import { join } from 'node:path';
import type { FoldRules } from '../account/fold-rules.ts';
import { readSnapshot, type Snapshot, writeSnapshot } from './snapshot.ts';

export const SNAPSHOT_NAME = 'snapshot.cache';

/** The snapshot of a data folder; 'none' when there is none that can be read. Never throws. */
export function loadSnapshot(
  folder: string,
  rules: FoldRules,
  horizon: number,
): Snapshot | 'none' | 'stale' | 'damaged' {
  let text: string;
  try {
    text = fs.readFileSync(join(folder, SNAPSHOT_NAME), 'utf8');
  } catch {
    return 'none';
  }
  try {
    return readSnapshot(text, rules, horizon);
  } catch {
    return 'damaged';
  }
}

/** Writes the snapshot in one step, so that none is ever half there; without room or permission there is none. Never throws. */
export function saveSnapshot(folder: string, snapshot: Snapshot): void {
  const path = join(folder, SNAPSHOT_NAME);
  clearUnfinished(folder);
  // Another program may be saving its own.
  const partial = `${path}.${process.pid}`;
  try {
    fs.writeFileSync(partial, writeSnapshot(snapshot), { mode: 0o600 });
    fs.renameSync(partial, path);
  } catch {
    fs.rmSync(partial, { force: true });
  }
}

/** How old a piece of a snapshot is that nobody is writing any more, ms. */
const UNFINISHED_MS = 60_000;

/** Removes what programs that were killed while they wrote a snapshot have left. */
function clearUnfinished(folder: string): void {
  try {
    for (const name of fs.readdirSync(folder)) {
      if (!name.startsWith(`${SNAPSHOT_NAME}.`)) continue;
      const path = join(folder, name);
      if (Date.now() - fs.statSync(path).mtimeMs > UNFINISHED_MS) fs.rmSync(path, { force: true });
    }
  } catch {
    // What cannot be looked at or removed does no harm.
  }
}
