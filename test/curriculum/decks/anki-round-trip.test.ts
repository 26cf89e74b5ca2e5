import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readAnki } from '../../../src/curriculum/decks/anki/read-anki.ts';
import { writeAnki } from '../../../src/curriculum/decks/anki/write-anki.ts';
import { bare, deck } from './card-arbitraries.ts';

const written = (decks: Parameters<typeof writeAnki>[0]): string => [...writeAnki(decks)].join('');

describe('what is written for Anki is read back', () => {
  test('any deck', () => {
    fc.assert(
      fc.property(deck, (given) => {
        const text = written([given]);
        const read = readAnki(text, 'a.txt', 'a');
        if (!read.ok) throw new Error(JSON.stringify(read.problems));
        expect(read.problems).toEqual([]);
        expect(read.decks.map(({ id, title }) => ({ id, title }))).toEqual([{ id: given.id, title: given.title }]);
        expect(read.decks[0]?.cards.map(bare)).toEqual(given.cards.map(bare));
      }),
      { numRuns: 600 },
    );
  });

  test('several decks stay apart, a note a line', () => {
    fc.assert(
      fc.property(fc.uniqueArray(deck, { selector: ({ title }) => title, minLength: 2, maxLength: 3 }), (decks) => {
        const text = written(decks);
        expect(text.trimEnd().split('\n')).toHaveLength(6 + decks.flatMap(({ cards }) => cards).length);
        const read = readAnki(text, 'a.txt', 'a');
        expect(read.ok && read.decks.map(({ title, cards }) => [title, cards.map(bare)])).toEqual(
          decks.map(({ title, cards }) => [title, cards.map(bare)]),
        );
      }),
    );
  });
});
