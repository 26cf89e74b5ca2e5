import { describe, expect, test } from 'vitest';
import {
  clock,
  count,
  dateEn,
  dateKo,
  durationEn,
  durationKo,
  grouped,
  shortEn,
  spanEn,
  spanKo,
} from '../../../src/ui/text/format.ts';
import { wordsOf } from '../../../src/ui/text/words.ts';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

describe('numbers', () => {
  test.each([
    [0, '0'],
    [999, '999'],
    [1000, '1,000'],
    [4294967295, '4,294,967,295'],
    [-12345, '-12,345'],
  ])('%d is written %s', (n, text) => expect(grouped(n)).toBe(text));

  test('one is singular in English', () => {
    expect(count(1, 'card', 'cards')).toBe('1 card');
    expect(count(0, 'card', 'cards')).toBe('0 cards');
    expect(count(1200, 'card', 'cards')).toBe('1,200 cards');
  });
});

describe('lengths of time', () => {
  test.each([
    [0, '0 seconds', '0초', '0 s'],
    [SECOND, '1 second', '1초', '1 s'],
    [59.6 * SECOND, '1 minute', '1분', '1 min'],
    [6 * MINUTE, '6 minutes', '6분', '6 min'],
    [90 * MINUTE, '2 hours', '2시간', '2 h'],
    [23.6 * HOUR, '1 day', '1일', '1 d'],
    [9 * DAY, '9 days', '9일', '9 d'],
    [90 * DAY, '3 months', '3개월', '3 mo'],
    [800 * DAY, '2 years', '2년', '2 y'],
  ])('%d ms', (ms, en, ko, short) => {
    expect(spanEn(ms)).toBe(en);
    expect(spanKo(ms)).toBe(ko);
    expect(shortEn(ms)).toBe(short);
  });

  test('as they were taken', () => {
    expect(durationEn(8240)).toBe('8.2 s');
    expect(durationKo(8240)).toBe('8.2초');
    expect(durationEn(365 * SECOND)).toBe('6 min 05 s');
    expect(durationKo(365 * SECOND)).toBe('6분 05초');
  });

  test('as a clock counts down', () => {
    expect(clock(252_000)).toBe('04:12');
    expect(clock(251_001)).toBe('04:12');
    expect(clock(-5)).toBe('00:00');
  });
});

test('dates', () => {
  const day = new Date(2026, 11, 12).getTime();
  expect(dateEn(day)).toBe('12 December');
  expect(dateKo(day)).toBe('12월 12일');
});

test('no text is left empty in either language', () => {
  const texts = (words: object): string[] =>
    Object.values(words).flatMap((value) =>
      typeof value === 'string' ? [value] : typeof value === 'object' && value !== null ? texts(value) : [],
    );
  for (const language of ['ko', 'en'] as const) {
    for (const text of texts(wordsOf(language))) expect(text.trim()).not.toBe('');
  }
  expect(texts(wordsOf('ko'))).toHaveLength(texts(wordsOf('en')).length);
});
