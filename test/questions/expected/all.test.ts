import { expect, test } from 'vitest';
import { skills } from '../../../src/questions/catalogue.ts';
import { EXPECTED } from './all.ts';

test('every skill has its answers reckoned without the engine', () => {
  expect(Object.keys(EXPECTED).sort()).toEqual(skills.map(({ id }) => id).sort());
});
