import { expect, test } from 'vitest';
import { Journal, JournalReader } from '../../../src/simulator/recording/journal.ts';

test('numbers come back as they were written, across chunks', () => {
  const journal = new Journal();
  const entries = 20_000;
  for (let i = 1; i <= entries; i++) {
    journal.begin(i, 6);
    journal.word(0xffffffff - i);
    journal.real(i / 3);
    if (i % 2 === 0) journal.pair([i, 0]);
  }
  expect(journal.chunks.length).toBeGreaterThan(5);
  const reader = new JournalReader(journal);
  for (let i = 1; i <= entries; i++) {
    expect([reader.head(), reader.word(), reader.real()]).toEqual([i, 0xffffffff - i, i / 3]);
    if (i % 2 === 0) expect(reader.pair()).toEqual([i, 0]);
  }
  expect(reader.head()).toBe(0);
  expect(reader.head()).toBe(0);
});

test('an entry may be longer than any chunk, and real numbers are all there are', () => {
  const journal = new Journal();
  const pairs = Array.from({ length: 50_000 }, (_, i) => [i, i + 1] as const);
  const reals = [0, -0, -1, 0.1, Number.MAX_VALUE, Number.MIN_VALUE, Number.POSITIVE_INFINITY];
  journal.begin(1, 1 + 2 * pairs.length);
  journal.pairs(pairs);
  journal.begin(2, 1 + 2 * reals.length);
  for (const real of reals) journal.real(real);
  const reader = new JournalReader(journal);
  expect(reader.head()).toBe(1);
  expect(reader.pairs(pairs.length)).toEqual(pairs);
  expect(reader.head()).toBe(2);
  expect(reals.map(() => reader.real())).toEqual(reals);
  expect(reader.head()).toBe(0);
});
