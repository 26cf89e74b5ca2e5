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
  const own = drawn(at);
  const over: Line[] = [];
  const under: Line[] = [];
  let [first, last] = [at, at];
  while (first > 0 && over.length < height) over.unshift(...drawn(--first));
  while (last < rows.length - 1 && under.length < height) under.push(...drawn(++last));
  const lines = [...over, ...own, ...under];
  const middle = over.length - Math.floor((height - own.length) / 2);
  const start = Math.max(0, Math.min(middle, lines.length - height));
  return {
    lines: lines.slice(start, start + height),
    above: first > 0 || start > 0,
    below: last < rows.length - 1 || start + height < lines.length,
  };
}
