import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Rows } from '../../src/simulator/rows.ts';

const FLOATS = 2;
const WORDS = 3;

test('a table holds what a plain list of rows would, over many chunks, and is empty again once given back', () => {
  const value = fc.record({
    floats: fc.tuple(fc.double(), fc.double()),
    words: fc.tuple(fc.nat(0xffff_ffff), fc.nat(0xffff_ffff), fc.nat(0xffff_ffff)),
  });
  fc.assert(
    fc.property(fc.array(value, { maxLength: 40 }), fc.integer({ min: 1, max: 120 }), (values, repeats) => {
      const rows = new Rows(FLOATS, WORDS);
      const list = Array.from({ length: repeats }, () => values).flat();
      for (const { floats, words } of list) {
        const row = rows.add();
        expect(rows.float(row, 0)).toBe(0);
        expect(rows.word(row, WORDS - 1)).toBe(0);
        rows.floats.set(floats, rows.floatAt);
        for (const [column, word] of words.entries()) rows.setWord(row, column, word);
      }
      expect(rows.length).toBe(list.length);
      const told = list.map((_, row) => ({
        floats: [rows.float(row, 0), rows.float(row, 1)],
        words: [rows.word(row, 0), rows.word(row, 1), rows.word(row, 2)],
      }));
      expect(told).toEqual(list);
      rows.release();
      expect(rows.length).toBe(0);
      expect(rows.word(rows.add(), 0)).toBe(0);
    }),
    { numRuns: 30 },
  );
});
