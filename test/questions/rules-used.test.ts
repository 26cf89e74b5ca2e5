import { expect, test } from 'vitest';
import { skills } from '../../src/questions/catalogue.ts';
import { makeQuestion } from '../../src/questions/make.ts';
import { MISCONCEPTION_IDS } from '../../src/questions/misconceptions.ts';

test('the catalogue has the 24 question types of this version, each once', () => {
  const types = skills.map(({ type }) => type).sort((a, b) => a - b);
  expect(types).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 19, 20, 22, 24, 26, 27, 28, 56, 57]);
});

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
