import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Reassembly } from '../../../src/tcp/receiving/reassembly.ts';
import { seqAdd } from '../../../src/tcp/sequence.ts';

test('whatever order and overlap pieces come in, what is taken out is the stream up to the first gap', () => {
  const piece = fc.record({ at: fc.integer({ min: 0, max: 60 }), length: fc.integer({ min: 1, max: 20 }) });
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 0xffff_ffff }),
      fc.array(piece, { minLength: 1, maxLength: 12 }),
      (base, pieces) => {
        const byteAt = (offset: number) => (offset * 37) & 0xff;
        const reassembly = new Reassembly();
        const here = new Set<number>();
        for (const { at, length } of pieces) {
          reassembly.hold(
            seqAdd(base, at),
            Uint8Array.from({ length }, (_, i) => byteAt(at + i)),
          );
          for (let i = 0; i < length; i++) here.add(at + i);
        }
        let contiguous = 0;
        while (here.has(contiguous)) contiguous += 1;
        const heldBytes = reassembly.ranges().reduce((sum, [from, to]) => sum + ((to - from) >>> 0), 0);
        expect(heldBytes).toBe(here.size);
        const taken = reassembly.takeFrom(base).flatMap((part) => [...part]);
        expect(taken).toEqual(Array.from({ length: contiguous }, (_, i) => byteAt(i)));
      },
    ),
  );
});

test('what was held first stays when other bytes come for the same place', () => {
  const reassembly = new Reassembly();
  reassembly.hold(105, Uint8Array.of(5, 6));
  reassembly.hold(103, Uint8Array.of(93, 94, 95, 96, 97));
  expect(reassembly.ranges()).toEqual([[103, 108]]);
  expect(reassembly.takeFrom(103).flatMap((part) => [...part])).toEqual([93, 94, 5, 6, 97]);
});

test('bytes below the number asked for are dropped', () => {
  const reassembly = new Reassembly();
  reassembly.hold(4294967294, Uint8Array.of(1, 2, 3, 4));
  expect(reassembly.takeFrom(0).flatMap((part) => [...part])).toEqual([3, 4]);
});

test('an answer about what is held stays as it was when more comes, and is shared while nothing does', () => {
  const reassembly = new Reassembly();
  reassembly.hold(10, new Uint8Array(5));
  reassembly.hold(20, new Uint8Array(5));
  const before = reassembly.ranges();
  expect(reassembly.ranges()).toBe(before);
  reassembly.hold(25, new Uint8Array(5));
  expect(before).toEqual([
    [10, 15],
    [20, 25],
  ]);
  expect(reassembly.ranges()).toEqual([
    [10, 15],
    [20, 30],
  ]);
  expect(reassembly.ranges()[0]).toBe(before[0]);
});
