import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { gapFor, type HiddenRun, lightLines } from '../../../src/ui/layout/light-lines.ts';
import { lineCells } from '../../../src/ui/layout/line.ts';
import { glyphsFor } from '../../../src/ui/theme.ts';

const GLYPHS = glyphsFor({ ascii: false, linear: false });

function texts(text: string, width = 40, hidden: HiddenRun | null = null): string[] {
  return lightLines(text, width, GLYPHS, 'plain', hidden).map((spans) => spans.map((one) => one.text).join(''));
}

describe('lightLines', () => {
  test('lists hang, deeper ones further in', () => {
    expect(texts('- one two three\n  - four\n1. five', 10)).toEqual(['• one two', '  three', '  • four', '1. five']);
  });

  test('marks of code and strong text become styles', () => {
    const [line] = lightLines('a `b` **c `d`** e', 40, GLYPHS);
    expect(line).toEqual([
      { text: 'a ', style: 'plain' },
      { text: 'b', style: 'code' },
      { text: ' ', style: 'plain' },
      { text: 'c', style: 'strong' },
      { text: ' ', style: 'plain' },
      { text: 'd', style: 'code' },
      { text: ' e', style: 'plain' },
    ]);
  });

  test('rows of a code block and of a table stay as they are', () => {
    expect(texts('x\n\n```\na  b\n  **c**\n```\n| a | b |')).toEqual(['x', '', 'a  b', '  **c**', '| a | b |']);
  });

  test('a row too wide goes on below', () => {
    expect(texts('```\nabc  def\n```', 4)).toEqual(['abc ', ' def']);
  });

  test('a hidden run in code and over strong text', () => {
    const text = 'the `cwnd` **grows by one** now';
    const run = { start: text.indexOf('grows'), end: text.indexOf('** now') };
    expect(texts(text, 60, { ...run, revealed: false })).toEqual(['the cwnd [......] now']);
    expect(texts(text, 60, { ...run, revealed: true })).toEqual(['the cwnd [grows by one] now']);
    const code = { start: 5, end: 9 };
    expect(texts(text, 60, { ...code, revealed: false })).toEqual(['the [...] grows by one now']);
  });

  test('gaps tell long from short, not how long', () => {
    expect(['ACK', '하나', 'sequence', 'a sequence number and more'].map(gapFor)).toEqual([
      '[...]',
      '[...]',
      '[......]',
      '[............]',
    ]);
  });

  const light = fc
    .array(fc.constantFrom('a', '가나', ' ', '\n', '- ', '`', '**', '```\n', '| ', '1. ', '  ', '긴낱말입니다아주긴'), {
      maxLength: 40,
    })
    .map((parts) => parts.join(''));

  test('no line is wider than the room, and what is hidden shows nothing of itself', () => {
    fc.assert(
      fc.property(light, fc.integer({ min: 6, max: 40 }), light, (before, width, after) => {
        const text = `${before}숨김${after}`;
        const run = { start: before.length, end: before.length + 2 };
        for (const revealed of [true, false]) {
          const lines = lightLines(text, width, GLYPHS, 'plain', { ...run, revealed });
          for (const line of lines) expect(lineCells(line)).toBeLessThanOrEqual(width);
          const all = lines.map((line) => line.map((one) => one.text).join('')).join('');
          expect(all.replaceAll(' ', '').includes('숨김')).toBe(revealed);
        }
      }),
    );
  });
});
