import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Fifo } from '../../../src/tcp/sending/fifo.ts';

test('gives what an array gives, through any pushes and shifts', () => {
  const step = fc.oneof(fc.record({ push: fc.nat(300) }), fc.record({ shift: fc.nat(300) }));
  fc.assert(
    fc.property(fc.array(step, { maxLength: 20 }), (steps) => {
      const queue = new Fifo<number>();
      const model: number[] = [];
      let next = 0;
      for (const step of steps) {
        if ('push' in step) {
          for (let i = 0; i < step.push; i++) {
            model.push(next);
            queue.push(next++);
          }
        } else for (let i = 0; i < step.shift; i++) expect(queue.shift()).toBe(model.shift());
        expect(queue.length).toBe(model.length);
        expect(model.map((_, i) => queue.at(i))).toEqual(model);
        expect(queue.at(model.length)).toBeUndefined();
      }
    }),
  );
});
