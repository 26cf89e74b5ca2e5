import { join } from 'node:path';
import { KEYS, Terminal } from '../../test/e2e/terminal.ts';
import type { World } from './part.ts';

const SIZE = { columns: 100, rows: 40 };

export interface OpenOptions {
  readonly args: readonly string[];
  /** The data folder. */
  readonly folder: string;
  /** JavaScript that runs in the program's process before the program. */
  readonly before?: string;
  readonly env?: Readonly<Record<string, string>>;
}

/** The program in a terminal, on a data folder, ended with the scope if nobody has closed it. */
export function openTerminal({ program, scope }: World, { args, folder, before, env = {} }: OpenOptions): Terminal {
  const preload = before === undefined ? [] : ['--import', `data:text/javascript,${encodeURIComponent(before)}`];
  const app = new Terminal(['--data', folder, ...args], {
    ...SIZE,
    data: folder,
    command: [process.execPath, ...preload, program],
    // Compiled code is kept from one start to the next, as a user's is.
    env: { XDG_CACHE_HOME: cacheBeside(program), ...env },
  });
  const { pid } = app;
  const forget = scope.onClose(() => killed(pid));
  void app.exited.then(forget);
  return app;
}

/** One whole visit, after which the program keeps its compiled code: those that are killed never come to that. */
export async function visit(world: World): Promise<void> {
  const folder = world.scope.folder();
  for (const screen of ['practice', 'review']) {
    const app = openTerminal(world, { args: ['--lang', 'en', screen], folder });
    await app.waitFor('? all keys', 60_000);
    app.type(KEYS.ctrlC);
    await app.exited;
    await app.close();
  }
}

function cacheBeside(program: string): string {
  return join(program, '../../node_modules/.cache/seqack/home');
}

/** Ends a process at once; one that is gone already is no failure. */
export function killed(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It has ended by itself.
  }
}

export function sleep(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
