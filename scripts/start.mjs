/** npm start: builds when dist/ is missing or older than what it is made from, then runs it in this process. */
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const entry = join(root, 'dist/seqack.js');

/** When anything in the folder was last changed; folders count too, so that a removed file is seen. */
function newest(folder) {
  let latest = statSync(folder).mtimeMs;
  for (const name of readdirSync(folder, { recursive: true }))
    latest = Math.max(latest, statSync(join(folder, name)).mtimeMs);
  return latest;
}

function isStale() {
  const built = statSync(entry, { throwIfNoEntry: false })?.mtimeMs ?? 0;
  const sources = ['src', 'content', 'scripts'].map((name) => newest(join(root, name)));
  const files = ['package.json', 'package-lock.json'].map((name) => statSync(join(root, name)).mtimeMs);
  return built < Math.max(...sources, ...files);
}

if (isStale()) await import('./build.mjs');
process.argv[1] = entry;
await import(entry);
