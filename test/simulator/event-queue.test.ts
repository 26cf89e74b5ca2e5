import fc from 'fast-check';
import { expect, test } from 'vitest';
import { EventQueue } from '../../src/simulator/event-queue.ts';

/** Additions at given times; null takes one. Times rise slowly, as those of a path do, with some far off. */
const steps = fc.array(
  fc.option(fc.oneof({ weight: 5, arbitrary: fc.integer({ min: 0, max: 3 }) }, { weight: 1, arbitrary: fc.nat(50) })),
  { maxLength: 200 },
);

test('gives items by time, those of one time in the order they were added, and orders in between their own place', () => {
  fc.assert(
    fc.property(steps, (given) => {
      const queue = new EventQueue<number>();
      let model: { ms: number; order: number; item: number }[] = [];
      let now = 0;
      let latestOrder = -1;
      given.forEach((later, item) => {
        if (later !== null) {
          queue.add(now + later, item);
          latestOrder += 1;
          model.push({ ms: now + later, order: latestOrder, item });
          if (item % 7 === 0) expect(queue.nextOrder()).toBe(++latestOrder);
        } else {
          const [first = null] = [...model].sort((a, b) => a.ms - b.ms || a.order - b.order);
          expect(queue.peek()).toEqual(first);
          expect(queue.take()).toEqual(first);
          model = model.filter((entry) => entry !== first);
          now = first?.ms ?? now;
        }
        expect(queue.size).toBe(model.length);
      });
    }),
    { numRuns: 500 },
  );
});
