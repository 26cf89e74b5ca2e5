/**
 * npm run monkey -- [--keys N] [--seed TEXT] [--patience MS]: random keys, pastes, mouse reports and sizes over the built
 * program in a pseudo-terminal. Looks whether it still answers, whether its memory levels off, whether the terminal is a
 * shell's again in the end, and whether the log of what was learned is whole. The exit code is 1 when something is not.
 */
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { importTypeScript, root } from './import-typescript.mjs';

const { runMonkey } = await importTypeScript(`export { runMonkey } from './scripts/monkey/run.ts';`);

function usage(problem) {
  console.error(`${problem} Usage: npm run monkey -- [--keys N] [--seed TEXT] [--patience MS]`);
  process.exit(2);
}

function readArguments() {
  try {
    return parseArgs({ options: { keys: { type: 'string' }, seed: { type: 'string' }, patience: { type: 'string' } } });
  } catch (error) {
    return usage(`${error.message.split('\n')[0]}.`);
  }
}

function wholeNumber(name, text, instead) {
  if (text === undefined) return instead;
  if (!/^[1-9]\d{0,8}$/.test(text)) usage(`--${name} takes a whole number from 1, not ${text}.`);
  return Number(text);
}

const { values } = readArguments();
const seed = values.seed ?? String(Date.now() % 1_000_000);
const keys = wholeNumber('keys', values.keys, 100_000);
const patienceMs = wholeNumber('patience', values.patience, 2000);
console.log(`Node ${process.version}, ${process.platform} ${process.arch}; ${keys} keys, seed ${seed}`);

const started = performance.now();
const result = await runMonkey({
  program: join(root, 'dist/seqack.js'),
  captures: join(root, 'test/captures/oracles'),
  keys,
  seed,
  patienceMs,
  tell: (line) => process.stdout.write(process.stdout.isTTY ? `\r${line}\u001B[K` : ''),
});
if (process.stdout.isTTY) process.stdout.write('\r\u001B[K');

const megabytes = (bytes) => `${(bytes / 2 ** 20).toFixed(1)} MB`;
const seconds = (performance.now() - started) / 1000;
console.log(`${result.keys} keys and ${result.resizes} sizes in ${result.sessions} sessions, ${seconds.toFixed(0)} s`);
if (result.growth !== null) {
  const { first, last, most, perThousandKeys } = result.growth;
  console.log(
    `memory of the longest session: ${megabytes(first)} at first, ${megabytes(last)} at last, ${megabytes(most)} at most; ` +
      `${(perThousandKeys / 1024).toFixed(1)} kB for every 1000 keys`,
  );
}
for (const fault of result.faults) console.log(`\nWRONG: ${fault}`);
console.log(result.faults.length === 0 ? 'All as it has to be.' : `\n${result.faults.length} faults.`);
process.exit(result.faults.length === 0 ? 0 : 1);
