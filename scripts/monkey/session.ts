import type { Random } from '../../src/simulator/random.ts';
import { Terminal } from '../../test/e2e/terminal.ts';
import { bytesOf } from './key-bytes.ts';
import { leavesHome, QUIT, randomKey, SUSPEND } from './keys.ts';
import { TerminalModes } from './modes.ts';
import { processorTicks, processState, residentBytes, type Sample } from './process.ts';

export interface SessionOptions {
  readonly program: string;
  readonly data: string;
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  readonly keys: number;
  /** How long an answer to a key may take, ms. */
  readonly patienceMs: number;
  readonly random: Random;
}

export interface SessionResult {
  /** Keys that were pressed. */
  readonly keys: number;
  readonly resizes: number;
  readonly samples: readonly Sample[];
  /** What went wrong, a sentence each. */
  readonly faults: readonly string[];
  /** The last keys, to press them again. */
  readonly lastKeys: readonly string[];
}

/** Bursts between two looks at whether the program still answers. */
const BURSTS_A_LOOK = 6;
const LAST_KEYS = 50;
/** Characters kept of what the program wrote last. */
const TAIL = 3000;
/** A burst is over when the program sleeps at so many looks, so far apart, or at the latest after the last, ms. */
const QUIET_LOOKS = 4;
const QUIET_MS = 10;
const LONGEST_BURST_MS = 5000;
/** Longer than a lone Escape is held back, and than a stop that nobody continues. */
const STOPPED_MS = 250;

/** One run of the program, played by chance until so many keys are pressed or it is left. */
export async function playSession(options: SessionOptions): Promise<SessionResult> {
  const { random } = options;
  const terminal = new Terminal(['--data', options.data, ...options.args], {
    data: options.data,
    // What is saved by chance goes where all is removed in the end.
    cwd: options.data,
    env: options.env,
    command: [process.execPath, options.program],
  });
  const modes = new TerminalModes();
  const samples: Sample[] = [];
  const faults: string[] = [];
  const lastKeys: string[] = [];
  let keys = 0;
  let resizes = 0;
  let tail = '';
  let exit: { readonly exitCode: number; readonly signal: number } | null = null;
  void terminal.exited.then((how) => {
    exit = how;
  });
  const harvest = () => {
    const { output } = terminal;
    terminal.output = '';
    modes.take(output);
    tail = (tail + output).slice(-TAIL);
  };
  const look = async () => {
    const answer = await answers(terminal, options.patienceMs, () => exit !== null);
    if (exit === null && !answer) {
      faults.push(
        `no answer within ${options.patienceMs} ms, ${await doing(terminal)}; the screen:\n${terminal.screen()}`,
      );
    }
    faults.push(...screenFaults(terminal));
    const bytes = residentBytes(terminal.pid);
    if (bytes !== null) samples.push({ keys, bytes });
  };
  try {
    // Read aloud, as the learner may have set it, a long screen begins above the window.
    await terminal.waitFor(() => terminal.output.includes('seqack'), 30_000);
    for (let burst = 1; keys < options.keys && exit === null && faults.length === 0; burst++) {
      // At home a key that goes back leaves the program.
      const isHome = /^ ?seqack( {2}|$)/.test(terminal.lines()[0] ?? '');
      const pressed = burstOf(random, isHome);
      keys += pressed.length;
      lastKeys.push(...pressed);
      lastKeys.splice(0, lastKeys.length - LAST_KEYS);
      terminal.type(...pressed);
      if (pressed.at(-1) === SUSPEND) await pause(STOPPED_MS);
      await quiet(terminal);
      harvest();
      if (random.chance(0.15)) {
        resizes++;
        const [columns, rows] = sizeFrom(random);
        lastKeys.push(`resized to ${columns}x${rows}`);
        if (exit === null) terminal.resize(columns, rows);
      }
      if (burst % BURSTS_A_LOOK === 0 && exit === null) await look();
    }
    if (exit === null && faults.length === 0) {
      await look();
      terminal.type(QUIT);
    }
    const ended = await Promise.race([terminal.exited, pause(options.patienceMs * 2).then(() => null)]);
    // What was written last may come after the news of the end.
    await terminal.settled(100);
    harvest();
    if (ended === null && faults.length === 0) {
      faults.push(`does not end on ctrl+c, ${await doing(terminal)}; the screen:\n${terminal.screen()}`);
    }
    if (ended !== null && (ended.exitCode !== 0 || ended.signal !== 0)) {
      faults.push(`ended with code ${ended.exitCode}, signal ${ended.signal}:\n${tail}`);
    }
    if (ended !== null) faults.push(...modes.left());
  } catch (error) {
    faults.push(error instanceof Error ? error.message : String(error));
  } finally {
    await terminal.close();
  }
  return { keys, resizes, samples, faults, lastKeys };
}

const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

function burstOf(random: Random, isHome: boolean): string[] {
  const length = random.chance(0.3) ? 1 : random.int(2, 40);
  const keys: string[] = [];
  for (let at = 0; at < length; at++) {
    const key = randomKey(random);
    if (!leavesHome(key)) keys.push(key);
    else if (!isHome) {
      // Where it leads is looked at before the next burst.
      keys.push(key);
      break;
    }
  }
  return random.chance(0.01) ? [...keys, SUSPEND] : keys;
}

/** Mostly windows as people have them; sometimes any. */
function sizeFrom(random: Random): readonly [number, number] {
  if (random.chance(0.6)) return random.pick(USUAL);
  return [random.int(1, 300), random.int(1, 100)];
}

const USUAL = [
  [60, 20],
  [80, 24],
  [80, 24],
  [120, 40],
  [40, 15],
  [200, 60],
] as const;

/** Until the program waits for the next key: it sleeps, again and again, and writes nothing unless something plays. */
async function quiet(terminal: Terminal): Promise<void> {
  const until = performance.now() + LONGEST_BURST_MS;
  let length = -1;
  for (let looks = 0; looks < QUIET_LOOKS && performance.now() < until; ) {
    await pause(QUIET_MS);
    const state = processState(terminal.pid);
    const rests = state === null ? length === terminal.output.length : state !== 'R';
    length = terminal.output.length;
    looks = rests ? looks + 1 : 0;
  }
}

/** The key that changes the language changes any screen, also one that is typed on. */
async function answers(terminal: Terminal, patienceMs: number, isOver: () => boolean): Promise<boolean> {
  // Escape sequences that were begun have had their time, and all keys before have been taken.
  await pause(60);
  await quiet(terminal);
  const before = terminal.screen();
  terminal.type(bytesOf('ctrl+l'));
  const until = performance.now() + patienceMs;
  while (performance.now() < until && !isOver()) {
    await pause(10);
    if (terminal.screen() !== before) return true;
  }
  return false;
}

/** What a program that does not answer does meanwhile. */
async function doing(terminal: Terminal): Promise<string> {
  const before = processorTicks(terminal.pid) ?? 0;
  await pause(1000);
  const busy = (processorTicks(terminal.pid) ?? 0) - before;
  terminal.type(bytesOf('ctrl+l'));
  const answered = await answers(terminal, 5000, () => false);
  return `busy for ${busy}% of the next second, ${answered ? 'then it answers' : 'no answer later'}`;
}

function screenFaults(terminal: Terminal): string[] {
  const screen = terminal.screen();
  const word = /undefined|\bNaN\b|\[object /.exec(screen)?.[0];
  return word === undefined ? [] : [`the screen says ${word}:\n${screen}`];
}
