import type { Deck } from '../curriculum/decks/deck.ts';
import { ownDeckId } from '../curriculum/decks/deck-id.ts';
import type { DeckSurroundings } from '../curriculum/decks/read-decks.ts';
import { NOTHING_LOST, type ReadDecks } from '../curriculum/decks/transfer.ts';
import type { DeckInput } from './deck-input.ts';

/** Reads the decks of a file by its format; each format's reader is loaded when it is wanted. */
export async function readInputDecks(input: DeckInput, file: string, around: DeckSurroundings): Promise<ReadDecks> {
  const read = await readFormat(input, file, around);
  if (!read.ok) return read;
  const decks = read.decks.map((deck): Deck => ({ ...deck, id: ownDeckId(deck.id, around.reserved) }));
  return { ...read, decks: decks.filter(({ cards }) => cards.length > 0) };
}

async function readFormat(
  { format, text, name }: DeckInput,
  file: string,
  around: DeckSurroundings,
): Promise<ReadDecks> {
  switch (format) {
    case 'anki':
      return (await import('../curriculum/decks/anki/read-anki.ts')).readAnki(text, file, name);
    case 'json':
      return (await import('../curriculum/decks/json/read-json.ts')).readDecksJson(text, file, around.scenarios);
    case 'md': {
      const { readDecks } = await import('../curriculum/decks/read-decks.ts');
      const { decks, problems } = readDecks([{ path: `${name}.md`, text }], around);
      const lines = problems.map(({ line, message }) => ({ line, message }));
      const [first, ...others] = lines;
      if (decks.length === 0 && first !== undefined) return { ok: false, problems: [first, ...others] };
      return { ok: true, decks, problems: lines, lost: NOTHING_LOST };
    }
  }
}
