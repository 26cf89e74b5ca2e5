import { SEQUENCE_SPACE } from '../../tcp/sequence.ts';
import type { MisconceptionId } from '../misconceptions.ts';

/** What M22 makes of a sum of sequence numbers: the sum itself where it passes 2^32, nothing where it does not. */
export function unwrapped(...terms: readonly number[]): readonly (readonly [MisconceptionId, number])[] {
  const total = terms.reduce((a, b) => a + b, 0);
  return total < SEQUENCE_SPACE ? [] : [['M22', total]];
}

/** What M22 makes of a difference: the smaller number taken from the larger one, where the numbers wrapped between them. */
export function unwrappedDifference(from: number, to: number): readonly (readonly [MisconceptionId, number])[] {
  return to >= from ? [] : [['M22', from - to]];
}
