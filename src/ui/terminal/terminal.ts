import { PassThrough } from 'node:stream';
import { StringDecoder } from 'node:string_decoder';
import type { ReadStream, WriteStream } from 'node:tty';
import type { Ground } from '../palettes.ts';
import type { TerminalFeatures } from './features.ts';
import { groundOfReply } from './ground.ts';
import { type FilterState, filterInput, flushFilter, isBegun, NOTHING_HELD } from './input-filter.ts';

/** What the app uses of the terminal besides drawing on it. */
export interface Terminal {
  readonly features: TerminalFeatures;
  /** The ground as far as it is known; another one when the terminal has answered. */
  readonly ground: () => Ground;
  /** For useSyncExternalStore. */
  readonly subscribe: (listener: () => void) => () => void;
  /** Whether the wheel of the mouse is wanted. */
  readonly setWheel: (on: boolean) => void;
  /** Whether the terminal is the app's: only then are its modes switched on. Before another screen or program has it they must be off. */
  readonly setOpen: (open: boolean) => void;
  /** Takes the last frame away where it would stay behind; before the alternate screen is left. */
  readonly wipe: () => void;
}

const MODES = {
  /** Reports of buttons (1000), among which the wheel, in the form that cannot be taken for text (1006). */
  wheel: { on: '\u001b[?1000h\u001b[?1006h', off: '\u001b[?1006l\u001b[?1000l' },
  /** Kitty's keyboard protocol, so far that Esc is told from the beginning of another key at once. */
  keys: { on: '\u001b[>1u', off: '\u001b[<u' },
} as const;

const WIPE = '\u001b[H\u001b[2J';

const ASK_GROUND = '\u001b]11;?\u001b\\';

const ASK_KEYS = '\u001b[?u';
/** Answered by every terminal, after the others. */
const ASK_NAME = '\u001b[c';

/** What is held back for its rest goes on after this time, ms: as long as Ink waits after Esc. */
const HOLD_MS = 20;
/** The rest of what can be no key is waited for longer, ms: it would be typed if it came alone. */
const HOLD_BEGUN_MS = 1000;
/** An answer may still come so long after the question, ms: a slow line. */
const LATEST_ANSWER_MS = 3000;
/** At the end an answer that is on its way is waited for so long, ms, since the shell would take it for something typed. */
const LAST_WAIT_MS = 150;

/** The terminal's input as Ink reads it: keys alone. What else the terminal sends is taken out and told to the listeners. */
export class TerminalInput extends PassThrough implements Terminal {
  readonly isTTY = true;
  readonly features: TerminalFeatures;
  /** When there is no one left to type. */
  readonly gone: Promise<void>;
  readonly #input: ReadStream;
  readonly #output: WriteStream;
  readonly #listeners = new Set<() => void>();
  readonly #decoder = new StringDecoder('utf8');
  #ground: Ground;
  #state: FilterState = NOTHING_HELD;
  #flush: NodeJS.Timeout | null = null;
  /** While answers may come. */
  #asked: { readonly answered: Promise<void>; readonly settle: () => void } | null = null;
  /** Whether the app has the terminal, what is wanted of it, what it has, and what is on. */
  #open = false;
  #wheel = false;
  #kitty = false;
  #modes = { wheel: false, keys: false };

  constructor(input: ReadStream, output: WriteStream, features: TerminalFeatures, ground: Ground) {
    super();
    this.#input = input;
    this.#output = output;
    this.features = features;
    this.#ground = ground;
    input.on('data', (bytes: Buffer) => this.#take(this.#decoder.write(bytes)));
    const { promise, resolve } = deferred();
    this.gone = promise;
    input.on('end', resolve);
    // The line was cut.
    input.on('error', resolve);
    input.pause();
  }

  readonly ground = (): Ground => this.#ground;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Asks the terminal for its keyboard protocol, and for its ground. The answers come when they come: nothing waits for them. */
  ask({ ground }: { readonly ground: boolean }): void {
    // Else the answers would be echoed.
    this.setRawMode(true);
    const { promise, resolve } = deferred();
    const until = setTimeout(() => {
      resolve();
      this.#asked = null;
    }, LATEST_ANSWER_MS);
    until.unref();
    this.#asked = { answered: promise, settle: resolve };
    this.#output.write(`${ASK_KEYS}${ground ? ASK_GROUND : ''}${ASK_NAME}`);
  }

  readonly setWheel = (on: boolean): void => {
    this.#wheel = on;
    this.#apply();
  };

  readonly setOpen = (open: boolean): void => {
    this.#open = open;
    this.#apply();
  };

  readonly wipe = (): void => {
    if (this.features.keepsFrames) this.#output.write(WIPE);
  };

  /** Switches on and off what is wanted now and was not before, or the other way round. */
  #apply(): void {
    const wanted = { wheel: this.#open && this.#wheel, keys: this.#open && this.#kitty };
    for (const mode of ['wheel', 'keys'] as const) {
      if (wanted[mode] !== this.#modes[mode]) this.#output.write(MODES[mode][wanted[mode] ? 'on' : 'off']);
    }
    this.#modes = wanted;
  }

  /** At the end: when nothing of the terminal's own is on its way any more. */
  async settled(): Promise<void> {
    if (this.#asked === null) return;
    // Still raw, and still read: else the answer would be the shell's.
    this.setRawMode(true);
    this.#input.ref();
    await Promise.race([this.#asked.answered, new Promise((resolve) => setTimeout(resolve, LAST_WAIT_MS))]);
    this.setRawMode(false);
  }

  setRawMode(on: boolean): this {
    this.#input.setRawMode(on);
    if (on) this.#input.resume();
    else this.#input.pause();
    return this;
  }

  ref(): this {
    this.#input.ref();
    return this;
  }

  unref(): this {
    this.#input.unref();
    return this;
  }

  #take(text: string): void {
    if (this.#flush !== null) clearTimeout(this.#flush);
    this.#flush = null;
    // While nothing is expected but keys, nothing is held back.
    if (this.#asked === null && !this.#wheel && this.#state.held === '') {
      this.write(text);
      return;
    }
    const filtered = filterInput(this.#state, text);
    this.#state = filtered.state;
    if (filtered.text !== '') this.write(filtered.text);
    if (this.#state.held !== '') {
      this.#flush = setTimeout(() => this.#letGo(), isBegun(this.#state) ? HOLD_BEGUN_MS : HOLD_MS);
    }
    if (filtered.kitty) {
      this.#kitty = true;
      this.#apply();
    }
    const ground = filtered.grounds.map(groundOfReply).at(-1);
    if (filtered.named) this.#asked?.settle();
    if (ground === undefined || ground === null || ground === this.#ground) return;
    this.#ground = ground;
    for (const listener of this.#listeners) listener();
  }

  #letGo(): void {
    const text = flushFilter(this.#state);
    this.#state = NOTHING_HELD;
    if (text !== '') this.write(text);
  }
}

function deferred(): { readonly promise: Promise<void>; readonly resolve: () => void } {
  let resolve: () => void = () => {};
  const promise = new Promise<void>((done) => {
    resolve = done;
  });
  return { promise, resolve };
}
