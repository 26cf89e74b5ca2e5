/**
 * npm run torture -- [PART ...] [--count N] [--seed TEXT] [--jobs N]: the record of what was learned under everything that
 * may befall it: programs killed while answers are given, two at once, a full disk, damaged files. Prints what was counted;
 * the exit code is 1 when a count is not what it has to be. The parts are in scripts/torture/.
 */
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { build } from 'esbuild';
import { importTypeScript, root } from './import-typescript.mjs';

const { run, PARTS } = await importTypeScript(`export { run, PARTS } from './scripts/torture/run.ts';`);

function usage(problem) {
  console.error(
    `${problem} Usage: npm run torture -- [${Object.keys(PARTS).join('|')} ...] [--count N] [--seed TEXT] [--jobs N]`,
  );
  process.exit(2);
}

function readArguments() {
  const options = { count: { type: 'string' }, seed: { type: 'string' }, jobs: { type: 'string' } };
  try {
    return parseArgs({ options, allowPositionals: true });
  } catch (error) {
    return usage(`${error.message.split('\n')[0]}.`);
  }
}

/** A whole number from 1, or what stands in its place when none was given. */
function wholeNumber(name, text, instead) {
  if (text === undefined) return instead;
  if (!/^[1-9]\d{0,6}$/.test(text)) usage(`--${name} takes a whole number from 1, not ${text}.`);
  return Number(text);
}

const { values, positionals } = readArguments();
const unknown = positionals.filter((name) => !Object.hasOwn(PARTS, name));
if (unknown.length > 0) usage(`No such part: ${unknown.join(', ')}.`);
const count = wholeNumber('count', values.count, null);
const jobs = wholeNumber('jobs', values.jobs, availableParallelism());
const seed = values.seed ?? String(Date.now() % 1_000_000);
const parts = positionals.length > 0 ? positionals : Object.keys(PARTS);

console.log(`Node ${process.version}, ${process.platform} ${process.arch}, ${jobs} at once; seed ${seed}\n`);
process.exitCode = await run({
  parts,
  seed,
  count,
  jobs,
  program: join(root, 'dist/seqack.js'),
  compile: async (entry, outfile) => {
    const bundle = { bundle: true, platform: 'node', format: 'esm', target: 'node20', logLevel: 'error' };
    await build({ entryPoints: [join(root, entry)], outfile, ...bundle });
  },
});
