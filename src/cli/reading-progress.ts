import type { Language } from '../language.ts';
import type { OnProgress } from '../learning/log/log-reader.ts';
import { reading } from './text/reports.ts';

/** What is read sooner than this is not worth a word, ms. */
const QUIET_MS = 300;

/** Tells on standard error, when a person sees it, how far a long log has been read; the line is gone at the end. */
export function readingProgress(language: Language, now: () => number = () => performance.now()): OnProgress {
  const { stderr } = process;
  const from = now();
  let shown = '';
  return (read, of) => {
    if (!stderr.isTTY || now() - from < QUIET_MS) return;
    const text = read < of ? reading(Math.floor((100 * read) / of))[language] : '';
    if (text === shown) return;
    shown = text;
    stderr.write(`\r\u001b[K${text}`);
  };
}
