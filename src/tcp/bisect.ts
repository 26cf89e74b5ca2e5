import { seqGe } from './sequence.ts';

/**
 * Index of the first piece, from `from` on, that ends at `seq` or above; the length if none does. The pieces stand in
 * sequence order; `end` is one past a piece's last number.
 */
export function firstReaching(pieces: readonly { readonly end: number }[], seq: number, from = 0): number {
  let low = from;
  let high = pieces.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const piece = pieces[middle];
    if (piece !== undefined && seqGe(piece.end, seq)) high = middle;
    else low = middle + 1;
  }
  return low;
}
