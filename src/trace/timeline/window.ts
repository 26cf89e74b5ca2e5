/** Rows of a screen, `from` up to and without `to`. */
export interface RowWindow {
  readonly from: number;
  readonly to: number;
}

/**
 * The rows shown while the newest is followed. The picture stands still until it is full, then moves up by half: rows can
 * be read in peace, and little is drawn. A function of how many rows are seen.
 */
export function followingWindow(seen: number, height: number): RowWindow {
  if (seen <= height) return { from: 0, to: seen };
  const half = Math.max(1, Math.ceil(height / 2));
  return { from: Math.ceil((seen - height) / half) * half, to: seen };
}

/** The rows that end with row `bottom`, as many as fit; those at the beginning fill the screen all the same. */
export function windowUpTo(bottom: number, seen: number, height: number): RowWindow {
  const to = Math.min(seen, Math.max(bottom + 1, height));
  return { from: Math.max(0, to - height), to };
}
