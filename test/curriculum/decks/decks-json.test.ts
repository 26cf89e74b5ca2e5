import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readDecksJson } from '../../../src/curriculum/decks/json/read-json.ts';
import { writeDecksJson } from '../../../src/curriculum/decks/json/write-json.ts';
import { hasControlCharacters } from '../../../src/documents/problem.ts';
import { bare, deck, oddText } from './card-arbitraries.ts';

const SCENARIOS = ['handshake', 'lost-segment'];
const read = (text: string) => readDecksJson(text, 'a.json', SCENARIOS);
const toldOf = (text: string) => {
  const { problems } = read(text);
  return problems.map(({ line, message }) => `${line}: ${message.en}`);
};

test('what is written is read back', () => {
  fc.assert(
    fc.property(fc.uniqueArray(deck, { selector: ({ id }) => id, minLength: 1, maxLength: 3 }), (decks) => {
      const again = read([...writeDecksJson(decks)].join(''));
      if (!again.ok) throw new Error(JSON.stringify(again.problems));
      expect(again.decks.map(({ id, title, cards }) => [id, title, cards.map(bare)])).toEqual(
        decks.map(({ id, title, cards }) => [id, title, cards.map(bare)]),
      );
    }),
    { numRuns: 600 },
  );
});

describe('what is wrong is told with its path and line', () => {
  test.each([
    [
      '{\n"version":1,\n"decks":[{"title":"a","cards":[\n{"front":"f","bak":"b"}]}]}',
      ['4: decks[0].cards[0] has no key "bak"; did you mean "back"?'],
    ],
    [
      '{\n"version":1,\n"decks":[{"title":"a","cards":[\n{"front":"f"}]}]}',
      ['4: decks[0].cards[0]: expected "front" and "back", or "cloze" alone.'],
    ],
    ['{"version":1,"decks":[{"cards":[]}]}', ['1: decks[0].title is missing; expected a name of 1 to 80 characters']],
    [
      '{"version":1,\n"decks":[{"title":"a","cards":[{"front":"f","back":"b",\n"scenario":"hanshake"}]}]}',
      ['3: decks[0].cards[0].scenario: there is no scenario "hanshake". Did you mean handshake?'],
    ],
    [
      '{"version":1,"decks":[{"title":"a","cards":[{"id":"x","front":"f","back":"b"},\n{"id":"x","front":"g","back":"b"}]}]}',
      ['2: decks[0].cards[1]: the id "x" is already that of decks[0].cards[0].'],
    ],
    [
      '{"version":1,"decks":[{"title":"a","cards":[]},\n{"title":"a","cards":[]}]}',
      ['2: decks[1]: the id "a" is already that of decks[0].'],
    ],
    [
      '{"version":1,"decks":[{"title":"a","cards":[{"cloze":{"before":"a","hidden":" "}}]}]}',
      ['1: decks[0].cards[0].cloze: nothing is hidden, or the run crosses the edge of a code block.'],
    ],
    ['{"version":2,"decks":[]}', ['1: Version 2 of this format; this seqack reads version 1. Update seqack.']],
    ['{"version":1,\n"decks":[,]}', ['2: Not valid JSON: expected a value; there may be a comma too many.']],
    ['{"version":1,\n"decks":[\n', ['3: Not valid JSON: a [ is not closed.']],
    ['[]', ['1: The file is a list of 0; expected { "version": 1, "decks": [ ... ] }']],
    ['', ['1: Not valid JSON: expected a value; there may be a comma too many.']],
  ])('%j', (text, told) => {
    expect(toldOf(text)).toEqual(told);
  });
});

test('nothing crashes it, and what it says can be shown', () => {
  const value = fc.letrec((tie) => ({
    any: fc.oneof({ maxDepth: 4 }, oddText, fc.constantFrom(null, true, 1, 2, {}, []), tie('list'), tie('map')),
    list: fc.array(tie('any'), { maxLength: 3 }),
    map: fc.dictionary(
      fc.constantFrom(
        'version',
        'decks',
        'title',
        'cards',
        'id',
        'front',
        'back',
        'cloze',
        'hidden',
        'tags',
        'scenario',
        '__proto__',
        '\u001b[2J',
      ),
      tie('any'),
      { maxKeys: 6 },
    ),
  })).any;
  const text = fc.oneof(
    value.map((given) => JSON.stringify(given)),
    oddText,
    value.map((given) => JSON.stringify({ version: 1, decks: [{ title: 'a', cards: [given] }] }).slice(0, -1)),
  );
  fc.assert(
    fc.property(text, (given) => {
      for (const { message } of read(given).problems) {
        expect([message.en, message.ko].some(hasControlCharacters)).toBe(false);
      }
    }),
    { numRuns: 1000 },
  );
  expect(read(`${'['.repeat(100_000)}1`).problems).toHaveLength(1);
  expect(read(`{"version":1,"decks":${'['.repeat(100_000)}${']'.repeat(100_000)}}`).problems).toHaveLength(1);
});
