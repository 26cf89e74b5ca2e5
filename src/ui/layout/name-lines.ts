import { type Line, line } from './line.ts';
import { cells, truncate } from './width.ts';

const GAP = '   ';

/** Names side by side on at most `room` lines (1 or more) of `width` cells; the last tells of those that are left out. */
export function nameLines(
  names: readonly string[],
  width: number,
  room: number,
  more: (left: number) => string,
): Line[] {
  const all = rowsOf(names, width);
  const shown = all.length <= room ? all : all.slice(0, Math.max(0, room - 1));
  const left = names.length - shown.reduce((sum, row) => sum + row.length, 0);
  return [...shown.map((row) => line(row.join(GAP))), ...(left === 0 ? [] : [line(more(left), 'muted')])];
}

function rowsOf(names: readonly string[], width: number): string[][] {
  const rows: string[][] = [];
  let taken = 0;
  for (const whole of names) {
    const name = truncate(whole, width);
    const row = rows.at(-1);
    if (row !== undefined && taken + GAP.length + cells(name) <= width) {
      row.push(name);
      taken += GAP.length + cells(name);
    } else {
      rows.push([name]);
      taken = cells(name);
    }
  }
  return rows;
}
