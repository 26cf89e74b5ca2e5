/**
 * npm run vectors -- FILE [--profile rfc|linux|textbook] [--against kernel|text]: plays every vector of a file in the
 * form of test/tcp/vectors/*.json and prints how many pass and the first ten that do not. Where a vector knows both the
 * kernel's answer and the text's, the linux profile is held against the kernel's and the others against the text's,
 * unless --against says otherwise.
 */
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { importTypeScript } from './import-typescript.mjs';

const USAGE = 'Usage: npm run vectors -- FILE [--profile rfc|linux|textbook] [--against kernel|text]';

/** @param {string} problem */
function badUsage(problem) {
  console.error(`${problem}\n${USAGE}`);
  process.exit(2);
}

function given() {
  try {
    const options = /** @type {const} */ ({ profile: { type: 'string' }, against: { type: 'string' } });
    return parseArgs({ options, allowPositionals: true });
  } catch (error) {
    return badUsage(error instanceof Error ? error.message : String(error));
  }
}

const { values, positionals } = given();
const [fileName] = positionals;
if (fileName === undefined || positionals.length > 1) badUsage('Give one file of vectors.');
const profile = values.profile ?? 'rfc';
const against = values.against ?? (profile === 'linux' ? 'kernel' : 'text');

const { isProfile, report } = await importTypeScript("export * from './test/tcp/vectors/run.ts';");
if (!isProfile(profile)) badUsage(`There is no profile "${profile}".`);
if (against !== 'kernel' && against !== 'text') badUsage(`--against is "${against}".`);

function contents() {
  try {
    return readFileSync(fileName, 'utf8');
  } catch (error) {
    console.error(
      `${fileName}: ${error.code === 'ENOENT' ? 'there is no such file' : `cannot be read (${error.code})`}.`,
    );
    process.exit(2);
  }
}

const { lines, exitCode } = report(contents(), fileName, profile, against);
for (const line of lines) (exitCode === 2 ? console.error : console.log)(line);
process.exitCode = exitCode;
