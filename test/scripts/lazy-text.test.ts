import fc from 'fast-check';
import stringWidth from 'string-width';
import { describe, expect, test } from 'vitest';
import { graphemes, lazyPattern, singlesWidth } from '../../scripts/lazy-text.mjs';

const intl = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/** Text as screens hold it, with what could join: jamo, combining marks, emoji parts, line ends, colour codes. */
const texts = fc
  .array(
    fc.oneof(
      fc.constantFrom('가', '힣', 'ᄀ', 'ᅡ', 'ᆨ', '\u0301', '\u200d', '\ufe0f', '👩', '🇰', '✓', '▶', '─', '\r', '\n'),
      fc.constantFrom('\u001b[1m', '\u001b[39m', ' ', 'a', 'é', '漢', '…', '→'),
      fc.string({ unit: 'binary', maxLength: 3 }),
    ),
    { maxLength: 12 },
  )
  .map((parts) => parts.join(''));

describe('what is bundled in place of segmenters and patterns', () => {
  test('gives the grapheme clusters of Intl.Segmenter', () => {
    fc.assert(
      fc.property(texts, (text) => {
        expect([...graphemes.segment(text)]).toEqual([...intl.segment(text)]);
        for (let index = -1; index <= text.length; index++) {
          expect(graphemes.segment(text).containing(index)).toEqual(intl.segment(text).containing(index));
        }
      }),
      { numRuns: 2000 },
    );
  });

  test('measures as string-width does, every character it knows and any mix', () => {
    let known = 0;
    for (let code = 0; code <= 0xffff; code++) {
      const char = String.fromCharCode(code);
      if (singlesWidth(char) < 0) continue;
      known++;
      expect([char, singlesWidth(char)]).toEqual([char, stringWidth(char)]);
    }
    expect(known).toBeGreaterThan(11_000);
    fc.assert(
      fc.property(texts, (text) => singlesWidth(text) < 0 || singlesWidth(text) === stringWidth(text)),
      { numRuns: 2000 },
    );
  });

  test('a lazy pattern finds what the pattern finds', () => {
    const lazy = lazyPattern('\\p{Mc}', 'u');
    for (const text of ['abc', 'ab\u0903c', '']) {
      expect(lazy.test(text)).toBe(/\p{Mc}/u.test(text));
      expect(text.search(lazy)).toBe(text.search(/\p{Mc}/u));
    }
  });
});
