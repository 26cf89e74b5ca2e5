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

/** A bar should stand near its name. */
const WIDEST = 72;

/** Bars with their names; in two columns, read downwards, when there are more than `height` lines and room for it. */
export function masteryLines(
  all: readonly Mastery[],
  size: { readonly width: number; readonly height: number },
  glyphs: Glyphs,
  percent: (share: number) => string,
): Line[] {
  const columns = all.length > size.height && size.width >= 74 ? 2 : 1;
  const width = columns === 1 ? Math.min(size.width, WIDEST) : size.width;
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
