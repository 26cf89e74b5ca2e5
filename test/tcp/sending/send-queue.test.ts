import fc from 'fast-check';
import { expect, test } from 'vitest';
import { SendQueue } from '../../../src/tcp/sending/send-queue.ts';

test('reads back what was appended at any offset, whatever was discarded below it', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 0, max: 30 }), { minLength: 1, maxLength: 10 }),
      fc.nat(),
      fc.nat(),
      fc.nat(),
      (sizes, cut, from, length) => {
        const queue = new SendQueue();
        let end = 0;
        for (const size of sizes) {
          queue.append(Uint8Array.from({ length: size }, (_, i) => (end + i) & 0xff));
          end += size;
        }
        expect(queue.end).toBe(end);
        const start = cut % (end + 1);
        queue.discardBefore(start);
        expect(queue.start).toBe(start);
        const offset = start + (from % (end - start + 1));
        const wanted = length % (end - offset + 1);
        expect([...queue.read(offset, wanted)]).toEqual(Array.from({ length: wanted }, (_, i) => (offset + i) & 0xff));
      },
    ),
  );
});

test('refuses what it no longer has', () => {
  const queue = new SendQueue();
  queue.append(new Uint8Array(10));
  queue.discardBefore(4);
  expect(() => queue.read(10, 1)).toThrow(RangeError);
});
