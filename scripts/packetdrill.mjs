/**
 * npm run packetdrill -- [--profile rfc|linux|textbook] [--ignore-rest] FILE...: runs packetdrill scripts against one endpoint of the
 * engine in virtual time (docs/packetdrill.md). Exit code 1 if any fails, 2 for wrong usage.
 */
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { importTypeScript } from './import-typescript.mjs';

const USAGE = 'Usage: npm run packetdrill -- [--profile rfc|linux|textbook] [--ignore-rest] FILE...';

/** @returns {never} */
function refuse(message) {
  console.error(message);
  process.exit(2);
}

function readArguments() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: { profile: { type: 'string' }, 'ignore-rest': { type: 'boolean' } },
    });
  } catch {
    return refuse(USAGE);
  }
}

const { values, positionals: files } = readArguments();
if (files.length === 0) refuse(USAGE);

const { anyFailed, isProfile, report, runScript, summary } = await importTypeScript(`
  export { anyFailed, report, summary } from './test/packetdrill/runner/report.ts';
  export { isProfile } from './test/packetdrill/runner/settings.ts';
  export { runScript } from './test/packetdrill/runner/run-script.ts';
`);
if (values.profile !== undefined && !isProfile(values.profile)) refuse(USAGE);

const texts = files.map((file) => {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return refuse(`Cannot read ${file}. ${USAGE}`);
  }
});

const options = { profile: values.profile ?? null, judgesRest: !values['ignore-rest'] };
const outcomes = texts.map((text) => runScript(text, options));
for (const [at, outcome] of outcomes.entries()) console.log(report(files[at], outcome));
console.log(summary(outcomes));
process.exitCode = anyFailed(outcomes) ? 1 : 0;
