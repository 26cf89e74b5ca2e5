import { execFileSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cleanEnvironment, PROGRAM } from './program.ts';

/** What a command prints for programs. */
export function printed<Json>(...args: readonly string[]): Json {
  return JSON.parse(printedText(...args, '--json')) as Json;
}

/** What a command prints for people. */
export function printedText(...args: readonly string[]): string {
  const data = join(tmpdir(), 'seqack-e2e-none');
  return execFileSync(process.execPath, [PROGRAM, ...args], {
    env: cleanEnvironment(data),
    encoding: 'utf8',
    maxBuffer: 1 << 26,
  });
}
