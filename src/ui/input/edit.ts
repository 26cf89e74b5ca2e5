import { graphemes } from '../layout/width.ts';

/** A line being written, with the cursor between `before` and `after`. Always NFC, whichever form was typed. */
export interface EditState {
  readonly before: string;
  readonly after: string;
}

/** Whether `character` may follow the text before the cursor. */
export type Accepts = (character: string, before: string) => boolean;

export type EditAction =
  | { readonly type: 'insert'; readonly text: string; readonly accepts: Accepts; readonly limit: number }
  | { readonly type: 'erase' | 'erase-next' | 'erase-all' }
  | { readonly type: 'cursor-left' | 'cursor-right' | 'cursor-start' | 'cursor-end' }
  | { readonly type: 'set'; readonly text: string };

export const EMPTY_EDIT: EditState = { before: '', after: '' };

/** What has been written. */
export function editedText({ before, after }: EditState): string {
  return before + after;
}

/** One editing step; moves and erasures are by what a person sees as one character. */
export function reduceEdit(state: EditState, action: EditAction): EditState {
  const { before, after } = state;
  switch (action.type) {
    case 'insert': {
      let written = before;
      for (const grapheme of graphemes(action.text)) {
        if (graphemes(written + after).length >= action.limit) break;
        if (action.accepts(grapheme, written)) written = (written + grapheme).normalize('NFC');
      }
      return { before: written, after };
    }
    case 'erase':
      return { before: graphemes(before).slice(0, -1).join(''), after };
    case 'erase-next':
      return { before, after: graphemes(after).slice(1).join('') };
    case 'erase-all':
      return EMPTY_EDIT;
    case 'cursor-left': {
      const all = graphemes(before);
      return { before: all.slice(0, -1).join(''), after: (all.at(-1) ?? '') + after };
    }
    case 'cursor-right': {
      const [first = '', ...rest] = graphemes(after);
      return { before: before + first, after: rest.join('') };
    }
    case 'cursor-start':
      return { before: '', after: before + after };
    case 'cursor-end':
      return { before: before + after, after: '' };
    case 'set':
      return { before: action.text.normalize('NFC'), after: '' };
  }
}

/** Any printable character. */
export const acceptsText: Accepts = (character) => !/^\p{Cc}/u.test(character);

/**
 * A number: decimal or 0x, with separators between digits. Letters only where they can be part of one, so that the
 * others stay commands.
 */
export const acceptsNumber: Accepts = (typed, before) => {
  // Full-width digits of a Korean or Japanese keyboard are digits too; the answer is read the same way.
  const character = typed.normalize('NFKC');
  const hex = /^0x/i.test(before.trimStart().normalize('NFKC'));
  if (/^[0-9]$/.test(character)) return true;
  if (/^[xX]$/.test(character)) return before.trim().normalize('NFKC') === '0';
  if (/^[a-fA-F]$/.test(character)) return hex;
  return /^[,_' ]$/.test(character) && before !== '';
};

/** A decimal amount: as acceptsNumber, and a point. */
export const acceptsDecimal: Accepts = (typed, before) =>
  acceptsNumber(typed, before) || (typed.normalize('NFKC') === '.' && !before.includes('.'));

/** Numbers or ranges in a row: digits, what stands between them, and the letters of 'none'. */
export const acceptsRow: Accepts = (typed, before) => {
  const character = typed.normalize('NFKC');
  if (/^[0-9]$/.test(character)) return true;
  if (/^[,\- .]$/.test(character)) return before !== '';
  return 'none'.startsWith((before + character).toLowerCase());
};
