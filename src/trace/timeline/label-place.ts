/** Where words stand in a row, in columns counted from the sender's lifeline. */
export interface LabelPlace {
  /** First column of the words. */
  readonly start: number;
  /** Whether a line that goes down is interrupted by them. */
  readonly interrupts: boolean;
}

/** Columns before words at the beginning of a line: two of the line and a blank. */
export const BEFORE = 3;

/**
 * The place for `size` columns of words, a blank on either side, before column `end` and not before `least`: as near to the sender as lines
 * going down at the columns `taken` let it, else over them. Null when the words are too long.
 */
export function labelPlace(
  size: number,
  end: number,
  taken: readonly number[],
  least: number = BEFORE,
): LabelPlace | null {
  if (least + size + 1 > end) return null;
  const hit = (start: number) => taken.filter((column) => column >= start - 1 && column <= start + size);
  let start = least;
  while (start + size + 1 <= end) {
    const blocked = hit(start);
    if (blocked.length === 0) return { start, interrupts: false };
    start = Math.max(...blocked) + 3;
  }
  return { start: least, interrupts: true };
}
