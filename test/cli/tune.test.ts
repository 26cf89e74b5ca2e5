import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { default_w } from 'ts-fsrs';
import { describe, expect, test } from 'vitest';
import type { LearningEvent } from '../../src/learning/events/event.ts';
import { cleanEnvironment, PROGRAM } from '../e2e/program.ts';
import { answer, DAY } from '../learning/events.ts';
import { simulatedLearner } from '../learning/simulated-learner.ts';
import { freshFolder, run } from './run.ts';

const SCOPE = fileURLToPath(new URL('../../node_modules/@open-spaced-repetition', import.meta.url));
/** The optimiser is optional: on a platform without it the tests that need it have nothing to test. */
const hasOptimiser = existsSync(SCOPE);

/** Someone who forgets much more slowly than the defaults have it. */
const SLOW = default_w.map((weight, i) => (i < 4 ? weight * 4 : i === 8 ? 2.6 : weight));

function recordOf(events: readonly LearningEvent[]): string {
  const folder = freshFolder();
  writeFileSync(join(folder, 'learning.jsonl'), events.map((event) => `${JSON.stringify(event)}\n`).join(''));
  return folder;
}

const settingsIn = (folder: string): { weights?: unknown } =>
  JSON.parse(readFileSync(join(folder, 'settings.json'), 'utf8'));

describe.skipIf(!hasOptimiser)('tune', () => {
  test('keeps weights that foresee better, until they are reset', async () => {
    const data = recordOf(simulatedLearner(SLOW, 1500, 1));
    const tune = (...args: string[]) => run(['tune', '--data', data, ...args]);

    const looked = await tune('--dry-run');
    expect([looked.exitCode, looked.stderr]).toEqual([0, '']);
    expect(looked.stdout).toMatch(
      /^[\d,]+ reviews of 150 items: fitted to the first [\d,]+, judged by the last [\d,]+\.$/m,
    );
    expect(looked.stdout).toMatch(/^ {2}right every time +2, 11, 46, 163 +\d+, \d+, \d+, \d+$/m);
    expect(looked.stdout).toContain('Nothing was changed');
    expect(existsSync(join(data, 'settings.json'))).toBe(false);

    const kept = await tune('--json');
    expect([kept.exitCode, kept.stderr]).toEqual([0, '']);
    const report = JSON.parse(kept.stdout);
    expect(report).toMatchObject({ version: 1, outcome: 'kept', weights: { before: null } });
    expect(report.weights.inForce).toEqual(report.weights.fitted);
    expect(report.forecasts.fitted.logLoss).toBeLessThan(report.forecasts.before.logLoss);
    expect(report.reviews.fitted + report.reviews.judged).toBe(report.reviews.later);
    expect(report.intervals.fitted.alwaysRight[0]).toBeGreaterThan(report.intervals.before.alwaysRight[0]);
    expect(settingsIn(data).weights).toEqual(report.weights.fitted);

    const again = await tune('--lang', 'ko');
    expect(again.stdout).toContain('아무것도 바꾸지 않았습니다.');
    expect(again.stdout).toMatch(/^ {2}지금 쓰는 가중치 /m);
    expect(settingsIn(data).weights).toEqual(report.weights.fitted);

    expect((await tune('--reset')).stdout).toBe("FSRS's default weights hold again.\n");
    expect(settingsIn(data).weights).toBeNull();
    expect((await tune('--reset')).stdout).toContain('hold already');
  });

  test('leaves the defaults to someone who forgets as they say', async () => {
    const data = recordOf(simulatedLearner(null, 1500, 1));
    const { exitCode, stdout } = await run(['tune', '--data', data, '--json']);
    expect(exitCode).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ outcome: 'not-better', weights: { before: null, inForce: null } });
    expect(existsSync(join(data, 'settings.json'))).toBe(false);
  });

  test('finds the optimiser beside an installed program', () => {
    const { program, folder } = installed();
    symlinkSync(SCOPE, join(folder, 'node_modules/@open-spaced-repetition'));
    const { status, stdout, stderr } = started(program, recordOf(simulatedLearner(SLOW, 1500, 1)));
    expect([status, stderr]).toEqual([0, '']);
    expect(stdout).toContain('they hold from now on');
  });
});

/** The built program in a node_modules of its own, far from ours. */
function installed(): { readonly program: string; readonly folder: string } {
  const folder = freshFolder();
  const program = join(folder, 'node_modules/seqack/dist');
  mkdirSync(dirname(program), { recursive: true });
  cpSync(dirname(PROGRAM), program, { recursive: true });
  return { program: join(program, 'seqack.js'), folder };
}

function started(program: string, data: string, command = 'tune') {
  const env = cleanEnvironment(data);
  return spawnSync(process.execPath, [program, command, '--data', data], { env, encoding: 'utf8' });
}

describe('tune without its optional package', () => {
  test('says in one line what to install, and everything else works', () => {
    const { program } = installed();
    const data = recordOf(simulatedLearner(null, 500, 1));
    const { status, stdout, stderr } = started(program, data);
    expect([status, stdout]).toEqual([1, '']);
    expect(stderr).toBe(
      'seqack: Fitting needs the optional package @open-spaced-repetition/binding, which is missing or does not run here. Install it: npm install -g @open-spaced-repetition/binding (in a checkout: npm ci)\n',
    );
    expect(started(program, data, 'stats').status).toBe(0);
  });
});

describe('tune with too few reviews', () => {
  test('says how many more are needed', async () => {
    const data = recordOf(simulatedLearner(null, 100, 1));
    const { exitCode, stdout, stderr } = await run(['tune', '--data', data]);
    expect([exitCode, stderr]).toEqual([0, '']);
    expect(stdout).toMatch(/^\d+ more reviews are needed: so far \d+ came on a later day .*\n$/);
    expect((await run(['tune', '--data', data, '--lang', 'ko'])).stdout).toMatch(/^복습이 \d+번 더 필요합니다\. .*\n$/);
    const { outcome, reviews } = JSON.parse((await run(['tune', '--data', data, '--json'])).stdout);
    expect([outcome, reviews.later + reviews.missing]).toEqual(['too-few', 400]);
  });

  test('works without a record, and tells of damaged lines', async () => {
    expect((await run(['tune'])).stdout).toMatch(/^400 more reviews are needed/);
    const data = freshFolder();
    writeFileSync(join(data, 'learning.jsonl'), '{"v":1,"broken\n');
    const { exitCode, stderr } = await run(['tune', '--data', data]);
    expect(exitCode).toBe(0);
    expect(stderr).toMatch(/^seqack: 1 damaged line .*\n$/);
  });
});

describe('weights in the settings', () => {
  test('decide when items come back', async () => {
    const now = Date.now();
    const data = recordOf([answer(now - 40 * DAY, { grade: 4 })]);
    const chance = async (): Promise<number> => {
      const { items } = JSON.parse((await run(['due', '--data', data, '--json'])).stdout);
      return items.find(({ item }: { item: string }) => item === 'skill:ack.in-order').retrievability;
    };
    const usual = await chance();
    writeFileSync(join(data, 'settings.json'), JSON.stringify({ weights: SLOW }));
    expect(await chance()).toBeGreaterThan(usual);
    writeFileSync(join(data, 'settings.json'), JSON.stringify({ weights: [1] }));
    expect(await chance()).toBe(usual);
  });
});
