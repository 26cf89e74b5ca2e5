import { describe, expect, test } from 'vitest';
import { run } from './run.ts';

describe('questions --json', () => {
  test('prints as many as asked for, in the documented form', async () => {
    const args = ['questions', '--skill', 'ack.in-order', '--seed', 'class', '--count', '3', '--json'];
    const { exitCode, stdout, stderr } = await run(args);
    expect([exitCode, stderr]).toEqual([0, '']);
    const { version, questions } = JSON.parse(stdout);
    expect(version).toBe(1);
    expect(questions.map(({ name }: { name: string }) => name)).toEqual([
      'ack.in-order@class-1',
      'ack.in-order@class-2',
      'ack.in-order@class-3',
    ]);
    for (const question of questions) {
      expect(question.prompt).toEqual({ ko: expect.any(String), en: expect.any(String) });
      for (const { id } of question.fields) expect(question.answer).toHaveProperty(id);
      expect(question.explanation.length).toBeGreaterThan(0);
      expect(question.wrongRules.length).toBeGreaterThan(0);
      for (const { field, value } of question.wrongRules) expect(value).not.toEqual(question.answer[field]);
    }
    expect((await run(args)).stdout).toBe(stdout);
  });

  test('a name gives that very question', async () => {
    const { stdout } = await run(['questions', 'ack.in-order@class-2', '--json']);
    const { questions } = JSON.parse(stdout);
    expect(questions).toHaveLength(1);
    expect(questions[0].name).toBe('ack.in-order@class-2');
  });

  test('without --skill it asks many skills', async () => {
    const { stdout } = await run(['questions', '--seed', 'mix', '--count', '12', '--json']);
    const skills = JSON.parse(stdout).questions.map(({ skill }: { skill: string }) => skill);
    expect(skills).toHaveLength(12);
    expect(new Set(skills).size).toBeGreaterThan(8);
  });
});

describe('questions as text', () => {
  test.each([
    ['en', /^Answer$/m, /^Solution$/m],
    ['ko', /^정답$/m, /^풀이$/m],
  ])('%s: ladder, prompt, answer and solution, without terminal codes', async (language, answer, solution) => {
    const { exitCode, stdout } = await run(['questions', '--seed', 'w', '--count', '2', '--lang', language]);
    expect(exitCode).toBe(0);
    expect(stdout).not.toContain('\u001b');
    expect(stdout.match(/@w-\d/g)).toEqual(['@w-1', '@w-2']);
    expect(stdout).toMatch(answer);
    expect(stdout).toMatch(solution);
    expect(stdout).toMatch(/RFC \d+ §/);
  });

  test('the ladder does not tell the answer', async () => {
    const { stdout } = await run(['questions', 'ack.in-order@w-1']);
    const json = await run(['questions', 'ack.in-order@w-1', '--json']);
    const [question] = JSON.parse(json.stdout).questions;
    const [asked] = stdout.split(/^Answer$/m);
    expect(asked).toMatch(/\[ +\]/);
    expect(asked).not.toContain(String(question.answer.ack));
  });
});
