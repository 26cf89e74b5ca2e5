import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { defaultSettings } from '../../src/learning/settings-schema.ts';
import { freshFolder, run } from './run.ts';

const NO_ERROR = { exitCode: 0, stderr: '' };

describe('seqack config', () => {
  test('lists every setting with its value and what it may be', async () => {
    const data = freshFolder();
    const { stdout } = await run(['config', '--data', data]);
    expect(stdout).toMatch(/^name +value +may be$/m);
    expect(stdout).toMatch(/^new-per-day +10 +a whole number from 0 to 200$/m);
    expect(stdout).toMatch(/^per-day +none +a whole number from 1 to 9999, or none$/m);
    expect(stdout).toMatch(/^language +auto +auto, ko or en$/m);
    expect(stdout).not.toContain('weights');
    expect(stdout).toContain(`Kept in ${join(data, 'settings.json')}`);
    expect(stdout).not.toContain('*');
  });

  test('sets, prints, marks what is not the default, and resets', async () => {
    const data = freshFolder();
    const config = (...args: string[]) => run(['config', ...args, '--data', data]);
    expect(await config('set', 'new-per-day', '20')).toEqual({ ...NO_ERROR, stdout: 'new-per-day  20\n' });
    expect(await config('get', 'new-per-day')).toEqual({ ...NO_ERROR, stdout: '20\n' });
    expect((await config()).stdout).toMatch(/^new-per-day +20 \*/m);
    expect((await config('set', 'screenReader', 'true')).stdout).toBe('screen-reader  true\n');
    expect((await config('set', 'exam-date', '2027-01-31')).stdout).toBe('exam-date  2027-01-31\n');
    expect((await config('set', 'exam-date', 'none')).stdout).toBe('exam-date  none\n');
    expect(JSON.parse(readFileSync(join(data, 'settings.json'), 'utf8'))).toEqual({
      newPerDay: 20,
      screenReader: true,
      examDate: null,
    });
    expect((await config('reset', 'new-per-day')).stdout).toBe('new-per-day  10\n');
    expect((await config('get', 'screen-reader')).stdout).toBe('true\n');
    await config('reset');
    expect((await config('get', 'screen-reader')).stdout).toBe('false\n');
  });

  test('answers in the language just chosen', async () => {
    const data = freshFolder();
    await run(['config', 'set', 'language', 'ko', '--data', data]);
    expect((await run(['config', '--data', data])).stdout).toContain('바꾸려면: seqack config set 이름 값');
    expect((await run(['config', '--data', data, '--lang', 'en'])).stdout).toContain('To change one:');
  });

  test('a language that was set is that of help, of wrong usage and of completions', async () => {
    const data = freshFolder();
    await run(['config', 'set', 'language', 'ko', '--data', data]);
    expect((await run(['--help', '--data', data])).stdout).toMatch(/^사용법:/);
    expect((await run(['reviw', `--data=${data}`])).stderr).toBe(
      'seqack: "reviw" 명령은 없습니다. 혹시 review인가요?\n',
    );
    expect((await run(['__complete', '--data', data, 'du'])).stdout).toContain('due\t복습 일정 출력하기');
    expect((await run(['--help', '--data', data, '--lang', 'en'])).stdout).toMatch(/^Usage:/);
  });

  test('as JSON: every setting but the weights, with its default', async () => {
    const { stdout } = await run(['config', '--json']);
    const { version, settings } = JSON.parse(stdout);
    expect(version).toBe(1);
    const { weights: _, ...chosen } = defaultSettings;
    expect(settings).toHaveLength(Object.keys(chosen).length);
    expect(settings).toContainEqual({ name: 'quiz-feedback', value: 'end', default: 'end' });
    expect(settings).toContainEqual({ name: 'per-day', value: null, default: null });
  });

  test('leaves weights alone', async () => {
    const data = freshFolder();
    const file = join(data, 'settings.json');
    const weights = [
      0.2, 1.3, 2.3, 8.3, 6.4, 0.8, 3, 0.001, 1.8, 0.16, 0.79, 1.48, 0.06, 0.26, 1.64, 0.6, 1.87, 0.54, 0.09, 0.06,
      0.15,
    ];
    writeFileSync(file, JSON.stringify({ weights, speed: 2 }));
    expect((await run(['config', 'reset', '--data', data])).exitCode).toBe(0);
    expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({ weights, speed: 1 });
  });

  test.each([
    [['set', 'new-per-dy', '20'], 'There is no setting "new-per-dy". Did you mean new-per-day?'],
    [['get', 'frobnicate'], 'There is no setting "frobnicate". See: seqack config'],
    [['reset', 'spead'], 'There is no setting "spead". Did you mean speed?'],
    [['set', 'weights', '1'], 'There is no setting "weights". See: seqack config'],
    [['set', 'new-per-day', '201'], 'new-per-day does not take "201"; expected a whole number from 0 to 200.'],
    [['set', 'theme', 'drak'], 'theme does not take "drak"; expected auto, dark or light. Did you mean dark?'],
    [
      ['set', 'exam-date', '2027-02-30'],
      'exam-date does not take "2027-02-30"; expected a date such as 2026-12-12, or none.',
    ],
    [['set', 'speed', '3'], 'speed does not take "3"; expected 0.5, 1, 2 or 4.'],
    [['set', 'speed'], '<value> is missing. See: seqack config set --help'],
    [['gett', 'speed'], 'There is no command "config gett". Did you mean config get?'],
  ])('%j is wrong usage', async (args, message) => {
    expect(await run(['config', ...args])).toEqual({ exitCode: 2, stdout: '', stderr: `seqack: ${message}\n` });
  });

  test('in Korean too', async () => {
    const { stderr } = await run(['config', 'set', 'theme', 'drak', '--lang', 'ko']);
    expect(stderr).toBe(
      'seqack: theme에 쓸 수 없는 값입니다: "drak". 쓸 수 있는 값: auto, dark, light 중 하나. 혹시 dark인가요?\n',
    );
  });

  test('a folder that cannot be written is told', async () => {
    const data = freshFolder();
    mkdirSync(join(data, 'settings.json'));
    const { exitCode, stderr } = await run(['config', 'set', 'speed', '2', '--data', data]);
    expect(exitCode).toBe(1);
    expect(stderr).toMatch(/^seqack: Could not (read|save)/);
  });
});
