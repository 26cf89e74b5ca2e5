import type { Glyphs } from '../theme.ts';
import { bar } from './bar.ts';
import { type Line, span } from './line.ts';
import { padEnd, padStart } from './width.ts';

/** A name and how much of it is mastered, 0 to 1. */
export interface Mastery {
  readonly name: string;
  readonly share: number;
}

const GUTTER = 3;
const PERCENT = 5;

/** Bars with their names, in as many columns as `width` has room for, read downwards. */
export function masteryLines(
  all: readonly Mastery[],
  width: number,
  glyphs: Glyphs,
  percent: (share: number) => string,
): Line[] {
  const columns = width >= 74 ? 2 : 1;
  const each = Math.floor((width - GUTTER * (columns - 1)) / columns);
  const barCells = columns === 1 && width < 50 ? 8 : 10;
  const nameCells = each - barCells - PERCENT - 1;
  const perColumn = Math.ceil(all.length / columns);
  const cell = ({ name, share }: Mastery): Line => [
    span(padEnd(name, nameCells, glyphs.ellipsis)),
    span(' '),
    ...bar(share, barCells, glyphs),
    span(padStart(percent(share), PERCENT), 'muted'),
  ];
  return Array.from({ length: perColumn }, (_, row) =>
    Array.from({ length: columns }, (_, column) => all[column * perColumn + row]).flatMap((one, column) =>
      one === undefined ? [] : column === 0 ? cell(one) : [span(' '.repeat(GUTTER)), ...cell(one)],
    ),
  );
}
