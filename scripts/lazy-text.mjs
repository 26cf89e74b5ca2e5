/**
 * Bundled in place of what packages make when they are loaded (startup-plugin.mjs): segmenters and patterns of
 * Unicode properties cost tens of milliseconds. Text made only of characters that are a grapheme cluster by
 * themselves (printable ASCII, Hangul syllables, common signs, lines and arrows) never needs them.
 */
const VISIBLE = '\\x20-\\x7e§·×–—‘’“”…←-↓⇄─-╿▀-▟■▲▶▼◀●◆○✓✗❯가-힣';
const VISIBLE_SINGLES = new RegExp(`^[${VISIBLE}]*$`);
/** Colour codes begin with ESC; a control character is always a cluster by itself (but CR before LF). */
const SINGLES = new RegExp(`^[\\x1b\\n${VISIBLE}]*$`);

let segmenter;

/** The clusters of such a text, as `Intl.Segments` gives them. */
function singles(text) {
  const at = (index) => ({ segment: text[index], index, input: text });
  return {
    *[Symbol.iterator]() {
      for (let index = 0; index < text.length; index++) yield at(index);
    },
    containing: (index = 0) => (index >= 0 && index < text.length ? at(Math.trunc(index)) : undefined),
  };
}

/** Grapheme clusters, as `Intl.Segmenter` gives them. */
export const graphemes = {
  segment(text) {
    if (SINGLES.test(text)) return singles(text);
    segmenter ??= new Intl.Segmenter(undefined, { granularity: 'grapheme' });
    return segmenter.segment(text);
  },
};

/** Cells of text made only of such characters, as string-width counts them; -1 for any other text. */
export function singlesWidth(text) {
  if (!VISIBLE_SINGLES.test(text)) return -1;
  let width = text.length;
  for (let index = 0; index < text.length; index++) if (text.charCodeAt(index) >= 0xac00) width++;
  return width;
}

/** What string-width uses of a pattern, which is made at the first use. */
export function lazyPattern(source, flags) {
  let pattern;
  const made = () => {
    pattern ??= new RegExp(source, flags);
    return pattern;
  };
  return { test: (text) => made().test(text), [Symbol.search]: (text) => text.search(made()) };
}
