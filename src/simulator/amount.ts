import type { Random } from './random.ts';
import type { Amount } from './scenario.ts';

/** The number, or a whole number drawn from the range. */
export function amount(value: Amount, random: Random): number {
  return typeof value === 'number' ? value : random.int(value.min, value.max);
}
