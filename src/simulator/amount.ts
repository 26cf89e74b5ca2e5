import type { Random } from './random.ts';

/** A number, or a range from which the seed draws one. */
export type Amount = number | { readonly min: number; readonly max: number };

/** The number, or the least of the range. */
export function least(value: Amount): number {
  return typeof value === 'number' ? value : value.min;
}

/** The number, or a whole number drawn from the range. */
export function amount(value: Amount, random: Random): number {
  return typeof value === 'number' ? value : random.int(value.min, value.max);
}
