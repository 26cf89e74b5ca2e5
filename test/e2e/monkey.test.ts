import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { runMonkey } from '../../scripts/monkey/run.ts';
import { PROGRAM } from './program.ts';

/** A little of `npm run monkey`. A machine that does much else answers late; that is not what is looked for here. */
test('random keys and sizes leave the program answering, the terminal restored and the log whole', async () => {
  const { keys, faults } = await runMonkey({
    program: PROGRAM,
    captures: fileURLToPath(new URL('../captures/oracles', import.meta.url)),
    keys: 1000,
    seed: 'gate',
    patienceMs: 10_000,
    tell: () => undefined,
  });
  expect(faults).toEqual([]);
  expect(keys).toBeGreaterThanOrEqual(1000);
});
