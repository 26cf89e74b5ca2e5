import fc from 'fast-check';
import { expect, test } from 'vitest';
import { InterfaceClock, unitsPerSecond } from '../../../src/captures/file/interface-clock.ts';

/** The same by integers of any size. */
function exactly(units: bigint, high: number, low: number) {
  const count = (BigInt(high) << 32n) | BigInt(low);
  return { seconds: Number(count / units), nanoseconds: Number(((count % units) * 1_000_000_000n) / units) };
}

const word = fc.integer({ min: 0, max: 0xffff_ffff });

test('seconds and nanoseconds are exact at every resolution', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 255 }), word, word, (resolution, high, low) => {
      const units = unitsPerSecond(resolution);
      const clock = new InterfaceClock(units, 0);
      clock.read(high, low);
      const { seconds, nanoseconds } = clock;
      expect({ seconds, nanoseconds }).toEqual(exactly(units, high, low));
    }),
    { numRuns: 5000 },
  );
});

test.each([6, 9, 0x80 | 10, 0x80 | 30, 0x80 | 36, 11, 12, 13, 0x80 | 45])(
  'where a second ends: resolution %i',
  (resolution) => {
    const units = unitsPerSecond(resolution);
    const clock = new InterfaceClock(units, 0);
    for (const seconds of [0n, 1n, 999_999n, 1_795_365_952n].filter((second) => second * units < 1n << 64n)) {
      for (const count of [seconds * units - 1n, seconds * units, seconds * units + 1n]) {
        if (count < 0n) continue;
        const [high, low] = [Number(count >> 32n), Number(count & 0xffff_ffffn)];
        clock.read(high, low);
        expect({ seconds: clock.seconds, nanoseconds: clock.nanoseconds }).toEqual(exactly(units, high, low));
      }
    }
  },
);

test('powers of ten and of two, and an offset', () => {
  expect([0, 3, 6, 9].map(unitsPerSecond)).toEqual([1n, 1000n, 1_000_000n, 1_000_000_000n]);
  expect([0x80, 0x8a, 0xff].map(unitsPerSecond)).toEqual([1n, 1024n, 1n << 127n]);
  const clock = new InterfaceClock(1000n, -5);
  clock.read(0, 12_345);
  expect(clock).toMatchObject({ seconds: 7, nanoseconds: 345_000_000 });
});
