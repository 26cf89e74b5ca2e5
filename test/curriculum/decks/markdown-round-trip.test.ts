import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { withoutMarks } from '../../../src/curriculum/decks/card-text.ts';
import type { Deck, DeckCard } from '../../../src/curriculum/decks/deck.ts';
import { contentKey } from '../../../src/curriculum/decks/identity.ts';
import { deckMarkdown } from '../../../src/curriculum/decks/markdown/write-markdown.ts';
import { messages } from '../../../src/curriculum/decks/messages.ts';
import { readDecks } from '../../../src/curriculum/decks/read-decks.ts';
import { bare, deck, oddText } from './card-arbitraries.ts';

const SURROUNDINGS = { reserved: new Set<string>(), scenarios: ['handshake', 'lost-segment'] };
const read = (text: string) => readDecks([{ path: 'a.md', text }], SURROUNDINGS);

/** Blanks in a cloze text may stand in front of the deletion or behind it. */
const withKey = (card: DeckCard) =>
  card.content.kind === 'flip' ? bare(card) : { ...bare(card), content: contentKey(card.content) };

/** In fenced blocks nothing can be hidden. */
const isWritable = ({ content }: DeckCard): boolean => content.kind === 'flip' || !/```|~~~/.test(content.text);

/** A note as someone may have written it. */
const note = fc
  .array(
    fc.oneof(
      fc.tuple(oddText, oddText).map(([front, back]) => `Q: ${front}\nA: ${back}`),
      fc.tuple(oddText, oddText, oddText).map(([before, hidden, after]) => `C: ${before}[${hidden}]${after}`),
      fc.tuple(oddText, oddText).map(([front, back]) => `### Q1. ${front}\n\n- ${back}\n`),
      oddText,
    ),
    { minLength: 1, maxLength: 5 },
  )
  .map((parts) => withoutMarks(parts.join('\n\n')));

describe('the decks’ reader gives back what is written', () => {
  test('the cards of any note', () => {
    fc.assert(
      fc.property(note, (text) => {
        // Its lines were not told apart before it was read.
        fc.pre(!text.includes('<br>') && !/(?:tags|태그)\s*[:：].*<!--/.test(text));
        const first = read(text);
        // There all that follows is code, blank lines at its end too.
        fc.pre(!first.problems.some(({ message }) => message === messages.openFence));
        for (const given of first.decks) {
          fc.pre(given.title !== '' && given.cards.every(isWritable));
          const again = read(deckMarkdown(given));
          expect(again.problems.filter(({ message }) => !/scenario/.test(message.en))).toEqual([]);
          expect(again.decks.map(({ id, title }) => [id, title])).toEqual([
            [given.id, given.title.replace(/\s+/g, ' ')],
          ]);
          expect(again.decks[0]?.cards.map(withKey)).toEqual(given.cards.map(withKey));
        }
      }),
      // Code that reaches over the end of what is hidden.
      { numRuns: 600, examples: [['C: \t[`](`]'], ['C: a `b [c](d` [^`e`]']] },
    );
  });

  test('cards from elsewhere, but for blanks', () => {
    const blankless = ({ title, cards }: Deck) => [
      title,
      cards.map(({ id, content, tags, scenario }) => {
        const parts =
          content.kind === 'flip'
            ? [content.front, content.back]
            : [
                content.text.slice(0, content.start),
                content.text.slice(content.start, content.end),
                content.text.slice(content.end),
              ];
        return [id, parts.map((part) => part.replace(/\s+/g, '')), tags, scenario];
      }),
    ];
    fc.assert(
      fc.property(deck, (given) => {
        fc.pre(given.cards.every(isWritable));
        const again = read(deckMarkdown(given));
        expect(again.decks.map(blankless)).toEqual([blankless(given)]);
      }),
      { numRuns: 600 },
    );
  });
});
