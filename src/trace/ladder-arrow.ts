import type { Crossing, LadderRow } from './ladder.ts';
import { space, widthOf } from './ladder-span.ts';
import { type LadderGlyphs, type LadderStyle, ladderColumns, ladderGlyphs, type Span } from './ladder-style.ts';

/** Columns an arrow needs beside its label: two before, a space each side, and one behind for the head. */
export const ARROW_ENDS = 5;

/** The arrow of a segment with `label` in it, exactly as wide as the space between the lifelines. */
export function arrow(
  row: Extract<LadderRow, { kind: 'segment' }>,
  label: readonly Span[],
  style: LadderStyle,
  progress: number,
): Span[] {
  const { middle } = ladderColumns(style.width);
  const glyphs = ladderGlyphs(style);
  const fill = Math.max(0, middle - 4 - widthOf(label));
  const toRight = row.segment.from === 'client';
  const role = style.focus.includes(row.segment.n) ? 'line-focus' : 'line';
  const draw = (text: string): Span => ({ text, role });
  const { head, tail } =
    progress < 1
      ? flyingEnds(toRight, fill, glyphs, draw, row.crossing === 'lost' ? progress / 2 : progress)
      : arrowEnds(row.crossing, toRight, fill, glyphs, draw);
  return [...head, space(1), ...label, space(1), ...tail];
}

interface Ends {
  /** The two columns before the label. */
  readonly head: Span[];
  /** The columns behind it. */
  readonly tail: Span[];
}

type Draw = (text: string) => Span;

function arrowEnds(crossing: Crossing, toRight: boolean, fill: number, glyphs: LadderGlyphs, draw: Draw): Ends {
  const { dash, dot, right, left, cross } = glyphs;
  const dashes = (n: number) => dash.repeat(Math.max(0, n));
  const fading = draw(`${dashes(fill - 5)}${dot.repeat(Math.max(0, Math.min(3, fill - 1)))}`.padEnd(fill));
  const start = draw(dash + dash);
  const headed: Ends = toRight
    ? { head: [start], tail: [draw(`${dashes(fill - 1)}${right}`)] }
    : { head: [draw(left + dash)], tail: [draw(dashes(fill))] };
  switch (crossing) {
    case 'across':
      return headed;
    case 'lost': {
      const mark: Span = { text: cross, role: 'lost' };
      if (!toRight) return { head: [mark, draw(dash)], tail: [draw(dashes(fill))] };
      const half = Math.max(0, Math.floor(fill / 2) - 1);
      return { head: [start], tail: [draw(dashes(half)), mark, space(fill - half - 1)] };
    }
    case 'leaves':
      return toRight ? { head: [start], tail: [fading] } : { head: [draw(` ${dot}`)], tail: headed.tail };
    case 'arrives':
      return toRight ? { head: [draw(` ${dot}`)], tail: headed.tail } : { head: headed.head, tail: [fading] };
  }
}

/** A segment under way: the line from its sender as far as it has come, with a head. */
function flyingEnds(toRight: boolean, fill: number, glyphs: LadderGlyphs, draw: Draw, progress: number): Ends {
  const { dash, right, left } = glyphs;
  const come = Math.min(fill, Math.max(1, Math.round(progress * fill)));
  const line = dash.repeat(come - 1);
  return toRight
    ? { head: [draw(dash + dash)], tail: [draw(`${line}${right}`), space(fill - come)] }
    : { head: [space(2)], tail: [space(fill - come), draw(`${left}${line}`)] };
}
