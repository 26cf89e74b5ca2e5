import { takeFrontmatter } from '../frontmatter.ts';
import { noteLines } from '../note-lines.ts';
import { splitCards } from '../split-cards.ts';

/** The lines of a note that make up one card, or the cards of one C:; from 1, both included. */
export interface CardBlock {
  readonly first: number;
  readonly last: number;
}

/** Where the cards of a note stand, in the order of lines. */
export function cardBlocks(text: string): CardBlock[] {
  const silent = (): void => {};
  const { rest } = takeFrontmatter(noteLines(text, silent), silent);
  return splitCards(rest, silent).map((card) => {
    const lines = card.kind === 'flip' ? [...card.front, ...card.back] : card.body;
    const written = lines.filter(({ kind, text: line }) => kind !== 'text' || line.trim() !== '');
    return { first: card.line, last: Math.max(card.line, ...written.map(({ number }) => number)) };
  });
}
