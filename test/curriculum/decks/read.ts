import type { DeckCard } from '../../../src/curriculum/decks/deck.ts';
import type { KnownCard } from '../../../src/curriculum/decks/identity.ts';
import { type ReadDecks, readDecks } from '../../../src/curriculum/decks/read-decks.ts';

const SURROUNDINGS = { reserved: new Set(['handshake']), scenarios: ['lost-segment', 'handshake', 'four-way-close'] };

/** Reads notes given by path. */
export function readNotes(notes: Readonly<Record<string, string>>, known: readonly KnownCard[] = []): ReadDecks {
  const files = Object.entries(notes).map(([path, text]) => ({ path, text }));
  return readDecks(files, SURROUNDINGS, known);
}

/** The cards of one note. */
export function cardsOf(text: string): readonly DeckCard[] {
  return readNotes({ 'note.md': text }).decks[0]?.cards ?? [];
}

/** Contents in short: a flip card as 'front => back', a cloze with {its hidden run}. */
export function shown({ content }: Pick<DeckCard, 'content'>): string {
  if (content.kind === 'flip') return `${content.front} => ${content.back}`;
  const { text, start, end } = content;
  return `${text.slice(0, start)}{${text.slice(start, end)}}${text.slice(end)}`;
}

/** Problems in short: 'error 3: message'. */
export function told(text: string): string[] {
  return readNotes({ 'note.md': text }).problems.map(
    ({ severity, line, message }) => `${severity} ${line}: ${message.en}`,
  );
}
