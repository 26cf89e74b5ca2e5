import { expect, test } from 'vitest';
import { skills } from '../../src/questions/catalogue.ts';
import { drillQuestions } from '../../src/questions/drill.ts';
import { makeQuestion } from '../../src/questions/make.ts';
import { MISCONCEPTION_IDS, misconception } from '../../src/questions/misconceptions.ts';

function counter() {
  let n = 0;
  return () => `d${n++}`;
}

test('a drill of any wrong rule tells it from the right one in every question', () => {
  for (const rule of MISCONCEPTION_IDS) {
    const { drill } = misconception(rule);
    const names = drillQuestions(rule, drill, 3, counter(), makeQuestion);
    expect(new Set(names).size).toBe(3);
    for (const [at, name] of names.entries()) {
      expect(name.startsWith(`${drill[at % drill.length]}@`)).toBe(true);
      const rules = makeQuestion(name).fields.flatMap(({ predictions }) => predictions.map((one) => one.rule));
      expect(rules, name).toContain(rule);
    }
  }
});

test('skills that never predict the rule are asked as they come, and none gives none', () => {
  const other = skills.find(({ id }) => id === 'handshake.order');
  expect(drillQuestions('N100', other === undefined ? [] : [other.id], 2, counter(), makeQuestion)).toHaveLength(2);
  expect(drillQuestions('N100', [], 3, counter(), makeQuestion)).toEqual([]);
});
