import type { Language } from '../language.ts';
import { errors } from './text/errors.ts';
import { writingReason } from './writing-reason.ts';

/**
 * Writes to standard output and waits until it is taken. When it cannot be, the program ends: quietly when the reader
 * has gone (`| head`), as nobody is left to write for, else with a line that says why (endOnFailedOutput).
 */
export function print(text: string | Uint8Array): Promise<void> {
  return new Promise((resolve) => {
    process.stdout.write(text, (error) => {
      if (error === null || error === undefined) resolve();
    });
  });
}

/** The same for lines. */
export function printLines(lines: readonly string[]): Promise<void> {
  return print(`${lines.join('\n')}\n`);
}

/**
 * A reader that goes away is no error of ours, whoever wrote (help comes from commander); a full disk is one. Standard
 * error is left alone on a terminal, where opening it would only cost time.
 */
export function endOnFailedOutput(language: Language): void {
  for (const stream of process.stdout.isTTY ? [process.stdout] : [process.stdout, process.stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EPIPE') process.exit(0);
      if (stream === process.stdout) {
        const text = errors.outputUnwritable(writingReason(String(error.code)));
        process.stderr.write(`seqack: ${text[language]}\n`);
      }
      process.exit(1);
    });
  }
}
