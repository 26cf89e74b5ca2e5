import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { COLUMN_ROWS, columnLines } from '../../../src/ui/layout/columns.ts';
import { lineCells, lineText } from '../../../src/ui/layout/line.ts';
import { sharePlotLines } from '../../../src/ui/layout/share-plot.ts';
import { glyphsFor } from '../../../src/ui/theme.ts';

const BLOCKS = glyphsFor({ ascii: false, linear: false });
const ASCII = glyphsFor({ ascii: true, linear: false });

const columns = (values: readonly (number | null)[], width = 40, isWhole = true, glyphs = ASCII) =>
  columnLines(
    values.map((value, at) => ({ value, label: at === 0 ? 'first' : null, isMarked: false })),
    { width, keep: 'last', isWhole, scale: String },
    glyphs,
  ).map(lineText);

describe('columns', () => {
  test('stand on an axis beside a scale', () => {
    expect(columns([0, 1, null, 3, 6], 20)).toEqual([
      '6 |            ## ',
      '  |            ## ',
      '  |            ## ',
      '3 |         ## ## ',
      '  |         ## ## ',
      '  |   ##    ## ## ',
      '0 ----------------',
      '   first',
    ]);
  });

  test('have a scale that a count can reach', () => {
    expect(columns([1, 0])[0]).toMatch(/^2 /);
    expect(columns([3, 0])[0]).toMatch(/^4 /);
    expect(columns([0, 0])[0]).toMatch(/^2 /);
    expect(columns([0.3], 40, false)[0]).toMatch(/^ 0\.3 /);
  });

  test('show anything above nothing, in parts of a cell', () => {
    const shown = columns([1, 1000, 0], 20, true, BLOCKS);
    expect(shown[5]).toMatch(/│▁▁ ██ {4}$/u);
    expect(shown[4]).toMatch(/│ {3}██ {4}$/u);
  });

  test('leave out the oldest when there is no room, and are never wider', () => {
    fc.assert(
      fc.property(
        fc.array(fc.option(fc.nat({ max: 5000 })), { minLength: 1, maxLength: 60 }),
        fc.integer({ min: 20, max: 120 }),
        (values, width) => {
          for (const glyphs of [BLOCKS, ASCII]) {
            const shown = columnLines(
              values.map((value, at) => ({ value, label: `${at}월`, isMarked: at === 3 })),
              { width, keep: 'last', isWhole: true, scale: String },
              glyphs,
            );
            expect(shown).toHaveLength(COLUMN_ROWS + 2);
            for (const one of shown) expect(lineCells(one)).toBeLessThanOrEqual(width);
          }
        },
      ),
    );
  });

  test('rise as their values do', () => {
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 300 }), { minLength: 2, maxLength: 12 }), (values) => {
        const rows = columns(values, 60, true, BLOCKS).slice(0, COLUMN_ROWS);
        const start = (rows[0]?.indexOf('│') ?? 0) + 1;
        const heights = values.map((_, at) =>
          rows.reduce((sum, row) => sum + Math.max(0, BLOCKS.levels.indexOf(row[start + 3 * at] ?? ' ')), 0),
        );
        for (const [at, value] of values.entries()) {
          for (const [other, more] of values.entries()) {
            if (value < more) expect(heights[at]).toBeLessThanOrEqual(heights[other] ?? 0);
          }
          expect(heights[at] === 0).toBe(value === 0);
        }
      }),
    );
  });
});

describe('shares against shares', () => {
  const plot = (points: readonly (readonly [number, number, boolean])[], width = 60) =>
    sharePlotLines(
      points.map(([across, up, isReliable]) => ({ across, up, isReliable })),
      width,
      ASCII,
    ).map(lineText);

  test('put a point above, on or below the line', () => {
    const shown = plot([
      [0.55, 0.9, true],
      [0.8, 0.8, true],
      [0.95, 0.6, false],
    ]);
    expect(shown).toEqual([
      '100% |                              .  ',
      '     |                           .     ',
      ' 90% |   O                    .        ',
      '     |                     .           ',
      ' 80% |                  O              ',
      '     |               .                 ',
      ' 70% |            .                    ',
      '     |         .                       ',
      ' 60% |      .                    o     ',
      '     |   .                             ',
      ' 50% |.                                ',
      '     ----------------------------------',
      '      50%   60%   70%   80%   90%   100%',
    ]);
  });

  test('are not drawn when none can be relied on, nor is one out of the square', () => {
    expect(plot([[0.5, 0.5, false]])).toEqual([]);
    expect(
      plot([
        [0.9, 0.9, true],
        [0.4, 0.1, false],
      ]).join('\n'),
    ).not.toContain('o');
  });

  test('fit', () => {
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(
        fc.array(fc.tuple(share, share, fc.boolean()), { maxLength: 20 }),
        fc.integer({ min: 50, max: 120 }),
        (points, width) => {
          const shown = plot(points, width);
          expect(shown.length).toBeLessThanOrEqual(23);
          for (const text of shown) expect(text.length).toBeLessThanOrEqual(width);
          const reliable = points.filter(([, , isReliable]) => isReliable).length;
          if (reliable > 0) expect(shown.join('')).toContain('O');
        },
      ),
    );
  });
});
