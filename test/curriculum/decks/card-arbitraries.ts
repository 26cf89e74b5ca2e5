import fc from 'fast-check';
import { CLOSES, clozeOf, OPENS, tidyText, withoutMarks } from '../../../src/curriculum/decks/card-text.ts';
import type { Deck, DeckCard } from '../../../src/curriculum/decks/deck.ts';

/** Pieces that mean something in Anki's files, in HTML, in Markdown or to a terminal, and words between them. */
const PIECES = [
  '\t', '"', '""', '\n', '\n\n', ' ', '  ', '<', '>', '&', '&lt;', '&nbsp;', '<br>', '</b>', '<SEQ=100><CTL=SYN>', '#', '# a', ';', ',',
  '|', '| a | b |', '- ', '\n- a\n- b\n', '\n  - c', '1. ', '**', '**b**', '`', '`c d`', '```', '\n```\nx  y\n  z\n```\n', '~~~', '---', '\n---\n',
  '[', ']', '[a](b)', '](', '![', '\\', '\\[', '{', '}', '{{', '}}', '{{c1::', '::', ':', '[sound:a.mp3]', 'Q:', '\nQ: a', '\nA: b', '\nC: c', 'A：',
  '\nscenario: handshake', '\ntags: a, b', '<!--', '-->', '<!-- id: x -->', '\n> q', '[^1]', '?', '\u001b[31m', '\u0007', '\u009b', '\r\n', '\u202e',
  '\u2028', '\ufeff', '\u00a0', '\u3000', '한글', '순서 번호', '가\u0301', '각', '🧪', '👩‍👩‍👧', 'SYN', 'a', 'b ', ' c', '0', '\ufdd0', '\ufdd1',
] as const; // biome-ignore format: a list to look through

const oddText = fc
  .array(
    fc.oneof(
      { weight: 4, arbitrary: fc.constantFrom(...PIECES) },
      fc.string({ maxLength: 4 }),
      fc.string({ unit: 'binary', maxLength: 2 }),
    ),
    {
      minLength: 1,
      maxLength: 10,
    },
  )
  .map((pieces) => pieces.join(''));

/** Any text at all, odd signs above all. */
export { oddText };

/** Text as a card holds it. */
export const cardText = oddText.map((text) => tidyText(withoutMarks(text))).filter((text) => text !== '');

const flip = fc.record({ kind: fc.constant('flip' as const), front: cardText, back: cardText });

const cloze = fc
  .tuple(oddText, oddText, oddText)
  .map(([before, hidden, after]) => {
    const plain = [before, hidden, after].map((text) => text.replace(/[\ufdd0\ufdd1]/g, ''));
    return clozeOf(`${plain[0]}${OPENS}${plain[1]}${CLOSES}${plain[2]}`);
  })
  .filter((found) => found !== null)
  .map((found) => ({ kind: 'cloze' as const, ...found }));

const word = fc.stringMatching(/^[a-z0-9가-힣"<&:_.]{1,8}$/).filter((tag) => !tag.startsWith('seqack::'));
const id = fc.stringMatching(/^[a-z0-9]{1,8}(-[a-z0-9]{1,4})?$/);

export const contents = fc.oneof(flip, cloze);

/** A card as some reader gives it. */
export const card: fc.Arbitrary<DeckCard> = fc.record({
  id,
  file: fc.constant('a.md'),
  line: fc.nat(99),
  content: contents,
  scenario: fc.constantFrom(null, 'handshake', 'lost-segment'),
  tags: fc.uniqueArray(word, { maxLength: 3 }),
});

export const deck: fc.Arbitrary<Deck> = fc.record({
  id,
  title: oddText
    .map((text) => tidyText(withoutMarks(text)).replace(/\s+/g, ' ').slice(0, 20).trim())
    .filter((title) => title !== '' && !/^\d+$/.test(title) && !/[\ud800-\udfff]$/.test(title)),
  cards: fc.uniqueArray(card, { selector: ({ id }) => id, minLength: 1, maxLength: 5 }),
});

/** What a card is, wherever it stands. */
export function bare({ id, content, scenario, tags }: DeckCard) {
  return { id, content, scenario, tags };
}
