import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { DeckCard } from '../../../src/curriculum/decks/deck.ts';
import { mergeCards } from '../../../src/curriculum/decks/import/merge-cards.ts';
import { writableDeck } from '../../../src/curriculum/decks/import/written-deck.ts';
import { deckMarkdown } from '../../../src/curriculum/decks/markdown/write-markdown.ts';
import { readDecks } from '../../../src/curriculum/decks/read-decks.ts';
import { bare, deck } from './card-arbitraries.ts';

const SURROUNDINGS = { reserved: new Set<string>(), scenarios: ['handshake', 'lost-segment'] };
const cardsOf = (text: string): readonly DeckCard[] =>
  readDecks([{ path: 'a.md', text }], SURROUNDINGS).decks.flatMap(({ cards }) => cards);
const flip = (id: string, front: string, back: string): DeckCard => ({
  id,
  file: 'x.txt',
  line: 1,
  content: { kind: 'flip', front, back },
  scenario: null,
  tags: [],
});
const merged = (text: string, incoming: readonly DeckCard[]) => {
  const result = mergeCards([{ path: 'a.md', text }], cardsOf(text), incoming);
  return { ...result, text: result.files[0]?.text ?? text };
};

describe('importing once more', () => {
  const NOTE =
    '# Notes\n\nSome words.\n\nQ: one?\n<!-- id: one -->\nA: 1\n\nMore words.\n\n---\nprose\n\nC: [two] and [three]\n<!-- id: two -->\n\n### Q1. four?\n- 4\n\n## Elsewhere\n\nThe end.\n';

  test('the same cards change nothing', () => {
    const result = merged(NOTE, cardsOf(NOTE));
    expect(result).toMatchObject({ files: [], added: 0, updated: 0, unchanged: 4 });
  });

  test('a card with a known id is updated where it stands; all the rest stays', () => {
    const result = merged(NOTE, [flip('one', 'one?', 'uno')]);
    expect(result).toMatchObject({ added: 0, updated: 1, unchanged: 0 });
    expect(result.text).toBe(
      NOTE.replace('Q: one?\n<!-- id: one -->\nA: 1\n\nMore words.', 'Q: one?\nA: uno\n<!-- id: one -->'),
    );
    expect(cardsOf(result.text).map(({ id }) => id)).toEqual(cardsOf(NOTE).map(({ id }) => id));
  });

  test('one of two cards of a C: changes alone', () => {
    const [, two, three] = cardsOf(NOTE);
    const result = merged(NOTE, [{ ...(three as DeckCard), tags: ['new'] }]);
    expect(result).toMatchObject({ added: 0, updated: 1 });
    const [, again, other] = cardsOf(result.text);
    expect([again && bare(again), other && bare(other)]).toEqual([
      two && bare(two),
      { ...bare(three as DeckCard), tags: ['new'] },
    ]);
  });

  test('a heading of a study note that changes keeps its id and its place', () => {
    const four = cardsOf(NOTE)[3] as DeckCard;
    const result = merged(NOTE, [{ ...flip(four.id, 'four?', 'four'), line: 9 }]);
    expect(result.text).toContain(`Q: four?\nA: four\n<!-- id: ${four.id} -->\n\n## Elsewhere`);
    expect(cardsOf(result.text).map(({ id }) => id)).toEqual(cardsOf(NOTE).map(({ id }) => id));
  });

  test('others come at the end, in the file’s own line ends', () => {
    const result = merged(NOTE.replaceAll('\n', '\r\n'), [flip('five', 'five?', 'line\nline')]);
    expect(result).toMatchObject({ added: 1, updated: 0, unchanged: 0 });
    expect(result.text.endsWith('The end.\r\n\r\nQ: five?\r\nA: line  \r\nline\r\n<!-- id: five -->\r\n')).toBe(true);
  });

  test('any deck into any deck: each card is there once, as the import has it', () => {
    fc.assert(
      fc.property(deck, deck, (first, second) => {
        const [old, next] = [first, second].map((given) => writableDeck(given, SURROUNDINGS).deck);
        if (old === undefined || next === undefined) throw new Error('two decks');
        const text = deckMarkdown(old);
        const keys = new Set(next.cards.map(({ content }) => JSON.stringify(content)));
        // The reader takes the same card only once.
        fc.pre(
          !old.cards.some(
            ({ id, content }) => keys.has(JSON.stringify(content)) && !next.cards.some((card) => card.id === id),
          ),
        );
        const result = merged(text, next.cards);
        expect(result.added + result.updated + result.unchanged).toBe(next.cards.length);
        const ids = new Set(cardsOf(result.text).map(({ id }) => id));
        for (const { id } of [...old.cards, ...next.cards]) expect(ids.has(id)).toBe(true);
        expect(merged(result.text, next.cards)).toMatchObject({ added: 0, updated: 0, unchanged: next.cards.length });
      }),
      { numRuns: 300 },
    );
  });
});

test('a cloze that Markdown cannot hold becomes a question, the same card twice is left out', () => {
  const text = 'see\n```\nSYN\n```';
  const given = {
    id: 'a',
    title: 'A',
    cards: [
      { ...flip('one', 'a', 'b'), content: { kind: 'cloze' as const, text, start: 8, end: 11 } },
      flip('two', 'a', 'b'),
      { ...flip('three', 'a', ' b'), line: 7 },
    ],
  };
  const { deck: written, problems, turned } = writableDeck(given, SURROUNDINGS);
  expect(turned).toBe(1);
  expect(written.cards.map(({ content }) => content)).toEqual([
    { kind: 'flip', front: 'see\n```\n____\n```', back: 'SYN' },
    { kind: 'flip', front: 'a', back: 'b' },
  ]);
  expect(problems.map(({ line, message }) => `${line}: ${message.en}`)).toEqual([
    '7: The same card as on line 1 (id "two"); it is taken only once.',
  ]);
});
