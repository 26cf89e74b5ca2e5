import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readAnki } from '../../../src/curriculum/decks/anki/read-anki.ts';
import { tidyText } from '../../../src/curriculum/decks/card-text.ts';
import type { DeckCard } from '../../../src/curriculum/decks/deck.ts';
import { hasControlCharacters } from '../../../src/documents/problem.ts';
import { oddText } from './card-arbitraries.ts';

const HEADS = [
  '',
  '#separator:tab\n',
  '#separator:Comma\n#html:true\n',
  '#html:false\n',
  '#separator:|\n#guid column:1\n',
  '#deck column:2\n#notetype column:1\n',
  'tags: a b\n',
  '#columns:Back\tFront\tTags\n',
  '#separator:\u0007\n',
  '#deck:\u001b]0;x\u0007\n',
];
const TAGS = [
  '<b>',
  '</b>',
  '<ul>',
  '<li>',
  '</ul>',
  '<ol><li>',
  '<pre>',
  '</pre>',
  '<p>',
  '<div>',
  '</div>',
  '<script>',
  '</script>',
  '<img src=x>',
  '<table><tr><td>',
  '<!--',
  '-->',
  '<![CDATA[',
  '&#0;',
  '&#x1b;',
  '&#9;',
  '&bogus;',
  '<a href="',
  '<svg><title>',
  '{{c1::',
  '{{c2::',
  '}}',
  '\t',
  '\n',
  ',',
  '|',
];
const odd = fc.array(fc.oneof(oddText, fc.constantFrom(...TAGS)), { maxLength: 20 }).map((parts) => parts.join(''));

const textsOf = (card: DeckCard): string[] => [
  ...(card.content.kind === 'flip' ? [card.content.front, card.content.back] : [card.content.text]),
  ...card.tags,
  card.scenario ?? '',
];

test('no text crashes the reader, and nothing from it reaches a terminal as a command', () => {
  fc.assert(
    fc.property(fc.constantFrom(...HEADS), odd, (head, body) => {
      const read = readAnki(head + body, 'a.txt', 'a');
      const lines = (head + body).split(/\r\n|\r|\n/).length;
      for (const { line, message } of read.problems) {
        expect(line).toBeGreaterThanOrEqual(1);
        expect(line).toBeLessThanOrEqual(lines);
        expect([message.ko, message.en].some(hasControlCharacters)).toBe(false);
      }
      if (!read.ok) return;
      for (const { title, id, cards } of read.decks) {
        expect(hasControlCharacters(title)).toBe(false);
        expect(id).toMatch(/^[a-z0-9-]{1,64}$/);
        for (const card of cards) {
          expect(card.id).toMatch(/^[a-z0-9-]{1,64}$/);
          for (const text of textsOf(card)) {
            expect(hasControlCharacters(text.replaceAll('\n', ''))).toBe(false);
            expect(tidyText(text)).toBe(text);
          }
          const { content } = card;
          if (content.kind === 'cloze') expect(content.text.slice(content.start, content.end).trim()).not.toBe('');
        }
      }
    }),
    { numRuns: 500 },
  );
});

test('deep nesting and long fields end', () => {
  for (const field of [
    '<div>'.repeat(30_000),
    '<b>x'.repeat(40_000),
    '{{c1::'.repeat(30_000),
    '**a'.repeat(60_000),
    '`'.repeat(190_000),
    '</p>'.repeat(40_000),
  ]) {
    const started = performance.now();
    readAnki(`#html:true\n${field}\tb\n`, 'a.txt', 'a');
    expect(performance.now() - started).toBeLessThan(3000);
  }
});
