import { CLOSES, OPENS, withoutMarks } from '../card-text.ts';

/** One deletion of a note: its number, and the whole field with this one deletion marked. */
export interface Deletion {
  readonly number: number;
  readonly marked: string;
}

const HAS_DELETION = /\{\{c\d+::/i;
const PARTS = /\{\{c(\d{1,3})::|\}\}|::/gi;

export function hasDeletions(field: string): boolean {
  return HAS_DELETION.test(field);
}

interface Found {
  readonly number: number;
  /** Offsets in the field without marks and hints. */
  readonly start: number;
  end: number;
  /** Where its hint begins in that field; -1 before one does. */
  hint: number;
}

/**
 * Takes `{{c1::text::hint}}` apart, nested ones too: a deletion each, in the order of the text; `hints` counts what is left
 * out. A deletion that is not closed ends with the field. At most `most` are taken.
 */
export function deletionsOf(field: string, most: number): { readonly deletions: Deletion[]; readonly hints: number } {
  const source = withoutMarks(field);
  const open: Found[] = [];
  const found: Found[] = [];
  let plain = '';
  let hints = 0;
  let at = 0;
  const close = (deletion: Found) => {
    if (deletion.hint >= 0) {
      if (plain.length > deletion.hint) hints++;
      plain = plain.slice(0, deletion.hint);
    }
    deletion.end = plain.length;
  };
  for (const part of source.matchAll(PARTS)) {
    const [mark, number] = part;
    const innermost = open.at(-1);
    if (number === undefined && innermost === undefined) continue;
    plain += source.slice(at, part.index);
    at = part.index + mark.length;
    if (number !== undefined) {
      const deletion = { number: Number(number), start: plain.length, end: plain.length, hint: -1 };
      open.push(deletion);
      if (found.length < most) found.push(deletion);
    } else if (mark === '}}') {
      if (innermost !== undefined) close(innermost);
      open.pop();
    } else if (innermost !== undefined && innermost.hint < 0) innermost.hint = plain.length;
    else plain += mark;
  }
  plain += source.slice(at);
  for (const deletion of open.reverse()) close(deletion);
  const deletions = found.map(({ number, start, end }) => ({ number, marked: marked(plain, start, end) }));
  return { deletions, hints };
}

function marked(plain: string, start: number, end: number): string {
  return plain.slice(0, start) + OPENS + plain.slice(start, end) + CLOSES + plain.slice(end);
}

/** A field made of a marked text, whose marks become a deletion. */
export function clozeField(html: string): string {
  const spelled = html.replaceAll('{', '&#123;').replaceAll('}', '&#125;');
  const opens = spelled.indexOf(OPENS);
  const closes = spelled.indexOf(CLOSES);
  // Two colons would begin a hint.
  const hidden = spelled.slice(opens + 1, closes).replaceAll('::', ':&#58;');
  return `${spelled.slice(0, opens)}{{c1::${hidden}}}${spelled.slice(closes + 1)}`;
}
