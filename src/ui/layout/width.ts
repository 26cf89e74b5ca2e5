import stringWidth from 'string-width';

/**
 * Text measured in terminal cells. Everything here works on graphemes, never on code units: a Hangul syllable is two
 * cells, and may be one code point (NFC) or three (NFD).
 */

const PRINTABLE_ASCII = /^[\x20-\x7e]*$/;

let segmenter: Intl.Segmenter | undefined;

/**
 * Texts of nothing but characters that each stand alone and whose width is known (a test holds it against
 * string-width): Hangul syllables two cells, the others one. They need neither the segmenter nor the tables of
 * Unicode, which would cost a first frame dear.
 */
const STAND_ALONE = /^[\x20-\x7e·‘’“”…←-↓─-▟■□▲△▶▷▼▽◀◁◆○●✓✗❯가-힣]*$/;
const SYLLABLES = /[가-힣]/g;

/** The characters a person sees, in order. */
export function graphemes(text: string): string[] {
  if (STAND_ALONE.test(text)) return [...text];
  segmenter ??= new Intl.Segmenter();
  return Array.from(segmenter.segment(text), ({ segment }) => segment);
}

/** Cells `text` takes in a terminal. */
export function cells(text: string): number {
  if (PRINTABLE_ASCII.test(text)) return text.length;
  return STAND_ALONE.test(text) ? text.length + (text.match(SYLLABLES)?.length ?? 0) : stringWidth(text);
}

/** The longest beginning of `text` that fits in `width` cells; `mark` stands for what was cut off. */
export function truncate(text: string, width: number, mark = '…'): string {
  if (cells(text) <= width) return text;
  const room = width - cells(mark);
  if (room < 0) return '';
  let out = '';
  let used = 0;
  for (const grapheme of graphemes(text)) {
    const size = cells(grapheme);
    if (used + size > room) break;
    out += grapheme;
    used += size;
  }
  return out + mark;
}

/** `text` in exactly `width` cells: cut when longer, filled with spaces on the right when shorter. */
export function padEnd(text: string, width: number, mark = '…'): string {
  const cut = truncate(text, width, mark);
  return cut + ' '.repeat(Math.max(0, width - cells(cut)));
}

/** As padEnd, filled on the left: for numbers. */
export function padStart(text: string, width: number, mark = '…'): string {
  const cut = truncate(text, width, mark);
  return ' '.repeat(Math.max(0, width - cells(cut))) + cut;
}
