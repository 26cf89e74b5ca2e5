import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { freshFolder, run } from './run.ts';

const soon = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

describe('seqack exam', () => {
  test('keeps the date, tells how many a day, and forgets it again', async () => {
    const data = freshFolder();
    const date = soon(30);
    const set = await run(['--data', data, 'exam', date], { data });
    expect([set.exitCode, set.stderr]).toEqual([0, '']);
    expect(set.stdout).toContain(`Interview or exam on ${date}: `);
    expect(set.stdout).toMatch(/^New items a day: \d+$/m);
    expect(JSON.parse(readFileSync(join(data, 'settings.json'), 'utf8'))).toMatchObject({ examDate: date });
    const { version, exam } = JSON.parse((await run(['--data', data, 'exam', '--json'], { data })).stdout);
    expect(version).toBe(1);
    expect(exam).toMatchObject({ date, kind: 'ahead', isHeavy: false });
    expect(exam.unmet).toBe(exam.items);
    expect((await run(['--data', data, '--lang', 'ko', 'exam'], { data })).stdout).toContain('하루에 새로 배울 항목: ');
    expect((await run(['--data', data, 'exam', 'none'], { data })).stdout).toMatch(/^No interview or exam is set/);
    expect(JSON.parse((await run(['--data', data, 'exam', '--json'], { data })).stdout).exam).toBeNull();
  });

  test.each([['2026-02-30'], ['tomorrow'], ['2001-01-01']])('does not take %s', async (date) => {
    const { exitCode, stdout, stderr } = await run(['exam', date]);
    expect([exitCode, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(/^seqack: DATE does not take .*\n$/);
  });
});

describe('seqack due', () => {
  test('tells what the daily limits keep back and what is set aside', async () => {
    const data = freshFolder();
    const at = Date.now() - 90 * 86_400_000;
    const events = ['byte-stream', 'four-tuple', 'full-duplex'].map((card, n) => ({
      v: 1,
      id: `c${n}`,
      at: at + n,
      kind: 'card',
      item: `card:tcp/${card}`,
      grade: 4,
      tookMs: 1000,
      where: 'review',
    }));
    const aside = { v: 1, id: 'i', at: at + 9, kind: 'item', item: 'card:tcp/byte-stream', what: 'suspended' };
    writeFileSync(join(data, 'learning.jsonl'), [...events, aside].map((one) => `${JSON.stringify(one)}\n`).join(''));
    writeFileSync(join(data, 'settings.json'), JSON.stringify({ newPerDay: 0, reviewsPerDay: 1 }));
    const { stdout } = await run(['--data', data, 'due'], { data });
    expect(stdout).toContain('1 more item waits for tomorrow: the daily limit is reached.');
    expect(stdout).toContain('Set aside: 1 suspended, 0 until tomorrow');
    const json = JSON.parse((await run(['--data', data, 'due', '--json'], { data })).stdout);
    expect(json).toMatchObject({ held: { reviews: 1, fresh: 0 }, setAside: { suspended: 1, buried: 0 } });
    expect(json.items).toHaveLength(1);
  });
});
