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
  const half = halfOf(height);
  return { from: Math.ceil((seen - height) / half) * half, to: seen };
}

/** How many rows were seen when the picture last moved up; null when it has not yet. */
export function movedAt(seen: number, height: number): number | null {
  const { from } = followingWindow(seen, height);
  return from === 0 ? null : from - halfOf(height) + height + 1;
}

function halfOf(height: number): number {
  return Math.max(1, Math.ceil(height / 2));
}

/** The rows that end with row `bottom`, as many as fit; those at the beginning fill the screen all the same. */
export function windowUpTo(bottom: number, seen: number, height: number): RowWindow {
  const to = Math.min(seen, Math.max(bottom + 1, height));
  return { from: Math.max(0, to - height), to };
}
