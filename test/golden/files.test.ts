import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { ALL_STATES } from './check-goldens.ts';

test('every golden file is that of a state, and no two states share one', () => {
  const names = ALL_STATES.map(({ name }) => `${name}.txt`);
  expect(new Set(names).size).toBe(names.length);
  expect(readdirSync(new URL('frames/', import.meta.url)).sort()).toEqual(names.sort());
});
