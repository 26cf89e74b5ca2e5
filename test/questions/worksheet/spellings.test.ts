import { expect, test } from 'vitest';
import { readAnswer, sameValue } from '../../../src/questions/answers.ts';
import { predictionsOf } from '../../../src/questions/worksheet/parts.ts';
import { spellings } from '../../../src/questions/worksheet/spellings.ts';
import { everySkill, FIELDS } from './samples.ts';

const fields = [...FIELDS, ...everySkill.flatMap((question) => question.fields)];

test('our own reading takes every spelling, as that very value', () => {
  for (const field of fields) {
    for (const value of [field.answer, ...predictionsOf(field).map((prediction) => prediction.value)]) {
      const all = spellings(field, value);
      expect(new Set(all).size).toBe(all.length);
      for (const spelling of all) {
        const reading = readAnswer(field, spelling);
        expect(reading.ok && sameValue(field.kind, reading.value, value), `${field.kind} ${spelling}`).toBe(true);
      }
    }
  }
});

test('no spelling stands for two answers of a field', () => {
  for (const field of fields) {
    const all = [field.answer, ...predictionsOf(field).map(({ value }) => value)].flatMap((v) => spellings(field, v));
    expect(new Set(all).size, field.id).toBe(all.length);
  }
});
