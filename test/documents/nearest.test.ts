import { describe, expect, test } from 'vitest';
import { nearestWord } from '../../src/documents/nearest.ts';

describe('the word most likely meant', () => {
  const known = ['log', 'due', 'dark', 'light', 'practice', 'review', 'skills'];

  test.each([
    ['lgo', 'log'],
    ['drak', 'dark'],
    ['reveiw', 'review'],
    ['pratcice', 'practice'],
    ['SKILLS', 'skills'],
    ['skils', 'skills'],
    ['dues', 'due'],
    ['practize', 'practice'],
    ['pra', 'practice'],
    ['Li', 'light'],
    ['da', 'dark'],
  ])('%s: %s', (typed, meant) => expect(nearestWord(typed, known)).toBe(meant));

  test.each([['frobnicate'], ['xyz'], ['gol'], [''], ['l'], ['d'], ['x'.repeat(61)]])('%s: none', (typed) =>
    expect(nearestWord(typed, known)).toBeNull(),
  );
});
