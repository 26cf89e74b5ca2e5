import { expect, test } from 'vitest';
import { drawLostSyns } from '../../../src/questions/situations/lost-syns.ts';
import { randomFrom } from '../../../src/simulator/random.ts';

test('no upper bound of the RTO cuts the last wait short (found by soak:questions)', () => {
  const drawn = drawLostSyns(randomFrom('bound'), 'unreachable', 3000, 5);
  const sent = drawn?.sendings.map(({ sentMs }) => sentMs - drawn.sendings[0].sentMs);
  expect(sent).toEqual([0, 3000, 9000, 21_000, 45_000, 93_000]);
  expect((drawn?.gaveUpMs ?? 0) - (drawn?.sendings[0].sentMs ?? 0)).toBe(189_000);
});
