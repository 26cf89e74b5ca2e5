import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { freshFolder, run } from './run.ts';

/** A skill asked on each of the last 30 days, and now and then forgotten. */
function logOfAMonth(): string {
  const lines = Array.from({ length: 30 }, (_, ago) => {
    const at = Date.now() - (30 - ago) * 86_400_000;
    const correct = ago % 7 !== 3;
    const grade = correct ? 3 : 1;
    const answer = { kind: 'answer', question: 'ack.in-order@s', given: { ack: '1' }, hinted: false, tookMs: 5000 };
    return JSON.stringify({
      ...{ v: 1, id: `e${ago}`, at, ...answer },
      ...{ correct, grade, rules: correct ? [] : ['M01'], where: 'review' },
    });
  });
  return `${lines.join('\n')}\n`;
}

describe('stats and due of a new learner', () => {
  test('stats invites to begin and lists every concept', async () => {
    const { exitCode, stdout, stderr } = await run(['stats']);
    expect([exitCode, stderr]).toEqual([0, '']);
    expect(stdout).toMatch(/^No answers yet\. Begin with: seqack learn$/m);
    expect(stdout).toMatch(/^Concepts +mastery +seen +due$/m);
  });

  test('stats tells retention, reviews to come, time and mistakes of who has learned, in sentences', async () => {
    const data = freshFolder();
    writeFileSync(join(data, 'learning.jsonl'), logOfAMonth());
    for (const [lang, texts] of [
      ['en', ['in all: 20 of 24 recalled, 83%', 'Time spent', 'too few to tell', 'M01 ']],
      ['ko', ['전체: 24번 중 20번 기억(83%)', '학습 시간', '자료 부족', 'M01 ']],
    ] as const) {
      const { exitCode, stdout } = await run(['stats', '--plain', '--data', data, '--lang', lang], { data });
      expect(exitCode).toBe(0);
      for (const text of texts) expect(stdout).toContain(text);
      expect(stdout).not.toMatch(/[─-▟]|NaN|undefined/);
    }
    const { retention, calibration, forecast, pace, wrongRules, time } = JSON.parse(
      (await run(['stats', '--json', '--data', data], { data })).stdout,
    );
    expect(retention.map(({ days }: { days: number | string }) => days)).toEqual([1, 7, 30, 90, 'all']);
    expect(retention[4].all).toMatchObject({ reviews: 24, recalled: 20, verdict: 'worse' });
    expect(calibration.reviews).toBe(24);
    expect(forecast.days).toHaveLength(30);
    expect(pace.weeks).toHaveLength(26);
    expect(time.totalMs).toBe(30 * 5000);
    expect(wrongRules[0]).toMatchObject({ rule: 'M01', count: 4 });
  });

  test('stats --json has a version and every number', async () => {
    const { stdout } = await run(['stats', '--json']);
    const stats = JSON.parse(stdout);
    expect(stats).toMatchObject({ version: 1, streak: 0, totals: { answered: 0 }, accuracy: null, bestQuiz: null });
    expect(stats.modules.map(({ module }: { module: string }) => module)).toContain('handshake');
    expect(stats.skills.map(({ skill }: { skill: string }) => skill)).toContain('ack.in-order');
  });

  test('due lists new items and the coming week', async () => {
    const { exitCode, stdout } = await run(['due', '--lang', 'ko']);
    expect(exitCode).toBe(0);
    expect(stdout).toMatch(/^지금 복습할 항목: \d+개 \(새 항목 \d+개\)$/m);
    expect(stdout.match(/^ {2}\d{4}-\d\d-\d\d +\d+$/gm)).toHaveLength(7);
    const json = JSON.parse((await run(['due', '--json'])).stdout);
    expect(json).toMatchObject({ version: 1, due: { now: json.items.length, fresh: json.items.length } });
    expect(json.days).toHaveLength(7);
  });

  test('skills prints the map: steps, states, what each builds on', async () => {
    const { exitCode, stdout, stderr } = await run(['skills']);
    expect([exitCode, stderr]).toEqual([0, '']);
    expect(stdout).toMatch(/^Step 1 \(0 of \d+ known\)\n {2}new +handshake\.flags +Flags of the handshake$/m);
    expect(stdout).toMatch(/^ {2}locked +handshake\.syn-ack-number .* after handshake\.flags$/m);
    const { stdout: ko } = await run(['skills', '--plain', '--lang', 'ko']);
    expect(ko).toMatch(/^1단계 .*\n {2}새 유형 +handshake\.flags +핸드셰이크의 플래그$/m);
  });

  test('skills --json has each skill with its place and its standing', async () => {
    const { version, skills } = JSON.parse((await run(['skills', '--json'])).stdout);
    expect(version).toBe(1);
    const one = skills.find(({ skill }: { skill: string }) => skill === 'handshake.syn-ack-number');
    expect(one).toMatchObject({
      step: 2,
      level: 'easy',
      concept: 'handshake',
      after: ['handshake.flags'],
      state: 'locked',
      known: false,
      needs: ['handshake.flags'],
      latest: { asked: 0, right: 0, missed: 0 },
      lastAt: null,
    });
    expect(one.opens).toContain('handshake.third-segment');
    const steps = new Map<string, number>(skills.map((s: { skill: string; step: number }) => [s.skill, s.step]));
    for (const { skill, after } of skills)
      for (const before of after) expect(steps.get(before), skill).toBeLessThan(steps.get(skill) ?? 0);
  });

  test('nothing is written by looking', async () => {
    const data = freshFolder();
    for (const command of ['stats', 'due', 'skills']) await run([command], { data });
    expect(readdirSync(data)).toEqual([]);
  });
});

describe('the record', () => {
  const folderWith = (log: string) => {
    const data = freshFolder();
    mkdirSync(data, { recursive: true });
    writeFileSync(join(data, 'learning.jsonl'), log);
    return data;
  };

  test('a broken line is told on standard error, and the rest counts', async () => {
    const data = folderWith('{"v":1,"broken\n');
    const { exitCode, stdout, stderr } = await run(['stats', '--data', data, '--json'], { data });
    expect(exitCode).toBe(0);
    expect(JSON.parse(stdout).version).toBe(1);
    expect(stderr).toMatch(/^seqack: .*1.*\n$/);
  });

  test('the language set in the settings is spoken, --lang before it', async () => {
    const data = freshFolder();
    writeFileSync(join(data, 'settings.json'), '{"language":"ko"}');
    expect((await run(['stats', '--data', data])).stdout).toContain('아직 푼 문제가 없습니다.');
    expect((await run(['stats', '--data', data, '--lang', 'en'])).stdout).toContain('No answers yet.');
  });
});

describe('a pipe', () => {
  test.each([
    ['stats'],
    ['due'],
    ['skills'],
    ['--help'],
    ['quiz --help'],
    ['simulate lost-segment --plain --seed 1'],
    ['questions --seed 1 --count 2'],
  ])('%s prints no terminal codes', async (line) => {
    const { exitCode, stdout } = await run(line.split(' '), { env: { FORCE_COLOR: '3' } });
    expect(exitCode).toBe(0);
    expect(stdout).toMatch(/^[\P{Cc}\n]+$/u);
  });

  test('a reader that goes away ends the program quietly', async () => {
    const args = ['questions', '--seed', '1', '--count', '2000', '--json'];
    const { exitCode, stdout, stderr } = await run(args, { readOnly: 1000 });
    expect([exitCode, stderr]).toEqual([0, '']);
    expect(stdout.length).toBeLessThan(1_000_000);
  });
});
