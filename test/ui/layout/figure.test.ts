import { expect, test } from 'vitest';
import type { Figure } from '../../../src/questions/figure.ts';
import { figureLines, spokenFigure } from '../../../src/ui/layout/figure.ts';
import { lineText } from '../../../src/ui/layout/line.ts';

const TITLE = { ko: '보낸 쪽의 기록', en: 'What the sender noted' };
const TABLE: Figure = {
  kind: 'table',
  title: TITLE,
  head: ['seq', { ko: '보낸 때', en: 'sent at' }, { ko: '바이트', en: 'bytes' }],
  rows: [
    [101, { ko: '처음', en: 'first' }, 50],
    [151, '40 ms', 1460],
  ],
};
const VALUES: Figure = {
  kind: 'values',
  title: null,
  values: [
    { name: 'cwnd', value: 4 },
    { name: { ko: '윈도우', en: 'window' }, value: '8 SMSS' },
  ],
};

const spoken = (figure: Figure, language: 'ko' | 'en', width = 80) =>
  spokenFigure(figure, language, width).map(lineText);

test('a table is seen in columns, and read aloud with the heading of each cell', () => {
  expect(figureLines(TABLE, 'en')).toEqual([
    'What the sender noted',
    '  seq  sent at  bytes',
    '  101  first       50',
    '  151  40 ms     1460',
  ]);
  expect(spoken(TABLE, 'en')).toEqual([
    'What the sender noted',
    'seq: 101; sent at: first; bytes: 50',
    'seq: 151; sent at: 40 ms; bytes: 1460',
  ]);
  expect(spoken(TABLE, 'ko')[1]).toBe('seq: 101; 보낸 때: 처음; 바이트: 50');
  expect(spoken(TABLE, 'ko', 24).slice(1, 3)).toEqual(['seq: 101; 보낸 때: 처음;', '  바이트: 50']);
});

test('values are read aloud after their names', () => {
  expect(spoken(VALUES, 'en')).toEqual(['cwnd: 4', 'window: 8 SMSS']);
  expect(spoken(VALUES, 'ko')).toEqual(['cwnd: 4', '윈도우: 8 SMSS']);
});

test('bytes are read as they are seen', () => {
  const bytes: Figure = { kind: 'bytes', title: TITLE, bytes: [0x9c, 0x40, 0, 0x50] };
  expect(spoken(bytes, 'ko')).toEqual(figureLines(bytes, 'ko'));
});
