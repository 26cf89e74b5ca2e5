import { expect, test } from 'vitest';
import { skills } from '../../src/questions/catalogue.ts';
import { makeQuestion } from '../../src/questions/make.ts';
import { MISCONCEPTION_IDS, misconception } from '../../src/questions/misconceptions.ts';

test('no two skills are of the same type or have the same id, and each builds on skills there are', () => {
  const types = skills.map(({ type }) => type);
  expect(new Set(types).size).toBe(types.length);
  const ids = new Set(skills.map(({ id }) => id));
  expect(ids.size).toBe(skills.length);
  for (const { id, after } of skills) for (const before of after) expect(ids, id).toContain(before);
});

test('each rule is drilled by skills that do predict it', () => {
  for (const rule of MISCONCEPTION_IDS) {
    for (const skill of misconception(rule).drill) {
      expect(
        SEEDS.some((seed) => predicts(`${skill}@drill-${seed}`, rule)),
        `${rule} by ${skill}`,
      ).toBe(true);
    }
  }
});

const SEEDS = Array.from({ length: 120 }, (_, seed) => seed);

function predicts(name: string, rule: string): boolean {
  return makeQuestion(name).fields.some(({ predictions }) => predictions.some((one) => one.rule === rule));
}

test('every wrong rule is predicted by some question: logs keep ids for good, so none is there for nothing', () => {
  const used = new Set<string>();
  for (const { id } of skills) {
    for (let seed = 0; seed < 250; seed++) {
      for (const field of makeQuestion(`${id}@used-${seed}`).fields) {
        for (const { rule } of field.predictions) used.add(rule);
      }
    }
  }
  expect(MISCONCEPTION_IDS.filter((id) => !used.has(id))).toEqual([]);
});
