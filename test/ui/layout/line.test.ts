import fc from 'fast-check';
import stringWidth from 'string-width';
import { describe, expect, test } from 'vitest';
import { cutLine, type Line, line, lineCells, span, spread, wrap, wrapText } from '../../../src/ui/layout/line.ts';
import { cells, padEnd, padStart, truncate } from '../../../src/ui/layout/width.ts';

const texts = fc.oneof(
  fc.string({ maxLength: 40 }),
  fc
    .array(fc.constantFrom('가', '나다', 'SYN', ' ', '연결 ', '─', '👍', 'é', '\u1112\u1161\u11AB'), { maxLength: 30 })
    .map((all) => all.join('')),
);
const spans = fc.array(
  texts.map((text) => span(text.replace(/\p{Cc}/gu, ''), 'plain')),
  { maxLength: 5 },
);
const text = (spans: Line) => spans.map((one) => one.text).join('');

describe('widths', () => {
  test('are those of the terminal', () => {
    fc.assert(
      fc.property(texts, (one) => {
        expect(cells(one)).toBe(stringWidth(one));
      }),
    );
  });

  test('are those of string-width for every single character', () => {
    const wrong: string[] = [];
    for (let code = 0x20; code < 0x10000; code++) {
      const character = String.fromCodePoint(code);
      if (
        cells(character) !== stringWidth(character) ||
        cells(`${character}a${character}`) !== stringWidth(`${character}a${character}`)
      )
        wrong.push(code.toString(16));
    }
    expect(wrong).toEqual([]);
  });

  test('truncate and pad keep to the cells given', () => {
    fc.assert(
      fc.property(texts, fc.integer({ min: 0, max: 30 }), (one, width) => {
        expect(cells(truncate(one, width))).toBeLessThanOrEqual(width);
        expect(cells(padEnd(one, width))).toBe(width);
        expect(cells(padStart(one, width))).toBe(width);
      }),
    );
  });

  test('truncate marks what was cut and cuts no syllable in half', () => {
    expect(truncate('연결 종료', 6)).toBe('연결 …');
    expect(truncate('연결', 4)).toBe('연결');
    expect(truncate('연결', 3)).toBe('연…');
  });
});

describe('cutLine', () => {
  test('keeps to the width and marks the cut', () => {
    fc.assert(
      fc.property(spans, fc.integer({ min: 0, max: 30 }), (all, width) => {
        const cut = cutLine(all, width);
        expect(lineCells(cut)).toBeLessThanOrEqual(width);
        if (lineCells(all) <= width) expect(cut).toEqual(all);
        else if (width > 0) expect(text(cut)).toContain('…');
      }),
    );
  });
});

describe('spread', () => {
  test('puts one on the left and one on the right of exactly the width', () => {
    expect(text(spread(line('Home'), line('ko en'), 14))).toBe('Home     ko en');
    expect(text(spread(line('A long title'), line('ko en'), 14))).toBe('A long … ko en');
  });
});

describe('wrap', () => {
  test('keeps to the width and loses nothing but spaces', () => {
    fc.assert(
      fc.property(spans, fc.integer({ min: 4, max: 30 }), (all, width) => {
        const lines = wrap(all, width);
        for (const one of lines) expect(lineCells(one)).toBeLessThanOrEqual(width);
        expect(lines.map(text).join('').replace(/\s/g, '')).toBe(text(all).replace(/\s/g, ''));
      }),
    );
  });

  test('breaks between words, Korean ones too', () => {
    expect(wrapText('연결은 양쪽이 확인한 다음에 수립됩니다.', 16).map(text)).toEqual([
      '연결은 양쪽이',
      '확인한 다음에',
      '수립됩니다.',
    ]);
  });

  test('breaks a word wider than the line, between syllables', () => {
    expect(wrapText('가나다라마', 4).map(text)).toEqual(['가나', '다라', '마']);
  });

  test('keeps the breaks the text asks for', () => {
    expect(wrapText('one\ntwo\n\nthree', 20).map(text)).toEqual(['one', 'two', '', 'three']);
  });

  test('keeps words of several styles together', () => {
    const all = [span('seq='), span('100', 'code'), span(', next')];
    expect(wrap(all, 8).map(text)).toEqual(['seq=100,', 'next']);
  });

  test('indents all lines but the first', () => {
    expect(wrapText('one two three', 7, 'plain', 2).map(text)).toEqual(['one two', '  three']);
  });
});
