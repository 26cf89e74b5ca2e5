import { cells, graphemes } from '../layout/width.ts';
import { cursorAt, offsetAt, writingRows } from '../layout/writing-rows.ts';

/** A text of several lines being written, always NFC, and the column that moving up and down keeps to; null after any other step. */
export interface Writing {
  readonly before: string;
  readonly after: string;
  readonly goal: number | null;
}

export type WritingAction =
  | { readonly type: 'insert'; readonly text: string }
  | { readonly type: 'erase' | 'erase-next' | 'erase-word' | 'erase-line' }
  | { readonly type: 'left' | 'right' | 'line-start' | 'line-end' | 'text-start' | 'text-end' }
  /** By rows as they are shown, `width` cells wide. */
  | { readonly type: 'up' | 'down'; readonly width: number };

/** Far more than anyone says in an interview; it keeps each step quick and a line of the log short. */
export const LONGEST_WRITING = 4000;

export function writingOf(text: string): Writing {
  return { before: cleanWriting(text), after: '', goal: null };
}

export function writtenText({ before, after }: Writing): string {
  return before + after;
}

/** What of a typed or pasted text is taken: letters and line breaks, a tab as two spaces, nothing that could steer a terminal. */
export function cleanWriting(text: string): string {
  const plain = text
    .replace(/\r\n?/g, '\n')
    .replace(/\t/g, '  ')
    .replace(/[\u2028\u2029]/g, '\n')
    .replace(/(?!\n)[\p{Cc}\u202a-\u202e\u2066-\u2069\ufeff]/gu, '')
    .normalize('NFC');
  return cut(plain, LONGEST_WRITING);
}

/** At most `most` code units, never half a grapheme. */
function cut(text: string, most: number): string {
  if (text.length <= most) return text;
  let out = '';
  for (const grapheme of graphemes(text.slice(0, most + 1))) {
    if (out.length + grapheme.length > most) break;
    out += grapheme;
  }
  return out;
}

/** One step of writing; moves and erasures are by what a person sees as one character. */
export function reduceWriting(state: Writing, action: WritingAction): Writing {
  const { before, after } = state;
  const at = (newBefore: string, newAfter: string): Writing => ({ before: newBefore, after: newAfter, goal: null });
  switch (action.type) {
    case 'insert': {
      const room = LONGEST_WRITING - before.length - after.length;
      // Joined first: a jamo may complete the syllable before the cursor.
      const joined = (before + cut(cleanWriting(action.text), Math.max(0, room))).normalize('NFC');
      return at(joined, after);
    }
    case 'erase':
      return at(before.slice(0, before.length - lastOf(before).length), after);
    case 'erase-next':
      return at(before, after.slice(firstOf(after).length));
    case 'erase-word':
      return at(before.replace(/(?:\n|[^\s]*[^\S\n]*)$/u, ''), after);
    case 'erase-line': {
      const line = before.slice(before.lastIndexOf('\n') + 1);
      // At the start of a line there is only the break before it.
      return at(before.slice(0, before.length - Math.max(line.length, before === '' ? 0 : 1)), after);
    }
    case 'left': {
      const one = lastOf(before);
      return at(before.slice(0, before.length - one.length), one + after);
    }
    case 'right': {
      const one = firstOf(after);
      return at(before + one, after.slice(one.length));
    }
    case 'line-start': {
      const start = before.lastIndexOf('\n') + 1;
      return at(before.slice(0, start), before.slice(start) + after);
    }
    case 'line-end': {
      const found = after.indexOf('\n');
      const end = found === -1 ? after.length : found;
      return at(before + after.slice(0, end), after.slice(end));
    }
    case 'text-start':
      return at('', before + after);
    case 'text-end':
      return at(before + after, '');
    case 'up':
    case 'down':
      return moved(state, action.type === 'up' ? -1 : 1, action.width);
  }
}

function moved(state: Writing, by: 1 | -1, width: number): Writing {
  const text = writtenText(state);
  const rows = writingRows(text, width);
  const cursor = cursorAt(rows, state.before.length, width);
  const row = cursor.row + by;
  const goal = state.goal ?? cursor.column;
  // Above the first row is the start, below the last one the end: as everywhere.
  const offset = row < 0 ? 0 : row >= rows.length ? text.length : offsetAt(rows, row, goal);
  return { before: text.slice(0, offset), after: text.slice(offset), goal };
}

function lastOf(text: string): string {
  if (text.endsWith('\n')) return '\n';
  // A grapheme never goes past a line: the whole text need not be taken apart for its last one.
  return graphemes(text.slice(text.lastIndexOf('\n') + 1)).at(-1) ?? '';
}

function firstOf(text: string): string {
  const to = text.indexOf('\n');
  return to === 0 ? '\n' : (graphemes(to === -1 ? text : text.slice(0, to))[0] ?? '');
}

/** The rows to show in `height` lines: those around the cursor, the end while the cursor is there. */
export function writingWindow(
  state: Writing,
  width: number,
  height: number,
): { readonly lines: readonly string[]; readonly cursor: { readonly row: number; readonly column: number } } {
  const rows = writingRows(writtenText(state), width);
  const cursor = cursorAt(rows, state.before.length, width);
  const top = Math.min(Math.max(0, cursor.row - Math.floor(height / 2)), Math.max(0, rows.length - height));
  const lines = rows.slice(top, top + height).map(({ text }) => {
    // A space that hangs over the edge is not drawn.
    return cells(text) > width ? text.trimEnd() : text;
  });
  return { lines, cursor: { row: cursor.row - top, column: cursor.column } };
}
