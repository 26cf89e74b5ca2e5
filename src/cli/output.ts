/**
 * Writes to standard output and waits until it is taken. When the reader has gone (`| head`), the program ends
 * quietly: nobody is left to write for.
 */
export function print(text: string | Uint8Array): Promise<void> {
  return new Promise((resolve, reject) => {
    process.stdout.write(text, (error) => {
      if (error === null || error === undefined) resolve();
      else if ('code' in error && error.code === 'EPIPE') process.exit(0);
      else reject(error);
    });
  });
}

/** The same for lines. */
export function printLines(lines: readonly string[]): Promise<void> {
  return print(`${lines.join('\n')}\n`);
}

/**
 * A reader that goes away is no error of ours, whoever wrote (help comes from commander). Standard error is left alone
 * on a terminal, where opening it would only cost time.
 */
export function endQuietlyOnClosedPipe(): void {
  for (const stream of process.stdout.isTTY ? [process.stdout] : [process.stdout, process.stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EPIPE') process.exit(0);
      throw error;
    });
  }
}
