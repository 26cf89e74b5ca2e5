import { execFile, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { HostName } from '../../src/trace/trace.ts';
import type { Merged, NamedRun } from './captures.ts';

const folder = fileURLToPath(new URL('.', import.meta.url));

/** The programs the judges are made of that are not on this machine. */
export const missingTools: readonly string[] = ['bash', 'tshark', 'python3'].filter(
  (tool) => spawnSync(tool, ['--version'], { stdio: 'ignore' }).status !== 0,
);

interface Judgement {
  readonly exitCode: number;
  readonly output: string;
}

/** Judges a capture by tshark: checksums, malformed packets, anomalies that were not expected (check_pcap.sh). */
export function checkPcap({ file }: Merged, expectations: readonly string[]): Promise<Judgement> {
  return judge(file, 'bash', (path) => [join(folder, 'check_pcap.sh'), path, ...expectations]);
}

export interface Violation {
  /** The run whose capture breaks the rule. */
  readonly run: NamedRun;
  readonly rule: string;
  readonly line: string;
}

/** Rules of the RFCs that the segments sent by the end at which the capture was taken do not keep (tcp_invariants.py). */
export async function violations({ file, runOfFrame }: Merged, at: HostName): Promise<readonly Violation[]> {
  const { output, exitCode } = await judge(file, 'python3', (path) => [
    join(folder, 'tcp_invariants.py'),
    '--at',
    at,
    path,
  ]);
  const summary = /: (\d+) segments, (\d+) violations\n/.exec(output);
  if (summary?.[1] !== String(runOfFrame.length)) throw new Error(`not all segments were judged: ${output}`);
  const found = [...output.matchAll(/^ {3}(frame (\d+) ([A-Z-]+): .*)$/gm)].map(([, line = '', frame, rule = '']) => {
    const run = runOfFrame[Number(frame) - 1];
    if (run === undefined) throw new Error(`no such frame: ${line}`);
    return { run, rule, line };
  });
  if (found.length !== Number(summary[2]) || exitCode !== (found.length > 0 ? 1 : 0)) throw new Error(output);
  return found;
}

/** What tshark reads in each frame: one list of these fields a frame. */
export async function fieldsOf({ file }: Merged, fields: readonly string[]): Promise<readonly (readonly string[])[]> {
  const { output } = await judge(file, 'tshark', (path) => [
    ...['-n', '-r', path, '-o', 'tcp.relative_sequence_numbers:FALSE', '-T', 'fields', '-E', 'separator=,'],
    ...fields.flatMap((field) => ['-e', field]),
  ]);
  // What it says of its own (that it runs as root) holds no comma.
  return output.split('\n').flatMap((line) => (line.includes(',') ? [line.split(',')] : []));
}

function judge(file: Uint8Array, tool: string, args: (path: string) => string[]): Promise<Judgement> {
  const at = mkdtempSync(join(tmpdir(), 'seqack-pcap-'));
  const path = join(at, 'run.pcap');
  writeFileSync(path, file);
  const env = { ...process.env, PYTHONDONTWRITEBYTECODE: '1', LC_ALL: 'C.UTF-8' };
  return new Promise((resolve) => {
    execFile(tool, args(path), { env, maxBuffer: 1 << 28 }, (error, stdout, stderr) => {
      rmSync(at, { recursive: true, force: true });
      const exitCode = error === null ? 0 : typeof error.code === 'number' ? error.code : -1;
      resolve({ exitCode, output: `${stdout}${stderr}` });
    });
  });
}
