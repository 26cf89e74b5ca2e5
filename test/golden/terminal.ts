import { EventEmitter } from 'node:events';
import xterm from '@xterm/headless';

/** How a run of cells is drawn; '' for none of it. */
export type CellStyle = string;

/** What is seen, row by row: the text without the blanks at its end, and the runs of cells that are not drawn plainly. */
export interface Seen {
  readonly rows: readonly string[];
  readonly styles: readonly (readonly StyledRun[])[];
  /** Rows that go on in the next one: what was written there was wider than the terminal. */
  readonly wrapped: readonly number[];
  /** Lines that have left the screen at its top. */
  readonly scrolledOff: number;
}

export interface StyledRun {
  /** First and last cell, from 0. */
  readonly from: number;
  readonly to: number;
  readonly style: CellStyle;
}

/**
 * A terminal of so many cells within this process: Ink writes its bytes to it as to a real one, and an emulator makes
 * of them what a person would see.
 */
export class EmulatedTerminal {
  readonly stdout: NodeJS.WriteStream;
  readonly stdin: NodeJS.ReadStream;
  /** Bytes written so far. */
  written = 0;
  private readonly emulator: xterm.Terminal;
  private readonly input = new Input();

  constructor(columns: number, rows: number) {
    this.emulator = new xterm.Terminal({ cols: columns, rows, allowProposedApi: true, scrollback: 1000 });
    const output = Object.assign(new EventEmitter(), {
      isTTY: true,
      columns,
      rows,
      writable: true,
      write: (text: string, ...rest: readonly unknown[]) => {
        this.written += text.length;
        // The line feed of a terminal that is not raw goes back to the first column too.
        this.emulator.write(text.replace(/\r?\n/g, '\r\n'));
        const done = rest.findLast((one) => typeof one === 'function');
        if (typeof done === 'function') queueMicrotask(() => done());
        return true;
      },
    });
    this.stdout = output as unknown as NodeJS.WriteStream;
    this.stdin = this.input as unknown as NodeJS.ReadStream;
  }

  type(text: string): void {
    this.input.give(text);
  }

  /** The screen once all that was written is drawn. */
  async seen(): Promise<Seen> {
    await new Promise<void>((resolve) => this.emulator.write('', resolve));
    const buffer = this.emulator.buffer.active;
    const { cols } = this.emulator;
    const rows: string[] = [];
    const styles: StyledRun[][] = [];
    const wrapped: number[] = [];
    for (let row = 0; row < this.emulator.rows; row++) {
      const line = buffer.getLine(buffer.baseY + row);
      rows.push(line?.translateToString(true) ?? '');
      styles.push(line === undefined ? [] : styledRuns(line, cols));
      if (line?.isWrapped === true) wrapped.push(row - 1);
    }
    return { rows, styles, wrapped, scrolledOff: buffer.baseY };
  }

  close(): void {
    this.emulator.dispose();
  }
}

/** What Ink reads keys from. */
class Input extends EventEmitter {
  readonly isTTY = true;
  private waiting: string | null = null;

  give(text: string): void {
    this.waiting = text;
    this.emit('readable');
  }

  read(): string | null {
    const text = this.waiting;
    this.waiting = null;
    return text;
  }

  setEncoding(): void {}
  setRawMode(): void {}
  resume(): void {}
  pause(): void {}
  ref(): void {}
  unref(): void {}
}

function styledRuns(line: xterm.IBufferLine, columns: number): StyledRun[] {
  const runs: StyledRun[] = [];
  for (let at = 0; at < columns; at++) {
    const cell = line.getCell(at);
    // The second half of a wide character has the style of its first.
    const style = cell === undefined ? '' : styleOf(cell);
    const last = runs.at(-1);
    if (last !== undefined && last.style === style && last.to === at - 1) runs[runs.length - 1] = { ...last, to: at };
    else if (style !== '') runs.push({ from: at, to: at, style });
  }
  return runs;
}

const COLOURS = ['black', 'red', 'green', 'yellow', 'blue', 'magenta', 'cyan', 'white'];

function styleOf(cell: xterm.IBufferCell): CellStyle {
  return [
    ...(cell.isFgDefault() ? [] : [colourOf(cell.getFgColor(), cell.isFgRGB())]),
    ...(cell.isBgDefault() ? [] : [`on-${colourOf(cell.getBgColor(), cell.isBgRGB())}`]),
    ...(cell.isBold() ? ['bold'] : []),
    ...(cell.isDim() ? ['dim'] : []),
    ...(cell.isItalic() ? ['italic'] : []),
    ...(cell.isUnderline() ? ['underline'] : []),
    ...(cell.isInverse() ? ['inverse'] : []),
    ...(cell.isStrikethrough() ? ['struck'] : []),
  ].join('+');
}

function colourOf(colour: number, isRgb: boolean): string {
  if (isRgb) return `#${colour.toString(16).padStart(6, '0')}`;
  const name = COLOURS[colour % 8];
  return colour < 8 ? `${name}` : colour < 16 ? `bright-${name}` : `colour-${colour}`;
}
