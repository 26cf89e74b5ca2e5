import { expect, test } from 'vitest';
import { readDecks } from '../../../src/curriculum/decks/read-decks.ts';
import { deckNotices, noteProblems } from '../../../src/learning/decks/deck-notices.ts';
import { NO_DECKS } from '../../../src/learning/decks/no-decks.ts';
import type { OwnDecks } from '../../../src/learning/decks/own-decks.ts';

function own(files: Readonly<Record<string, string>>, path = '/notes'): OwnDecks {
  const notes = Object.entries(files).map(([name, text]) => ({ path: name, text }));
  const { decks, problems } = readDecks(notes, { reserved: new Set(), scenarios: [] });
  return { sources: [{ path, root: path, origin: 'added', decks, problems }], decks, problems: [] };
}

const GOOD = 'Q: One?\nA: Yes.\n';

test('nothing is told of no decks, nor of whole ones, nor of warnings', () => {
  expect(deckNotices(NO_DECKS)).toEqual([]);
  expect(deckNotices(own({ 'a.md': GOOD }))).toEqual([]);
  const warned = own({ 'a.md': `${GOOD}scenario: nowhere\n` });
  expect(noteProblems(warned, null)).toHaveLength(1);
  expect(deckNotices(warned)).toEqual([]);
});

test('what keeps cards out is one line with the command that tells more, after it what else is wrong', () => {
  const wrong = own({ 'a.md': 'Q: One?\n\nQ: Two?\n\n' }, '/my notes');
  const gone = { en: 'gone', ko: '없음' };
  const told = deckNotices({ ...wrong, problems: [gone] });
  expect(told[0]?.en).toBe('2 problems in your decks: seqack deck check "/my notes"');
  expect(told[0]?.ko).toContain('2군데');
  expect(told.slice(1)).toEqual([gone]);
});

test('the problems of a deck are those of its notes', () => {
  const both = own({ 'a.md': `${GOOD}\nQ: No\n`, 'b.md': 'Q: No\n', 'c.md': GOOD });
  expect(noteProblems(both, 'a').map(({ path, line }) => `${path}:${line}`)).toEqual(['/notes/a.md:4']);
  expect(noteProblems(both, 'c')).toEqual([]);
  expect(noteProblems(both, null)).toHaveLength(2);
});

test('the name of a file is shown without its control characters', () => {
  const { decks } = own({ 'a\u001b[31mred\u0007\u202e.md': GOOD, '\u0001.md': GOOD.replace('One', 'Two') });
  for (const { title } of decks) expect(title).toMatch(/^[\x21-\x7e]+$/);
});
