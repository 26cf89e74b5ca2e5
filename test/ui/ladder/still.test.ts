import { describe, expect, test } from 'vitest';
import type { LadderRow } from '../../../src/trace/ladder.ts';
import { linesAround } from '../../../src/ui/components/ladder/still.ts';
import { line, lineText } from '../../../src/ui/layout/line.ts';

/** Rows of one to three lines: row 4 is drawn as '4a 4b'. */
const rows = Array.from({ length: 30 }, () => ({}) as LadderRow);
const draw = (_: LadderRow, index: number) =>
  Array.from({ length: 1 + (index % 3) }, (_, at) => line(`${index}${'abc'[at] ?? ''}`));

const shown = (at: number, height: number) => {
  const { lines, above, below } = linesAround(rows, at, height, draw);
  return { texts: lines.map(lineText), above, below };
};

describe('the lines around a row', () => {
  test.each([3, 4, 7, 12, 40])('fill a height of %i and hold the row, wherever it is', (height) => {
    const all = rows.flatMap((row, index) => draw(row, index)).map(lineText);
    for (let at = 0; at < rows.length; at++) {
      const { texts, above, below } = shown(at, height);
      expect(texts).toHaveLength(Math.min(height, all.length));
      const first = all.indexOf(texts[0] ?? '');
      expect(texts).toEqual(all.slice(first, first + height));
      for (const own of draw(rows[at] as LadderRow, at)) expect(texts).toContain(lineText(own));
      expect(above).toBe(first > 0);
      expect(below).toBe(first + texts.length < all.length);
    }
  });

  test('of a short ladder are all of it', () => {
    const { lines, above, below } = linesAround(rows.slice(0, 3), 1, 40, draw);
    expect(lines.map(lineText)).toEqual(['0a', '1a', '1b', '2a', '2b', '2c']);
    expect([above, below]).toEqual([false, false]);
  });
});
