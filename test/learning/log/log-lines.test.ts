import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Bytes, memoryBytes } from '../../../src/learning/log/log-bytes.ts';
import { LONGEST_LINE, lineReader, linesOf } from '../../../src/learning/log/log-lines.ts';

/** Bytes that come in pieces of odd sizes, as from a slow disk. */
function inPieces(bytes: Buffer, piece: number): Bytes {
  const whole = memoryBytes(bytes);
  return { size: whole.size, read: (into, position) => whole.read(into.subarray(0, piece), position) };
}

function read(source: Bytes) {
  const lines = [];
  for (const { bytes, ...line } of linesOf(source)) lines.push({ ...line, text: bytes?.toString('utf8') ?? null });
  return lines;
}

describe('lines of a log', () => {
  it('have numbers and places; empty ones are left out, carriage returns too', () => {
    expect(read(memoryBytes(Buffer.from('ab\n\n가\r\nlast')))).toEqual([
      { number: 1, start: 0, isEnded: true, text: 'ab' },
      { number: 3, start: 4, isEnded: true, text: '가' },
      { number: 4, start: 9, isEnded: false, text: 'last' },
    ]);
    expect(read(memoryBytes(Buffer.alloc(0)))).toEqual([]);
  });

  it('are the same in whatever pieces the file is read, and can be read again one by one', () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ maxLength: 30 })),
        fc.boolean(),
        fc.integer({ min: 1, max: 9 }),
        (texts, ended, piece) => {
          const lines = texts.map((text) => text.replace(/[\r\n]/g, '-'));
          const bytes = Buffer.from(lines.join('\n') + (ended ? '\n' : ''));
          const source = inPieces(bytes, piece);
          const found = read(source);
          expect(found).toEqual(read(memoryBytes(bytes)));
          expect(found.map(({ text }) => text)).toEqual(lines.filter((line) => line !== ''));
          const again = lineReader(source);
          for (const { start, text } of [...found].reverse()) expect(again(start).toString('utf8')).toBe(text);
        },
      ),
      { numRuns: 200 },
    );
  });

  it('longer than the window can be read again', () => {
    const long = 'x'.repeat(300_000);
    const source = memoryBytes(Buffer.from(`first\n${long}\nlast`));
    const again = lineReader(source);
    expect(again(0).toString()).toBe('first');
    expect(again(6).toString()).toBe(long);
    expect(again(6 + long.length + 1).toString()).toBe('last');
    expect(again(0).toString()).toBe('first');
  });

  it('too long to be any are not held in memory', () => {
    const block = Buffer.alloc(1 << 20, 'x');
    const source: Bytes = {
      size: 2 * LONGEST_LINE + 3,
      read: (into, position) => {
        const got = Math.min(block.length, into.length, Math.max(0, 2 * LONGEST_LINE - position));
        block.copy(into, 0, 0, got);
        return got > 0 ? got : memoryBytes(Buffer.from('\nab')).read(into, position - 2 * LONGEST_LINE);
      },
    };
    expect(read(source)).toEqual([
      { number: 1, start: 0, isEnded: true, text: null },
      { number: 2, start: 2 * LONGEST_LINE + 1, isEnded: false, text: 'ab' },
    ]);
  });
});
