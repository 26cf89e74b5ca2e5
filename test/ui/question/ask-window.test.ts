import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type AskParts, askWindow } from '../../../src/ui/components/question/ask-window.ts';
import { line } from '../../../src/ui/layout/line.ts';

const named = (name: string, count: number) => Array.from({ length: count }, (_, at) => line(`${name} ${at}`));
const MORE = line('more');
const parts = (ladder: number, text: number, focusLine = ladder - 1): AskParts => ({
  header: ladder === 0 ? [] : [line('head')],
  ladder: named('rung', ladder),
  focusLine,
  text: named('text', text),
  more: MORE,
});
const words = (lines: ReturnType<typeof askWindow>['lines']) =>
  lines.map((spans) => spans.map(({ text }) => text).join(''));

describe('what is in sight above the fields', () => {
  test('everything, where there is room', () => {
    const { lines, reach } = askWindow(parts(3, 2), 10, 0);
    expect(words(lines)).toEqual(['head', 'rung 0', 'rung 1', 'rung 2', 'text 0', 'text 1']);
    expect(reach).toEqual({ up: 0, down: 0 });
  });

  test('a long ladder around its focus, the text whole', () => {
    const { lines, reach } = askWindow(parts(20, 3), 10, 0);
    expect(words(lines)).toEqual([
      'head',
      ...[14, 15, 16, 17, 18, 19].map((n) => `rung ${n}`),
      'text 0',
      'text 1',
      'text 2',
    ]);
    expect(reach).toEqual({ up: 14, down: 0 });
  });

  test('a long text gives way at its end, says so, and can be scrolled to', () => {
    expect(words(askWindow(parts(6, 12), 10, 0).lines)).toEqual([
      'head',
      ...[2, 3, 4, 5].map((n) => `rung ${n}`),
      ...[0, 1, 2, 3].map((n) => `text ${n}`),
      'more',
    ]);
    expect(words(askWindow(parts(6, 12), 10, 99).lines)).toEqual(
      [2, 3, 4, 5, 6, 7, 8, 9, 10, 11].map((n) => `text ${n}`),
    );
  });

  test('whatever the sizes, every line comes into sight, and no more lines than there is room for', () => {
    const sizes = fc.record({
      ladder: fc.nat(30),
      text: fc.integer({ min: 1, max: 30 }),
      height: fc.integer({ min: 4, max: 30 }),
    });
    fc.assert(
      fc.property(sizes, fc.nat(29), ({ ladder, text, height }, focus) => {
        const given = parts(ladder, text, Math.min(focus, Math.max(0, ladder - 1)));
        const { up, down } = askWindow(given, height, 0).reach;
        const seen = new Set<string>();
        for (let moved = -up; moved <= down; moved++) {
          const { lines } = askWindow(given, height, moved);
          expect(lines.length).toBeLessThanOrEqual(height);
          for (const word of words(lines)) seen.add(word);
        }
        for (const word of words([...given.ladder, ...given.text])) expect(seen).toContain(word);
      }),
    );
  });
});
