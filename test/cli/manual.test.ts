import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { PROGRAM } from '../e2e/program.ts';
import { run } from './run.ts';

const hasGroff = spawnSync('groff', ['--version']).status === 0;

describe.each([
  ['en', 'COMMANDS'],
  ['ko', '명령'],
])('the manual page (%s)', (language, heading) => {
  const page = async (): Promise<string> => (await run(['manual', '--lang', language])).stdout;

  test('has every command with its options and examples', async () => {
    const text = await page();
    expect(text).toContain(`.SH "${heading}"`);
    const { stdout } = await run(['--help', '--lang', language]);
    const commands = [...stdout.matchAll(/^ {2}([a-z]+)(?: [[<].*?[\]>])?(?: {2}|$)/gm)]
      .map(([, name]) => name)
      .filter((name) => name !== 'seqack');
    expect(commands.length).toBeGreaterThan(18);
    for (const command of commands) expect(text).toMatch(new RegExp(`^\\.SS "seqack ${command}["\\s]`, 'm'));
    for (const command of ['log check [file]', 'deck export [deck...]', 'config set <name> <value>'])
      expect(text).toContain(`.SS "seqack ${command}"`);
    expect(text).toContain('\\fB\\-\\-format <md|html|json|gift|moodle\\-xml|anki>\\fR');
    expect(text).toContain('\\fBseqack simulate four\\-way\\-close \\-\\-plain\\fR');
  });

  test.skipIf(!hasGroff)('is set without a warning, whole, in 80 columns', async () => {
    const options = ['-Kutf8', '-ww', '-man', '-Tutf8', '-rLL=78n', '-P-cbou'];
    const { stdout, stderr } = spawnSync('groff', options, { input: await page(), encoding: 'utf8' });
    expect(stderr).toBe('');
    // As it is typed: no typographic quotes or dashes in what is copied.
    expect(stdout).toContain(`echo 'eval "$(seqack completion bash)"' >> ~/.bashrc`);
    expect(stdout).toContain('--numbers <absolute|relative>');
    expect(stdout).toContain(`seqack config set new-per-day 20`);
    expect(stdout).not.toMatch(/undefined|\[object/);
  });
});

test('the package has the English one, for man', async () => {
  const about = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));
  expect(about.man).toEqual(['./dist/seqack.1']);
  expect(readFileSync(new URL('seqack.1', `file://${PROGRAM}`), 'utf8')).toBe(
    (await run(['manual', '--lang', 'en'])).stdout,
  );
});
