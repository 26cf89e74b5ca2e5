/** Inference on shares. Pure. */

/**
 * The 99.5% quantile of the normal distribution: intervals of 99%. Many shares are looked at side by side, and at 95% one
 * of them would often be out by chance alone.
 */
const Z = 2.575829;

/** Bounds of a share, 0 to 1. */
export interface Interval {
  readonly low: number;
  readonly high: number;
}

/** Wilson's score interval, 99%, of a share seen `hits` times in `count`; all of 0 to 1 when nothing was counted. */
export function wilson(hits: number, count: number): Interval {
  if (count === 0) return { low: 0, high: 1 };
  const share = hits / count;
  const weight = 1 + Z ** 2 / count;
  const middle = (share + Z ** 2 / (2 * count)) / weight;
  const half = (Z / weight) * Math.sqrt((share * (1 - share)) / count + Z ** 2 / (4 * count ** 2));
  return { low: Math.max(0, middle - half), high: Math.min(1, middle + half) };
}

/** The chance of at most `hits` hits in `count` tries with this chance each, 0 to 1. */
export function chanceOfAtMost(hits: number, count: number, chance: number): number {
  if (hits >= count) return 1;
  if (hits < 0) return 0;
  if (chance <= 0) return 1;
  if (chance >= 1) return 0;
  // In logarithms: the first term underflows when there are many tries.
  const odds = Math.log(chance) - Math.log1p(-chance);
  let term = count * Math.log1p(-chance);
  let sum = 0;
  for (let k = 0; k <= hits; k++) {
    sum += Math.exp(term);
    term += Math.log((count - k) / (k + 1)) + odds;
  }
  return Math.min(1, sum);
}
