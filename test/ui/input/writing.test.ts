import fc from 'fast-check';
import stringWidth from 'string-width';
import { describe, expect, test } from 'vitest';
import {
  cleanWriting,
  LONGEST_WRITING,
  reduceWriting,
  type Writing,
  type WritingAction,
  writingOf,
  writingWindow,
  writtenText,
} from '../../../src/ui/input/writing.ts';
import { cursorAt, offsetAt, writingRows } from '../../../src/ui/layout/writing-rows.ts';

type Step = WritingAction | string;

function write(...steps: readonly Step[]): Writing {
  return steps.reduce<Writing>(
    (state, step) => reduceWriting(state, typeof step === 'string' ? { type: 'insert', text: step } : step),
    writingOf(''),
  );
}

const does = (type: Exclude<WritingAction['type'], 'insert' | 'up' | 'down'>): WritingAction => ({ type });
const UP: WritingAction = { type: 'up', width: 20 };
const DOWN: WritingAction = { type: 'down', width: 20 };

/** The text with the cursor in it. */
function shown({ before, after }: Writing): string {
  return `${before}|${after}`;
}

describe('writing several lines', () => {
  test('erases and moves by what a person sees as one character', () => {
    expect(shown(write('한국', does('erase')))).toBe('한|');
    expect(shown(write('한국', does('left'), does('left'), does('right')))).toBe('한|국');
    expect(shown(write('x👨‍👩‍👧', does('left'), does('erase-next'), does('erase')))).toBe('|');
    expect(shown(write('a\n', does('erase')))).toBe('a|');
    expect(shown(write('a\nb', does('left'), does('left'), does('right')))).toBe('a\n|b');
    expect(shown(write('', does('erase'), does('left'), does('right'), does('erase-next')))).toBe('|');
  });

  test('composes Hangul typed as single letters', () => {
    expect(shown(write('\u1112', '\u1161', '\u11AB', '글'.normalize('NFD')))).toBe('한글|');
  });

  test('takes a paste with its lines and without what could steer a terminal', () => {
    expect(shown(write('a\r\nb\rc\td\u001b[31m\u0007\u202e\u2028e'))).toBe('a\nb\nc  d[31m\ne|');
  });

  test('ends at a length that nobody reaches', () => {
    const state = write('가'.repeat(LONGEST_WRITING - 1), '나다라', 'x');
    expect(writtenText(state)).toHaveLength(LONGEST_WRITING);
    expect(writtenText(state).endsWith('나')).toBe(true);
    expect(cleanWriting('👨‍👩‍👧'.repeat(LONGEST_WRITING))).toMatch(/^(👨‍👩‍👧)+$/u);
  });

  test('erases words and lines', () => {
    expect(shown(write('FIN은 순서  번호', does('erase-word')))).toBe('FIN은 순서  |');
    expect(shown(write('FIN은 순서  ', does('erase-word')))).toBe('FIN은 |');
    expect(shown(write('a\n', does('erase-word')))).toBe('a|');
    expect(shown(write('one\ntwo', does('left'), does('erase-line')))).toBe('one\n|o');
    expect(shown(write('one\n', does('erase-line')))).toBe('one|');
    expect(shown(write('', does('erase-line')))).toBe('|');
  });

  test('goes to the ends of the line and of the text', () => {
    const lines = ['one\ntwo\nsix', does('left'), UP] as const;
    expect(shown(write(...lines, does('line-start')))).toBe('one\n|two\nsix');
    expect(shown(write(...lines, does('line-end')))).toBe('one\ntwo|\nsix');
    expect(shown(write(...lines, does('text-start')))).toBe('|one\ntwo\nsix');
    expect(shown(write(...lines, does('text-end')))).toBe('one\ntwo\nsix|');
  });

  test('moves up and down by columns of cells, and keeps to a column across a short line', () => {
    expect(shown(write('순서 번호\nab\nsequence', UP))).toBe('순서 번호\nab|\nsequence');
    expect(shown(write('순서 번호\nab\nsequence', UP, UP))).toBe('순서 번|호\nab\nsequence');
    expect(shown(write('순서 번호\nab\nsequence', UP, UP, DOWN, DOWN))).toBe('순서 번호\nab\nsequence|');
    expect(shown(write('abc', does('left'), UP))).toBe('|abc');
    expect(shown(write('abc', does('text-start'), DOWN))).toBe('abc|');
  });

  test('moves through rows of one long line', () => {
    const up: WritingAction = { type: 'up', width: 6 };
    const state = write('aaa bbb ccc', up);
    expect(writingRows(writtenText(state), 6).map(({ text }) => text)).toEqual(['aaa ', 'bbb ', 'ccc']);
    expect(shown(state)).toBe('aaa bbb| ccc');
    expect(shown(reduceWriting(state, up))).toBe('aaa| bbb ccc');
  });
});

describe('rows of a text', () => {
  const texts = fc.string({ unit: fc.constantFrom('a', 'bc', ' ', '  ', '\n', '가', '👍', 'é'), maxLength: 60 });
  const widths = fc.integer({ min: 2, max: 24 });

  test('leave nothing out, and none is wider than the room but for spaces at its end', () => {
    fc.assert(
      fc.property(texts, widths, (text, width) => {
        const rows = writingRows(text, width);
        expect(rows.map((row, at) => (rows[at + 1]?.start === row.end ? row.text : `${row.text}\n`)).join('')).toBe(
          `${text}\n`,
        );
        for (const row of rows) {
          expect(text.slice(row.start, row.end)).toBe(row.text);
          expect(stringWidth(row.text.trimEnd())).toBeLessThanOrEqual(width);
        }
      }),
    );
  });

  test('have a place for every cursor, and lead back to it', () => {
    fc.assert(
      fc.property(texts, texts, widths, (before, after, width) => {
        const rows = writingRows(before + after, width);
        const { row, column } = cursorAt(rows, before.length, width);
        expect(row).toBeLessThan(rows.length);
        expect(column).toBeLessThanOrEqual(width);
        const back = offsetAt(rows, row, column);
        expect(cursorAt(rows, back, width).row).toBe(row);
        // Only spaces that hang over the edge share a column.
        if (back !== before.length) expect((before + after).slice(back, before.length)).toMatch(/^ *$/);
      }),
    );
  });

  test('break between words, and inside a word only when it is wider than the row', () => {
    const textsOf = (text: string, width: number) => writingRows(text, width).map((row) => row.text);
    expect(textsOf('FIN도 번호를 씁니다', 12)).toEqual(['FIN도 번호를 ', '씁니다']);
    expect(textsOf('가나다라', 5)).toEqual(['가나', '다라']);
    expect(textsOf('ab      cd', 4)).toEqual(['ab      ', 'cd']);
    expect(textsOf('a\n\nb', 4)).toEqual(['a', '', 'b']);
  });
});

describe('the part of a text that is shown', () => {
  test('always holds the cursor, within the room', () => {
    const text = fc.string({ unit: fc.constantFrom('a', ' ', '\n', '가'), maxLength: 80 });
    const step = fc.constantFrom<WritingAction>(UP, DOWN, does('left'), does('right'), does('text-start'));
    fc.assert(
      fc.property(text, fc.array(step, { maxLength: 12 }), (written, steps) => {
        const state = write(written, ...steps);
        const { lines, cursor } = writingWindow(state, 20, 4);
        expect(lines.length).toBeLessThanOrEqual(4);
        expect(cursor.row).toBeGreaterThanOrEqual(0);
        expect(cursor.row).toBeLessThan(lines.length);
        expect(cursor.column).toBeLessThanOrEqual(20);
        for (const row of lines) expect(stringWidth(row)).toBeLessThanOrEqual(20);
      }),
    );
  });
});
