import { expect, test } from 'vitest';
import { randomFrom } from '../../../src/simulator/random.ts';
import { fuzzed } from '../fuzzing.ts';
import { mutate, seedOf } from '../mutation.ts';
import { oracleFile, oracles } from '../oracles.ts';
import { variants } from '../variants.ts';

/* `npm run fuzz:captures` tries a million. */
const COUNT = 2000;

test(`${COUNT} damaged captures: read as far as they go, and told what is wrong and where`, () => {
  const seeds = [...oracles(), ...variants(oracleFile)].map(({ name, file }) => seedOf(name, file));
  const outcomes = { whole: 0, partial: 0, 'no capture': 0 };
  for (let i = 0; i < COUNT; i++) {
    const random = randomFrom(`damaged captures/${i}`);
    const { outcome } = fuzzed(mutate(random.pick(seeds), random), random);
    outcomes[outcome]++;
  }
  // Damage of every kind is among them, or the test tests little.
  expect(Math.min(...Object.values(outcomes))).toBeGreaterThan(COUNT / 50);
});
