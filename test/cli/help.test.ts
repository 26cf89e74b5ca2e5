import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import stringWidth from 'string-width';
import { describe, expect, test } from 'vitest';
import { PROGRAM } from '../e2e/program.ts';
import { run } from './run.ts';

const COMMANDS = [
  'review',
  'learn',
  'practice',
  'skills',
  'quiz',
  'interview',
  'simulate',
  'questions',
  'stats',
  'due',
  'tune',
  'log',
  'deck',
  'exam',
  'capture',
  'continue',
  'config',
  'completion',
  'manual',
];
const DECK_COMMANDS = ['check', 'list', 'add', 'remove', 'import', 'export'].map((name) => `deck ${name}`);
const CONFIG_COMMANDS = ['get', 'set', 'reset'].map((name) => `config ${name}`);
const UNDER_OTHERS = [...CONFIG_COMMANDS, 'log check', 'log merge', 'log export', 'log import', ...DECK_COMMANDS];
const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));

describe('--version', () => {
  test.each([['--version'], ['-V']])('%s prints the version of package.json', async (flag) => {
    expect(await run([flag])).toEqual({ exitCode: 0, stdout: `${version}\n`, stderr: '' });
  });

  test.skipIf(process.platform === 'win32')('the file runs by itself, as an installed command does', () => {
    const { status, stdout } = spawnSync(PROGRAM, ['--version'], { encoding: 'utf8' });
    expect([status, stdout]).toEqual([0, `${version}\n`]);
  });

  test('is understood among other flags', async () => {
    expect(await run(['--lang', 'ko', '--version'])).toEqual({ exitCode: 0, stdout: `${version}\n`, stderr: '' });
  });
});

describe('--help', () => {
  test('names every command', async () => {
    const { exitCode, stdout, stderr } = await run(['--help']);
    expect(exitCode).toBe(0);
    expect(stderr).toBe('');
    for (const command of COMMANDS) expect(stdout).toMatch(new RegExp(`^  ${command}\\b`, 'm'));
    expect(stdout).toContain('Exit codes: 0 done, 1 failed, 2 wrong usage.');
  });

  test.each([...COMMANDS, ...UNDER_OTHERS])('%s has options, shared options and examples', async (command) => {
    const { exitCode, stdout } = await run([...command.split(' '), '--help']);
    expect(exitCode).toBe(0);
    expect(stdout).toContain(`Usage: seqack ${command}`);
    expect(stdout).toMatch(/^Options of every command:\n(.*\n)*? {2}--data <dir>/m);
    expect(stdout).toMatch(new RegExp(`^Examples:\n  .*seqack ${command}`, 'm'));
    expect(stdout).toMatch(/^Exit codes: 0 .*, 1 .*, 2 wrong usage\.\nSee also: seqack .*\n$/m);
  });

  test.each([...COMMANDS, ...UNDER_OTHERS])('%s speaks Korean throughout', async (command) => {
    const { stdout } = await run([...command.split(' '), '--help', '--lang', 'ko']);
    expect(stdout).toContain(`사용법: seqack ${command}`);
    for (const english of ['Usage', 'Options', 'Arguments', 'Examples', 'Commands'])
      expect(stdout).not.toContain(english);
    expect(stdout).toContain('도움말 보기');
    expect(stdout).toMatch(/^종료 코드: 0 .*, 1 .*, 2 잘못된 사용법\.\n관련 명령: seqack .*\n$/m);
  });

  test.each(['ko', 'en'])('no line of any help is wider than 80 columns (%s)', async (language) => {
    for (const command of ['', ...COMMANDS, ...UNDER_OTHERS]) {
      const { stdout } = await run([...command.split(' ').filter(Boolean), '--help', '--lang', language]);
      for (const line of stdout.split('\n')) expect(stringWidth(line), line).toBeLessThanOrEqual(80);
    }
  });

  test('`help COMMAND` is the same text', async () => {
    expect((await run(['help', 'quiz'])).stdout).toBe((await run(['quiz', '--help'])).stdout);
    expect((await run(['help', 'log', 'check'])).stdout).toBe((await run(['log', 'check', '--help'])).stdout);
  });

  test('lists the names a command takes', async () => {
    expect((await run(['learn', '--help'])).stdout).toMatch(/^Modules:\n(.*\n)*? {2}handshake /m);
    expect((await run(['simulate', '--help'])).stdout).toMatch(/^Scenarios:\n(.*\n)*? {2}four-way-close /m);
    expect((await run(['practice', '--help'])).stdout).toMatch(/^Skills:\n(.*\n)*? {2}ack\.in-order /m);
  });
});

describe('the language of help and messages', () => {
  test.each([
    [{ LC_ALL: 'ko_KR.UTF-8', LC_MESSAGES: 'en_US.UTF-8', LANG: 'en_US.UTF-8' }, 'ko'],
    [{ LC_ALL: '', LC_MESSAGES: 'ko_KR.UTF-8', LANG: 'en_US.UTF-8' }, 'ko'],
    [{ LC_ALL: '', LC_MESSAGES: '', LANG: 'ko_KR.UTF-8' }, 'ko'],
    [{ LC_ALL: 'C', LC_MESSAGES: 'ko_KR.UTF-8', LANG: 'ko_KR.UTF-8' }, 'en'],
    [{ LC_ALL: '', LC_MESSAGES: '', LANG: 'kok_IN.UTF-8' }, 'en'],
  ])('%j is %s', async (env, language) => {
    const { stdout } = await run(['--help'], { env });
    expect(stdout.startsWith(language === 'ko' ? '사용법:' : 'Usage:')).toBe(true);
  });

  test('--lang comes before the locale', async () => {
    const { stdout } = await run(['--lang=en', '--help'], { env: { LANG: 'ko_KR.UTF-8' } });
    expect(stdout.startsWith('Usage:')).toBe(true);
  });
});
