import { SEQUENCE_SPACE } from '../../tcp/sequence.ts';

/*
 * Wrong rules about the order and distance of two 32-bit numbers, reckoned from the right distance.
 */

/** M23 where the numbers have wrapped, N173 where they have not: the long way round. */
export function longWayRound(distance: number): number {
  return SEQUENCE_SPACE - distance;
}

/** N174: one number fewer in a round. */
export function roundTooShort(distance: number): number {
  return distance - 1;
}
