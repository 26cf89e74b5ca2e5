import type { Language } from '../language.ts';
import type { OnProgress } from '../learning/log/log-reader.ts';
import { progressLine } from './progress-line.ts';
import { reading } from './text/reports.ts';

/** Tells on standard error, when a person sees it, how far a long log has been read; the line is gone at the end. */
export function readingProgress(language: Language): OnProgress {
  const line = progressLine();
  return (read, of) => {
    if (read < of) line.show(reading(Math.floor((100 * read) / of))[language]);
    else line.end();
  };
}
