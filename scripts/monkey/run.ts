import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Random, randomFrom } from '../../src/simulator/random.ts';
import { type Growth, growthOf } from './process.ts';
import { playSession, type SessionResult } from './session.ts';

export interface RunOptions {
  readonly program: string;
  /** The folder of a capture to open. */
  readonly captures: string;
  readonly keys: number;
  readonly seed: string;
  readonly patienceMs: number;
  readonly tell: (line: string) => void;
}

export interface RunResult {
  readonly keys: number;
  readonly resizes: number;
  readonly sessions: number;
  readonly faults: readonly string[];
  /** Of the longest session. */
  readonly growth: Growth | null;
}

/** A session goes on for so many keys unless it is left before. */
const LONGEST_SESSION = 12_000;
/** With so little room what is never given back soon ends the program, and rubbish is not kept for want of need. */
const HEAP = '--max-old-space-size=96';
/** Growth beyond this, over a session's length, is none that levels off. */
const MOST_GROWTH = 64 * 2 ** 20;

/** Plays the built program by chance, session after session on one learner's folder, until so many keys are pressed. */
export async function runMonkey(options: RunOptions): Promise<RunResult> {
  const data = mkdtempSync(join(tmpdir(), 'seqack-monkey-'));
  const random = randomFrom(options.seed);
  const faults: string[] = [];
  let keys = 0;
  let resizes = 0;
  let sessions = 0;
  let longest: SessionResult | null = null;
  try {
    while (keys < options.keys && faults.length === 0) {
      const chance = random.fork(`session ${sessions++}`);
      const args = startOf(chance, options.captures);
      const result = await playSession({
        program: options.program,
        data,
        args,
        env: { NODE_OPTIONS: HEAP, ...(chance.chance(0.1) ? { INK_SCREEN_READER: 'true' } : {}) },
        keys: Math.min(options.keys - keys, LONGEST_SESSION),
        patienceMs: options.patienceMs,
        random: chance,
      });
      keys += result.keys;
      resizes += result.resizes;
      if (longest === null || result.keys > longest.keys) longest = result;
      options.tell(`${keys} keys, ${sessions} sessions`);
      const where = `session ${sessions} (seqack ${args.join(' ')}) of seed ${options.seed}`;
      for (const fault of result.faults) {
        faults.push(`${where}: ${fault}\nlast keys: ${JSON.stringify(result.lastKeys)}`);
      }
    }
    faults.push(...logFaults(options.program, data));
    const growth = longest === null ? null : growthOf(longest.samples);
    if (growth !== null && growth.last - growth.first > MOST_GROWTH) {
      faults.push(`memory grows by ${Math.round(growth.perThousandKeys / 1024)} kB for every 1000 keys`);
    }
    return { keys, resizes, sessions, faults, growth };
  } finally {
    rmSync(data, { recursive: true, force: true });
  }
}

function startOf(random: Random, captures: string): string[] {
  const start = random.pick([
    [],
    ['learn'],
    ['learn', 'handshake'],
    ['review'],
    ['practice'],
    ['practice', 'ack.above-gap@1', 'handshake.order@1', 'sack.blocks@1'],
    ['quiz', '--seed', 'monkey'],
    ['interview', 'isn'],
    ['simulate'],
    ['simulate', 'sack-recovery', '--seed', '1'],
    ['simulate', 'zero-window', '--seed', '1'],
    ['simulate', '--sandbox'],
    ['capture', join(captures, random.pick(['lost_data_rto.pcap', 'fast_retransmit_sack.pcap']))],
  ]);
  return [...start, ...(random.chance(0.4) ? ['--lang', 'ko'] : []), ...(random.chance(0.1) ? ['--ascii'] : [])];
}

/** What was learned on the way is still a whole log. */
function logFaults(program: string, data: string): string[] {
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, '--data', data, 'log', 'check'], {
    encoding: 'utf8',
  });
  return status === 0 ? [] : [`seqack log check ends with ${status}:\n${stdout}${stderr}`];
}
