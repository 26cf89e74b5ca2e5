/**
 * Grapheme clusters as Intl.Segmenter gives them, bundled in place of the packages' own segmenters. Creating the
 * segmenter and its first use cost tens of milliseconds, and each call is slow; text made only of characters that
 * are a cluster by themselves (printable ASCII, Hangul syllables, common signs, box drawing) never needs it.
 */
const SINGLES = /^[\x20-\x7e§·×–—‘’“”…←-↓⇄─-╿▀-▟■▲▶▼◀●◆○✓✗❯가-힣]*$/;

let segmenter;

function* singles(text) {
  for (let index = 0; index < text.length; index++) yield { segment: text[index], index, input: text };
}

export const graphemes = {
  segment(text) {
    if (SINGLES.test(text)) return singles(text);
    segmenter ??= new Intl.Segmenter(undefined, { granularity: 'grapheme' });
    return segmenter.segment(text);
  },
};
