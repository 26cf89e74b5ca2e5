import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type IPty, spawn } from '@lydell/node-pty';
import xterm from '@xterm/headless';
import { cleanEnvironment, PROGRAM } from './program.ts';

/** Keys as a terminal sends them. */
export const KEYS = {
  enter: '\r',
  escape: '\u001b',
  tab: '\t',
  up: '\u001b[A',
  down: '\u001b[B',
  right: '\u001b[C',
  left: '\u001b[D',
  backspace: '\u007f',
  ctrlC: '\u0003',
  ctrlZ: '\u001a',
} as const;

export interface TerminalOptions {
  readonly columns?: number;
  readonly rows?: number;
  readonly env?: Readonly<Record<string, string>>;
  /** Where progress and settings are kept; a fresh folder by default, removed when the terminal is closed. */
  readonly data?: string;
  /** The folder it runs in; this process's own by default. */
  readonly cwd?: string;
  /** What to run instead of the built program. */
  readonly command?: readonly [string, ...string[]];
}

type Expected = string | RegExp | ((screen: string) => boolean);

/**
 * A real terminal without a window: a pseudo-terminal that the program runs in, and an emulator that makes of its
 * bytes what a person would see.
 */
export class Terminal {
  readonly data: string;
  /** Everything the program has written. */
  output = '';
  readonly exited: Promise<{ readonly exitCode: number; readonly signal: number }>;
  private readonly screenOf: xterm.Terminal;
  private readonly pty: IPty;
  private readonly ownsData: boolean;
  private exit: { readonly exitCode: number; readonly signal: number } | null = null;

  constructor(
    args: readonly string[],
    { columns = 80, rows = 24, env = {}, data, cwd = process.cwd(), command }: TerminalOptions = {},
  ) {
    this.ownsData = data === undefined;
    this.data = data ?? mkdtempSync(join(tmpdir(), 'seqack-e2e-'));
    this.screenOf = new xterm.Terminal({ cols: columns, rows, allowProposedApi: true, scrollback: 2000 });
    const [file, ...before] = command ?? [process.execPath, PROGRAM];
    this.pty = spawn(file, [...before, ...args], {
      name: env.TERM ?? 'xterm-256color',
      cols: columns,
      rows,
      cwd,
      env: { ...cleanEnvironment(this.data), TERM: 'xterm-256color', ...env },
    });
    this.pty.onData((text) => {
      this.output += text;
      this.screenOf.write(text);
    });
    // Answers to what a program asks its terminal (cursor position, device attributes).
    this.screenOf.onData((answer) => this.pty.write(answer));
    this.exited = new Promise((resolve) => {
      this.pty.onExit(({ exitCode, signal }) => {
        this.exit = { exitCode, signal: signal ?? 0 };
        resolve(this.exit);
      });
    });
  }

  get pid(): number {
    return this.pty.pid;
  }

  /** Types text as one write: what a fast typist or a paste sends at once arrives at once. */
  type(...texts: readonly string[]): void {
    this.pty.write(texts.join(''));
  }

  /** What is seen now, a line each, without trailing blanks. */
  lines(): string[] {
    const buffer = this.screenOf.buffer.active;
    return Array.from(
      { length: this.screenOf.rows },
      (_, row) => buffer.getLine(buffer.viewportY + row)?.translateToString(true) ?? '',
    );
  }

  screen(): string {
    return this.lines().join('\n');
  }

  /** Rows that go on in the next one: what was written there was wider than the terminal. */
  overflowing(): number[] {
    const buffer = this.screenOf.buffer.active;
    return Array.from({ length: this.screenOf.rows }, (_, row) => row).filter(
      (row) => buffer.getLine(buffer.viewportY + row + 1)?.isWrapped === true,
    );
  }

  /** Where the terminal's own cursor stands, once all that was written is drawn. */
  async cursor(): Promise<{ readonly x: number; readonly y: number }> {
    await this.drawn();
    const { cursorX: x, cursorY: y } = this.screenOf.buffer.active;
    return { x, y };
  }

  /** Whether the full-screen buffer is shown, not the shell's own lines. */
  isFullScreen(): boolean {
    return this.screenOf.buffer.active.type === 'alternate';
  }

  /** Whether the last the program said about the cursor is to show it. */
  isCursorShown(): boolean {
    return this.output.lastIndexOf('\u001b[?25h') >= this.output.lastIndexOf('\u001b[?25l');
  }

  /** Waits until the screen shows something and its frame is whole, and gives the screen. */
  async waitFor(expected: Expected, timeoutMs = 15_000): Promise<string> {
    const deadline = Date.now() + timeoutMs;
    for (;;) {
      await this.drawn();
      const screen = this.screen();
      if (matches(screen, expected) && (await this.isQuiet())) return screen;
      if (Date.now() > deadline || this.exit !== null) {
        const ended = this.exit === null ? 'still running' : `ended ${JSON.stringify(this.exit)}`;
        throw new Error(`${timeoutMs} ms without ${String(expected)} (${ended}); the screen:\n${screen}`);
      }
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  }

  /** Waits until nothing has been written for a while, and gives the screen. */
  async settled(quietMs = 150): Promise<string> {
    let length = -1;
    while (length !== this.output.length) {
      length = this.output.length;
      await new Promise((resolve) => setTimeout(resolve, quietMs));
    }
    await this.drawn();
    return this.screen();
  }

  resize(columns: number, rows: number): void {
    this.screenOf.resize(columns, rows);
    this.pty.resize(columns, rows);
  }

  signal(name: string): void {
    this.pty.kill(name);
  }

  /** Ends the program if it still runs, and clears up. */
  async close(): Promise<void> {
    if (this.exit === null) {
      this.pty.kill('SIGKILL');
      await this.exited;
    }
    this.screenOf.dispose();
    if (this.ownsData) rmSync(this.data, { recursive: true, force: true });
  }

  /** A frame may come in several pieces; between two frames there is more time than between two pieces. */
  private async isQuiet(): Promise<boolean> {
    const { length } = this.output;
    await new Promise((resolve) => setTimeout(resolve, 20));
    return length === this.output.length;
  }

  /** The emulator takes bytes in later; this waits until all so far are on its screen. */
  private drawn(): Promise<void> {
    return new Promise((resolve) => this.screenOf.write('', resolve));
  }
}

function matches(screen: string, expected: Expected): boolean {
  if (typeof expected === 'string') return screen.includes(expected);
  return expected instanceof RegExp ? expected.test(screen) : expected(screen);
}
