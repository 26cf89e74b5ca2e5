/**
 * npm run fuzz:captures -- [--count N] [--seed TEXT] [--jobs N] [--only I]: reads and analyses N damaged captures
 * (test/captures/mutation.ts), draws some and asks questions of some, and holds what comes of each against what must be true
 * of any file (test/captures/fuzzing.ts). Prints how they ended, how fast, and the most memory a process had; exit code 1
 * when anything was not as it must be, with the number of the case, which --only repeats.
 */
import { fork } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { importTypeScript, root } from './import-typescript.mjs';

const { values } = parseArgs({
  options: {
    count: { type: 'string' },
    seed: { type: 'string' },
    jobs: { type: 'string' },
    only: { type: 'string' },
    from: { type: 'string' },
  },
});
const [count, jobs, from] = [values.count ?? '100000', values.jobs ?? '2', values.from ?? '0'].map(Number);
const seed = values.seed ?? 'fuzz';
if (![count, jobs].every((number) => Number.isSafeInteger(number) && number > 0)) {
  console.error('Usage: npm run fuzz:captures -- [--count N] [--seed TEXT] [--jobs N] [--only I]');
  process.exit(2);
}

/** Reads cases `first` to `first + many`, and says how they ended. */
async function run(first, many) {
  const { fuzzed, mutate, randomFrom, seedOf, variants } = await importTypeScript(`
    export { fuzzed } from './test/captures/fuzzing.ts';
    export { mutate, seedOf } from './test/captures/mutation.ts';
    export { variants } from './test/captures/variants.ts';
    export { randomFrom } from './src/simulator/random.ts';
  `);
  const folder = join(root, 'test/captures/oracles');
  const fileOf = (name) => new Uint8Array(readFileSync(join(folder, name)));
  const recorded = readdirSync(folder).filter((name) => /\.pcap(ng)?$/.test(name));
  const seeds = [
    ...recorded.map((name) => seedOf(name, fileOf(name))),
    ...variants(fileOf).map(({ name, file }) => seedOf(name, file)),
  ];
  const result = {
    cases: 0,
    outcomes: {},
    frames: 0,
    segments: 0,
    conversations: 0,
    drawn: 0,
    questions: 0,
    bytes: 0,
    slowestMs: 0,
    slowest: -1,
    broken: [],
  };
  for (let i = first; i < first + many; i++) {
    const random = randomFrom(`${seed}/${i}`);
    const file = mutate(random.pick(seeds), random);
    try {
      const { outcome, ms, ...counts } = fuzzed(file, random);
      result.outcomes[outcome] = (result.outcomes[outcome] ?? 0) + 1;
      for (const [what, number] of Object.entries(counts)) result[what] += Number(number);
      if (ms > result.slowestMs) [result.slowestMs, result.slowest] = [ms, i];
    } catch (error) {
      result.broken.push({ case: i, error: error.stack });
      if (result.broken.length === 10) break;
    }
    result.cases++;
    result.bytes += file.length;
  }
  return { ...result, peakBytes: process.resourceUsage().maxRSS * 1024 };
}

function inProcess(first, many) {
  return new Promise((resolve, reject) => {
    const args = ['--from', `${first}`, '--count', `${many}`, '--seed', seed];
    const child = fork(fileURLToPath(import.meta.url), args, { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
    child.once('message', resolve);
    child.once('exit', (code) => reject(new Error(`a process ended with exit code ${code}`)));
  });
}

const number = (value) => Math.round(value).toLocaleString('en-US');

if (process.send !== undefined && values.from !== undefined) {
  process.send(await run(from, count));
} else if (values.only !== undefined) {
  const { broken, outcomes, slowestMs } = await run(Number(values.only), 1);
  console.log(broken[0]?.error ?? `${Object.keys(outcomes)[0]}, ${slowestMs.toFixed(1)} ms`);
  process.exitCode = broken.length > 0 ? 1 : 0;
} else {
  const started = performance.now();
  const share = Math.ceil(count / jobs);
  const parts = Array.from({ length: jobs }, (_, i) => [i * share, Math.min(share, count - i * share)]);
  const results = await Promise.all(parts.filter(([, many]) => many > 0).map((part) => inProcess(...part)));
  const seconds = (performance.now() - started) / 1000;
  const sum = (of) => results.reduce((total, result) => total + of(result), 0);
  const cases = sum((result) => result.cases);
  console.log(`${number(cases)} damaged captures in ${seconds.toFixed(0)} s, ${number(cases / seconds)} a second`);
  for (const outcome of ['whole', 'partial', 'no capture']) {
    console.log(`  ${outcome.padEnd(10)}  ${number(sum(({ outcomes }) => outcomes[outcome] ?? 0))}`);
  }
  const told = (what) => number(sum((result) => result[what]));
  console.log(`  ${told('bytes')} bytes, ${told('frames')} frames, ${told('segments')} segments read`);
  console.log(
    `  ${told('conversations')} conversations; ${told('drawn')} files drawn, ${told('questions')} questions asked`,
  );
  const slowest = results.reduce((a, b) => (b.slowestMs > a.slowestMs ? b : a));
  console.log(`  slowest: ${slowest.slowestMs.toFixed(1)} ms (case ${slowest.slowest})`);
  console.log(`  most memory of a process: ${number(Math.max(...results.map(({ peakBytes }) => peakBytes)) / 1e6)} MB`);
  const broken = results.flatMap((result) => result.broken);
  for (const { case: at, error } of broken) console.log(`case ${at}: ${error}`);
  process.exitCode = broken.length > 0 ? 1 : 0;
}
