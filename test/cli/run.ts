import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { cleanEnvironment, PROGRAM } from '../e2e/program.ts';

export interface Ran {
  readonly exitCode: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunOptions {
  readonly env?: Readonly<Record<string, string>>;
  /** The user's folder; a fresh one by default. */
  readonly data?: string;
  /** The reader of standard output goes away after this many bytes. */
  readonly readOnly?: number;
}

/** Runs the built program with pipes for input and output, as a script would. */
export async function run(args: readonly string[], options: RunOptions = {}): Promise<Ran> {
  const { env = {}, data = freshFolder(), readOnly = Number.POSITIVE_INFINITY } = options;
  const child = spawn(process.execPath, [PROGRAM, ...args], { env: { ...cleanEnvironment(data), ...env }, cwd: data });
  child.stdin.end();
  let stdout = '';
  let stderr = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    stdout += text;
    if (stdout.length >= readOnly) child.stdout.destroy();
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text;
  });
  const exitCode = await new Promise<number | null>((resolve) => child.on('close', resolve));
  return { exitCode, stdout, stderr };
}

/** An empty folder that goes away with the test. */
export function freshFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'seqack-cli-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}
