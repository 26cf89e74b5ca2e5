/** Switches off what the screens have switched on: the alternate screen, a hidden cursor, marked pastes, the mouse, kitty's keys. */
const RESTORE = '\u001B[<u\u001B[?1006l\u001B[?1000l\u001B[?2004l\u001B[?25h\u001B[?1049l';

/**
 * What happens on an error that nothing has caught, which is a mistake in the program: the screens are closed, as far as
 * that still works (it draws once more, which may fail once more), the terminal is given back as it was, `tell` says what
 * there is to say, and the program ends. Returns what takes this away again.
 */
export function onCrash(close: () => void, tell: (error: unknown) => void): () => void {
  const crashed = (error: unknown) => {
    try {
      close();
    } catch {
      // The error that is told is the first.
    }
    const { stdin, stdout } = process;
    if (stdout.isTTY) stdout.write(RESTORE);
    if (stdin.isTTY) stdin.setRawMode(false);
    tell(error);
    process.exit(1);
  };
  process.once('uncaughtException', crashed);
  return () => process.off('uncaughtException', crashed);
}
