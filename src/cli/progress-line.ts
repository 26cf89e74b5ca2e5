/** One line on standard error that says how far some work is; nothing where that is not a terminal. */
export interface ProgressLine {
  show(line: string): void;
  /** Takes the line away. */
  end(): void;
}

/** Work that is done sooner shows nothing, ms. */
const PATIENCE_MS = 300;

const CLEAR = '\r\u001b[K';

export function progressLine(): ProgressLine {
  const begun = Date.now();
  let shown = '';
  return {
    show(line) {
      if (!process.stderr.isTTY || line === shown || Date.now() - begun < PATIENCE_MS) return;
      process.stderr.write(`${CLEAR}${line}`);
      shown = line;
    },
    end() {
      if (shown !== '') process.stderr.write(CLEAR);
      shown = '';
    },
  };
}
