import { randomFrom } from '../../src/simulator/random.ts';
import { damage } from './damage.ts';
import { full } from './full-disk.ts';
import { kills } from './kills.ts';
import { holds, type Part, type Row } from './part.ts';
import { openScope } from './scope.ts';
import { tableOf } from './table.ts';
import { together } from './together.ts';
import { writes } from './write-kills.ts';

/** The parts in the order in which they run. */
export const PARTS: Readonly<Record<string, Part>> = { kills, writes, together, full, damage };

export interface RunOptions {
  readonly parts: readonly string[];
  readonly seed: string;
  readonly count: number | null;
  readonly jobs: number;
  readonly program: string;
  /** Compiles a module of this repository into a file that Node runs. */
  readonly compile: (source: string, outfile: string) => Promise<void>;
}

/** Runs the parts and prints their table; the result is the exit code. */
export async function run({ parts, seed, count, jobs, program, compile }: RunOptions): Promise<number> {
  const scope = openScope();
  for (const [signal, code] of [
    ['SIGINT', 130],
    ['SIGTERM', 143],
    ['SIGHUP', 129],
  ] as const) {
    process.once(signal, () => {
      scope.close();
      process.exit(code);
    });
  }
  const rows: Row[] = [];
  try {
    const writer = `${scope.folder()}/writer.mjs`;
    await compile('./scripts/torture/writer.ts', writer);
    for (const name of parts) {
      const part = PARTS[name];
      if (part === undefined) throw new RangeError(`no part ${name}`);
      const random = randomFrom(seed).fork(name);
      const started = performance.now();
      const found = await finished(part({ program, writer, scope, random, count, jobs, progress }), name);
      progress('');
      for (const line of tableOf(found)) console.log(line);
      console.log(`${name}: ${((performance.now() - started) / 1000).toFixed(1)} s\n`);
      rows.push(...found);
    }
  } finally {
    scope.close();
  }
  const wrong = rows.filter(({ verdict }) => verdict === 'WRONG').length;
  console.log(wrong === 0 ? 'All as it has to be.' : `${wrong} counts are wrong.`);
  return wrong === 0 ? 0 : 1;
}

/** The rows of a part; one that broke off says why. */
async function finished(part: ReturnType<Part>, name: string): Promise<readonly Row[]> {
  try {
    return await part;
  } catch (error) {
    return [holds(`${name} came to its end`, false, [error instanceof Error ? error.message : String(error)])];
  }
}

/** Shown on a terminal only: what is piped holds the table and nothing else. */
function progress(text: string): void {
  if (process.stderr.isTTY) process.stderr.write(`\r${text}\u001b[K`);
}
