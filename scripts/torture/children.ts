import { spawn } from 'node:child_process';
import type { World } from './part.ts';
import { killed } from './terminals.ts';

export interface WriterOptions {
  readonly folder: string;
  /** Its ids are `name-1`, `name-2` and so on. */
  readonly name: string;
  /** How many events; 0: until it is killed. */
  readonly count: number;
  /** Bytes, about, of every second line; 0: all are short. */
  readonly longBytes: number;
  /** Called with each id that append has returned, and what the store then said was wrong: '' when nothing. */
  readonly onAppended: (id: string, problem: string) => void;
}

export interface Writer {
  readonly kill: () => void;
  /** Resolves when it has ended and all it has printed is read; with its exit code, or null when it was killed. */
  readonly ended: Promise<{ readonly code: number | null; readonly errors: string }>;
}

/** Starts a process that appends through the real store (writer.ts). */
export function startWriter({ writer, scope }: World, options: WriterOptions): Writer {
  const { folder, name, count, longBytes, onAppended } = options;
  const child = spawn(process.execPath, [writer, folder, name, String(count), String(longBytes)], {
    stdio: ['ignore', 'pipe', 'pipe'],
    // What slows Node down in somebody's shell would only cost time.
    env: { PATH: process.env.PATH },
  });
  const kill = (): void => {
    if (child.pid !== undefined) killed(child.pid);
  };
  const forget = scope.onClose(kill);
  let rest = '';
  let errors = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    const lines = (rest + text).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) {
      const [id = ''] = line.split(' ', 1);
      onAppended(id, line.slice(id.length + 1));
    }
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    errors += text;
  });
  return {
    kill,
    ended: new Promise((resolve, reject) => {
      child.on('error', reject);
      child.on('close', (code) => {
        forget();
        resolve({ code, errors });
      });
    }),
  };
}
