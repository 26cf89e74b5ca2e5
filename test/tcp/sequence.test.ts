import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { seqAdd, seqDistance, seqGe, seqGt, seqLe, seqLt, seqMax, toSequence } from '../../src/tcp/sequence.ts';

const sequence = fc.integer({ min: 0, max: 0xffff_ffff });
/** The same sums with integers that cannot overflow. */
const big = (n: number) => ((BigInt(n) % 2n ** 32n) + 2n ** 32n) % 2n ** 32n;

describe('arithmetic modulo 2^32 (RFC 9293 §3.4)', () => {
  test('adds as exact integers do', () => {
    fc.assert(
      fc.property(sequence, fc.integer({ min: -(2 ** 30), max: 2 ** 30 }), (a, n) => {
        expect(BigInt(seqAdd(a, n))).toBe(big(a + n));
      }),
    );
  });

  test('distance undoes addition', () => {
    fc.assert(
      fc.property(sequence, fc.integer({ min: 0, max: 0x7fff_ffff }), (a, n) => {
        expect(seqDistance(a, seqAdd(a, n))).toBe(n);
      }),
    );
  });

  test('what lies ahead by less than 2^31 is later, wherever the numbers wrap', () => {
    fc.assert(
      fc.property(sequence, fc.integer({ min: 1, max: 0x7fff_ffff }), (a, n) => {
        const b = seqAdd(a, n);
        expect([seqLt(a, b), seqGt(b, a), seqLe(a, b), seqGe(b, a), seqLt(b, a)]).toEqual([
          true,
          true,
          true,
          true,
          false,
        ]);
        expect(seqMax(a, b)).toBe(b);
        expect(seqMax(b, a)).toBe(b);
      }),
    );
  });

  test('5 comes after 4294967290', () => {
    expect(seqGt(5, 4294967290)).toBe(true);
    expect(seqDistance(4294967290, 5)).toBe(11);
  });

  test('any integer is brought into the space', () => {
    expect([toSequence(-1), toSequence(2 ** 32), toSequence(2 ** 32 + 7), toSequence(0)]).toEqual([
      4294967295, 0, 7, 0,
    ]);
  });
});
