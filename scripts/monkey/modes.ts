/** Modes of a terminal that a program switched on, followed in all it writes. */
export class TerminalModes {
  private readonly on = new Map<string, boolean>();
  private kittyLevels = 0;
  private rest = '';

  take(output: string): void {
    const text = this.rest + output;
    for (const [, modes = '', what] of text.matchAll(/\u001B\[\?([\d;]+)([hl])/g)) {
      for (const mode of modes.split(';')) this.on.set(mode, what === 'h');
    }
    for (const [, sign] of text.matchAll(/\u001B\[([<>])[\d;]*u/g)) {
      this.kittyLevels = sign === '>' ? this.kittyLevels + 1 : Math.max(0, this.kittyLevels - 1);
    }
    // A sequence may come in two pieces: its beginning is kept unless it is whole.
    this.rest = /\u001B(\[[?<>\d;]*)?$/.exec(text)?.[0] ?? '';
  }

  /** What is not as a shell needs it. */
  left(): string[] {
    const on = [...this.on].flatMap(([mode, isOn]) => (isOn && mode !== SHOWN_CURSOR ? [`mode ${mode} is on`] : []));
    return [
      ...on,
      ...(this.on.get(SHOWN_CURSOR) === false ? ['the cursor is hidden'] : []),
      ...(this.kittyLevels > 0 ? ['the kitty keyboard protocol is on'] : []),
    ];
  }
}

const SHOWN_CURSOR = '25';
