import fc from 'fast-check';
import { expect, test } from 'vitest';
import { payload, payloadByte, payloadPieces } from '../../src/simulator/payload.ts';

const offsets = fc.oneof(fc.nat(300_000), fc.integer({ min: 0, max: 2 ** 40 }));

test('a piece is the bytes of its place, alone or cut into the pieces a send queues', () => {
  fc.assert(
    fc.property(offsets, fc.nat(100_000), (offset, length) => {
      const whole = payload('client', offset, length);
      expect(whole.length).toBe(length);
      for (let i = 0; i < length; i += 997) expect(whole[i]).toBe(payloadByte('client', offset + i));
      expect(Buffer.concat([...payloadPieces('client', offset, length)]).equals(whole)).toBe(true);
    }),
    { numRuns: 50 },
  );
});

test('nothing is one empty piece', () => {
  expect([...payloadPieces('server', 7, 0)].map((piece) => piece.length)).toEqual([0]);
});

test('a long send queues no bytes of its own', () => {
  const buffers = new Set([...payloadPieces('client', 0, 200_000_000)].map(({ buffer }) => buffer));
  const bytes = [...buffers].reduce((sum, buffer) => sum + buffer.byteLength, 0);
  expect(bytes).toBeLessThan(5_000_000);
});

/** How far a mistake could move bytes: by segments, by blocks of the queue, by windows, by powers of two. */
const shifts = [1, 2, 3, 7, 32_749, 65_495, 65_535, 65_536 * 61, 2 ** 31, 2 ** 32, 3 * 2 ** 32, 1_048_560, 200_000_000];
for (const mss of [1, 100, 536, 1220, 1448, 1460, 8960])
  for (const segments of [1, 2, 3, 10, 44, 100, 718, 136_987]) shifts.push(mss * segments);
for (let power = 1; power < 40; power++) shifts.push(2 ** power);

test.each(['client', 'server'] as const)('the bytes of the %s moved by any such amount look different', (host) => {
  for (const shift of shifts) {
    let same = 0;
    for (let i = 0; i < 2000; i++) if (payloadByte(host, i * 1009) === payloadByte(host, i * 1009 + shift)) same += 1;
    // One in 256 by chance: 8 of 2000.
    expect(same, `moved by ${shift}`).toBeLessThan(30);
  }
});

test('the two ends send different bytes', () => {
  let same = 0;
  for (let i = 0; i < 2000; i++) if (payloadByte('client', i) === payloadByte('server', i)) same += 1;
  expect(same).toBeLessThan(30);
});
