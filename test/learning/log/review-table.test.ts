import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvLine, REVIEW_COLUMNS, reviewRow } from '../../../src/learning/log/review-table.ts';
import { answer, card, lesson, NOON, undo } from '../events.ts';

/** A plain reading of one line of CSV as RFC 4180 has it. */
function cellsOf(line: string): string[] {
  return [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^",]*))/g)].map(([, quoted, bare]) =>
    quoted === undefined ? (bare ?? '') : quoted.replaceAll('""', '"'),
  );
}

describe('the table of answers', () => {
  it('has a row for answers and card grades only', () => {
    const given = answer(NOON, { grade: null });
    const row = Object.fromEntries(
      REVIEW_COLUMNS.map((column, i) => [column, reviewRow(given, new Set([given.id]))?.[i]]),
    );
    expect(row).toMatchObject({ time: '2026-03-02T12:00:00.000Z', grade: '', undone: 'true', id: given.id });
    expect(reviewRow(card(NOON, 2), new Set())).toContain('card:handshake/why-three');
    expect(reviewRow(undo(NOON, 'x'), new Set())).toBeNull();
    expect(reviewRow(lesson(NOON, 'tcp', 'opened'), new Set())).toBeNull();
  });

  it('keeps every cell apart, whatever it holds', () => {
    const printable = fc.string().filter((cell) => !/[\p{Cc}\p{Cf}]/u.test(cell) && !/^[=+\-@]/.test(cell));
    fc.assert(
      fc.property(fc.array(printable, { minLength: 1, maxLength: 8 }), (cells) => {
        expect(cellsOf(csvLine(['first', ...cells]))).toEqual(['first', ...cells]);
      }),
    );
  });

  it('gives a spreadsheet no formula and a terminal no control character', () => {
    expect(csvLine(['=HYPERLINK("x")', '+1', '-1', '@a', 'a\u001b[2J\u202e', '"', '가,나'])).toBe(
      `"'=HYPERLINK(""x"")",'+1,'-1,'@a,a?[2J?,"""","가,나"`,
    );
  });
});
