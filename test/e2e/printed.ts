import { execFileSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cleanEnvironment, PROGRAM } from './program.ts';

/** What a command prints for programs. */
export function printed<Json>(...args: readonly string[]): Json {
  const data = join(tmpdir(), 'seqack-e2e-none');
  const text = execFileSync(process.execPath, [PROGRAM, ...args, '--json'], {
    env: cleanEnvironment(data),
    encoding: 'utf8',
    maxBuffer: 1 << 26,
  });
  return JSON.parse(text) as Json;
}
