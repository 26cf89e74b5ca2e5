import stringWidth from 'string-width';
import type { Span } from './ladder-style.ts';

/** Small operations on the runs that ladder lines are made of. */

const PRINTABLE_ASCII = /^[\x20-\x7e]*$/;

/** Columns a text takes in a terminal. */
export function cellsOf(text: string): number {
  return PRINTABLE_ASCII.test(text) ? text.length : stringWidth(text);
}

/** `n` blank columns; none when n is negative. */
export function space(n: number): Span {
  return { text: ' '.repeat(Math.max(0, n)), role: 'space' };
}

/** Columns of several runs together. */
export function widthOf(spans: readonly Span[]): number {
  return spans.reduce((sum, span) => sum + cellsOf(span.text), 0);
}

/** Pieces one after the other with a column between. */
export function joined(pieces: readonly (readonly Span[])[]): Span[] {
  return pieces.flatMap((piece, index) => (index === 0 ? piece : [space(1), ...piece]));
}
