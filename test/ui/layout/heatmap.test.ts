import { describe, expect, test } from 'vitest';
import type { HeatmapDay } from '../../../src/learning/progress/habit.ts';
import { heatmapLines } from '../../../src/ui/layout/heatmap.ts';
import { type Line, lineCells } from '../../../src/ui/layout/line.ts';
import { glyphsFor } from '../../../src/ui/theme.ts';

const GLYPHS = glyphsFor({ ascii: true, linear: false });
const DAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];
const text = (spans: Line) => spans.map((one) => one.text).join('');

/** Days up to Sunday, 22 November 2026. */
function days(count: number, answers: (back: number) => number): HeatmapDay[] {
  return Array.from({ length: count }, (_, at) => {
    const back = count - 1 - at;
    const date = new Date(Date.UTC(2026, 10, 22 - back));
    return { date: date.toISOString().slice(0, 10), weekday: date.getUTCDay(), answers: answers(back) };
  });
}

const lines = (all: readonly HeatmapDay[], width: number) =>
  heatmapLines(all, width, GLYPHS, DAYS, (month) => `m${month}`).map(text);

describe('the heatmap', () => {
  test('has a row a weekday, the newest day at the right end of its own', () => {
    const shown = lines(
      days(14, (back) => (back === 0 ? 9 : 0)),
      40,
    );
    expect(shown).toHaveLength(8);
    expect(shown[7]).toBe('Sun . # ');
    expect(shown[1]).toBe('Mon . . ');
  });

  test('shades by the busiest day', () => {
    const shown = lines(
      days(7, (back) => [8, 6, 4, 2, 1, 0, 0][back] ?? 0),
      40,
    );
    expect(shown.slice(1).map((row) => row.trimEnd().at(-1))).toEqual(['.', '.', '-', '-', '=', '%', '#']);
  });

  test('leaves out the oldest weeks when there is no room', () => {
    const all = days(26 * 7, () => 1);
    for (const width of [20, 40, 60]) {
      const shown = heatmapLines(all, width, GLYPHS, DAYS, (month) => `m${month}`);
      for (const one of shown) expect(lineCells(one)).toBeLessThanOrEqual(width);
    }
  });

  test('names each month over its first whole week', () => {
    expect(
      lines(
        days(70, () => 0),
        40,
      )[0]?.trim(),
    ).toBe('m9    m10     m11');
  });
});
