import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { plainContent } from '../../../src/curriculum/decks/plain-content.ts';
import { cardsOf, shown } from './read.ts';

/** Whether a text is what is left of another one when characters are taken out. */
function isLeftOf(left: string, whole: string): boolean {
  let at = 0;
  for (const character of whole) if (character === left[at]) at++;
  return at === left.length;
}

/** The first card of a note without its marks. */
function plain(note: string, card = 0): string {
  return shown({ content: plainContent(cardsOf(note)[card]!.content) });
}

describe('a card without marks', () => {
  test.each([
    ['Q: **창(window)**은 `SND.WND`?\nA: a **b `c` d**', '창(window)은 SND.WND? => a b c d'],
    ['Q: 2 ** 3 and a ` b\nA: ** x **', '2 ** 3 and a ` b => ** x **'],
    ['Q: ``a ` b`` and `**`\nA: **', '``a ` b`` and ** => **'],
    ['Q: ``a`` `b`\nA: c', 'a b => c'],
    ['Q: a\nA: **b**\n```\n**c** `d`\n```\n`e`', 'a => b\n**c** `d`\ne'],
    ['Q: a\nA: ```\nb **c**', 'a => ```\nb c'],
    ['Q: a\nA: ```sh\nb **c**\n```', 'a => b **c**'],
    ['C: A **[SYN]** takes `[one]` number', 'A {SYN} takes one number'],
    ['C: The [**SYN** flag] is `set`', 'The {SYN flag} is set'],
    ['C: `ack=`[101]', 'ack={101}'],
  ])('%j', (note, expected) => {
    expect(plain(note)).toBe(expected);
  });

  test('property: the hidden words stay, and nothing fails on odd marks', () => {
    const piece = fc.constantFrom('**', '`', '``', '\n', '\n\n', '```\n', '~~~\n', 'a', ' ', '가', '*', 'b c');
    fc.assert(
      fc.property(fc.array(piece), fc.array(piece), fc.array(piece), (before, hidden, after) => {
        const [from, run, to] = [before, hidden, after].map((pieces) => pieces.join(''));
        const text = `${from}\nX${run}\nY${to}`;
        const content = plainContent({ kind: 'cloze', text, start: from!.length + 1, end: text.length - to!.length });
        if (content.kind !== 'cloze') throw new Error(content.kind);
        expect(content.text.slice(content.start, content.end)).toMatch(/^X[\s\S]*Y$/);
        expect(isLeftOf(content.text, text)).toBe(true);
      }),
      { numRuns: 400 },
    );
  });
});
