import stringWidth from 'string-width';
import { describe, expect, test } from 'vitest';
import type { Block } from '../../../src/curriculum/module.ts';
import { lessonLines, plainDrawing, spokenDrawing } from '../../../src/ui/layout/lesson.ts';
import type { Line } from '../../../src/ui/layout/line.ts';
import { glyphsFor } from '../../../src/ui/theme.ts';

const UNICODE = glyphsFor({ ascii: false, linear: false });
const SPOKEN = glyphsFor({ ascii: false, linear: true });
const text = (spans: Line) => spans.map((one) => one.text).join('');
const set = (blocks: readonly Block[], width = 40) => lessonLines(blocks, width, UNICODE, 'en').map(text);
const paragraph = (of: string): Block => ({ kind: 'paragraph', inlines: [{ kind: 'text', text: of }] });

describe('a lesson', () => {
  test('has a free line between its blocks', () => {
    expect(set([paragraph('one'), paragraph('two')])).toEqual(['one', '', 'two']);
  });

  test('numbers ordered lists and hangs their lines', () => {
    const items = [[{ kind: 'text' as const, text: 'the first of them' }], [{ kind: 'text' as const, text: 'two' }]];
    expect(set([{ kind: 'list', ordered: true, items }], 12)).toEqual(['1. the first', '   of them', '2. two']);
    expect(set([{ kind: 'list', ordered: false, items }], 40)[1]).toBe('• two');
  });

  test('never wraps a drawing', () => {
    const lines = ['client            server', '   │────── SYN ─────▶│'];
    expect(set([{ kind: 'verbatim', lines }], 10)).toEqual(lines);
  });

  test('aligns a table, Korean too, and wraps the widest column when it must', () => {
    const table: Block = {
      kind: 'table',
      header: ['상태', 'meaning'],
      rows: [
        ['LISTEN', '연결 요청을 기다립니다'],
        ['SYN-SENT', 'waits for an answer'],
      ],
    };
    expect(set([table])).toEqual([
      '상태      meaning',
      '────────────────────────────────',
      'LISTEN    연결 요청을 기다립니다',
      'SYN-SENT  waits for an answer',
    ]);
    const narrow = set([table], 24);
    expect(Math.max(...narrow.map((one) => stringWidth(one)))).toBeLessThanOrEqual(24);
    expect(narrow).toContain('          기다립니다');
  });
});

test('a table is read aloud by its rows, each cell with its heading', () => {
  const table: Block = {
    kind: 'table',
    header: ['', 'event', 'sends', '다음 상태'],
    rows: [
      ['CLOSED', 'listen', '-', 'LISTEN'],
      ['LISTEN', 'SYN', 'SYN,ACK', 'SYN-RECEIVED'],
    ],
  };
  const spoken = (width: number) => lessonLines([table], width, SPOKEN, 'en').map(text);
  expect(spoken(80)).toEqual([
    'CLOSED; event: listen; 다음 상태: LISTEN',
    'LISTEN; event: SYN; sends: SYN,ACK; 다음 상태: SYN-RECEIVED',
  ]);
  expect(spoken(30)).toEqual([
    'CLOSED; event: listen; 다음',
    '  상태: LISTEN',
    'LISTEN; event: SYN; sends:',
    '  SYN,ACK; 다음 상태:',
    '  SYN-RECEIVED',
  ]);
});

describe('drawings', () => {
  const drawing = '  │──── SYN ────▶│  ✗ lost';

  test('in ASCII keep their columns', () => {
    expect(plainDrawing(drawing)).toBe('  |---- SYN ---->|  x lost');
    expect(stringWidth(plainDrawing(drawing))).toBe(stringWidth(drawing));
  });

  test('for a screen reader are words and directions', () => {
    expect(spokenDrawing('│◀──── SYN,ACK ─────│')).toBe('<- SYN,ACK');
    expect(spokenDrawing('│──── SYN seq 100 ────▶│')).toBe('SYN seq 100 ->');
    expect(spokenDrawing('   │        │')).toBe('');
  });
});
