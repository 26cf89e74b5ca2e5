import { describe, expect, test } from 'vitest';
import { run } from './run.ts';

const namesOf = (json: string): string[] => JSON.parse(json).questions.map(({ name }: { name: string }) => name);
const skillsOf = (names: readonly string[]): string[] => names.map((name) => name.split('@')[0] ?? '');

describe('questions --format', () => {
  test.each([
    ['md', /^# seqack class-3b ann\n/],
    ['html', /^<!DOCTYPE html>\n<html lang="ko">/],
    ['gift', /^\$CATEGORY: \$course\$\/top\/seqack class-3b ann\n\n::/],
    ['moodle-xml', /^<\?xml version="1.0" encoding="UTF-8"\?>\n<quiz>\n/],
    ['anki', /^#separator:tab\n#html:true\n#notetype:Basic\n#deck:seqack class-3b ann\n#tags column:3\n</],
  ])('%s: the same bytes for the same seed and variant', async (format, beginning) => {
    const args = ['questions', '--seed', 'class-3b', '--variant', 'ann', '--count', '3', '--format', format];
    const first = await run([...args, '--lang', 'ko']);
    expect([first.exitCode, first.stderr]).toEqual([0, '']);
    expect(first.stdout).toMatch(beginning);
    expect((await run([...args, '--lang', 'ko'])).stdout).toBe(first.stdout);
  });

  test('json is --json', async () => {
    const args = ['questions', '--seed', 'x', '--count', '2'];
    expect((await run([...args, '--format', 'json'])).stdout).toBe((await run([...args, '--json'])).stdout);
  });

  test('--answers none leaves the answers out', async () => {
    const args = ['questions', 'ack.in-order@w-1', '--format', 'md'];
    expect((await run(args)).stdout).toContain('## Answers and solutions');
    expect((await run([...args, '--answers', 'none'])).stdout).not.toMatch(/Answers|RFC/);
  });
});

test('a variant asks the same skills in the same order with other questions', async () => {
  const args = ['questions', '--seed', 'class-3b', '--count', '6', '--json'];
  const plain = namesOf((await run(args)).stdout);
  const ann = namesOf((await run([...args, '--variant', 'ann'])).stdout);
  expect(skillsOf(ann)).toEqual(skillsOf(plain));
  expect(ann[0]).toMatch(/@class-3b-ann-1$/);
});

test('topics are concepts, families of skills and levels', async () => {
  const asked = async (topics: string) =>
    skillsOf(namesOf((await run(['questions', '--seed', 't', '--count', '30', '--topics', topics, '--json'])).stdout));
  for (const skill of await asked('seq')) expect(skill).toMatch(/^seq\./);
  const isn = ['handshake.syn-ack-number', 'seq.relative', 'seq.first-data', 'isn.blind-guess'];
  expect(new Set(await asked('isn'))).toEqual(new Set(isn));
  expect((await asked('seq, ack')).some((skill) => skill.startsWith('ack.'))).toBe(true);
  expect((await asked('easy')).length).toBe(30);
});
