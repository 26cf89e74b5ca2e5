import type { FileBytes } from '../learning/log-bytes.ts';

/** A file that is read in less time than it takes to wonder, bytes. */
const QUICK = 20_000_000;
const STEP_MS = 100;

/** The same bytes; while a large file is read, a terminal on standard error shows how far. */
export function readingShown(source: FileBytes, name: string): FileBytes {
  if (!process.stderr.isTTY || source.size < QUICK) return source;
  let shownAt = 0;
  let farthest = 0;
  const clear = (): void => {
    if (shownAt > 0) process.stderr.write('\r\u001b[K');
    shownAt = 0;
  };
  return {
    ...source,
    read: (into, position) => {
      const now = Date.now();
      if (position > farthest && now - shownAt >= STEP_MS) {
        process.stderr.write(`\r\u001b[K${name} ${Math.floor((100 * position) / source.size)}%`);
        shownAt = now;
        farthest = position;
      }
      const got = source.read(into, position);
      if (got === 0) clear();
      return got;
    },
  };
}
