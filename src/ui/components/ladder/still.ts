import type { LadderRow } from '../../../trace/ladder.ts';
import type { Line } from '../../layout/line.ts';

/** What is seen of a ladder that stands still, and whether there are rows above and below it. */
export interface StillLadder {
  readonly lines: readonly Line[];
  readonly above: boolean;
  readonly below: boolean;
}

/** The lines around row `at`, which is in the middle unless the ladder begins or ends near it; `height` lines at most. */
export function linesAround(
  rows: readonly LadderRow[],
  at: number,
  height: number,
  draw: (row: LadderRow, index: number) => readonly Line[],
): StillLadder {
  const drawn = (index: number): readonly Line[] => {
    const row = rows[index];
    return row === undefined ? [] : draw(row, index);
  };
  const lines = [...drawn(at)];
  let [first, last] = [at, at];
  const up = () => lines.unshift(...drawn(--first));
  const down = () => lines.push(...drawn(++last));
  const half = Math.floor((height - lines.length) / 2);
  let over = 0;
  while (first > 0 && over < half) {
    const before = lines.length;
    up();
    over += lines.length - before;
  }
  while (last < rows.length - 1 && lines.length < height) down();
  const cut = lines.length;
  while (first > 0 && lines.length < height) up();
  // What is too much stands at the end, or at the top where the rows above were needed to fill the room.
  const shown = lines.length > cut ? lines.slice(-height) : lines.slice(0, height);
  return {
    lines: shown,
    above: first > 0 || (lines.length > cut && lines.length > height),
    below: last < rows.length - 1 || (lines.length <= cut && lines.length > height),
  };
}
