import type { ReactNode } from 'react';
import { useShell } from '../context.ts';
import { BLANK, type Line, span, spread } from '../layout/line.ts';
import { windowAround } from '../layout/list.ts';
import { cells, padEnd } from '../layout/width.ts';
import type { StyleName } from '../theme.ts';
import { Lines } from './lines.tsx';

/** A row of a menu: something to choose, or a heading or a gap between such. */
export type MenuRow =
  | {
      readonly kind: 'item';
      readonly key: string;
      readonly label: string;
      /** Of the label, while the row is not the chosen one. */
      readonly style?: StyleName | undefined;
      /** After the label, in a column of its own. */
      readonly detail?: string | undefined;
      /** At the right edge. */
      readonly note?: Line | undefined;
      /** Before the label: a tick, a bar. */
      readonly lead?: Line | undefined;
    }
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'gap' };

/** Cells of a row at most. */
const WIDEST = 100;
const WIDEST_WITH_DETAILS = 130;

/** For useList: which rows can be chosen. */
export function choosableRows(rows: readonly MenuRow[]): boolean[] {
  return rows.map(({ kind }) => kind === 'item');
}

/** A list with the chosen row marked by a sign and by colour. Shows the part around it when the list is longer than the room. */
export function Menu({
  rows,
  index,
  width,
  height,
}: {
  readonly rows: readonly MenuRow[];
  readonly index: number;
  readonly width: number;
  readonly height: number;
}): ReactNode {
  const { glyphs, linear } = useShell();
  const { pointer, ellipsis, more, less } = glyphs;
  const widest = Math.max(
    0,
    ...rows.map((row) => (row.kind === 'item' && row.detail !== undefined ? cells(row.label) : 0)),
  );
  // What stands at the right edge must still be seen as part of its row.
  const room = Math.min(width, widest === 0 ? WIDEST : WIDEST_WITH_DETAILS);
  const labels = Math.min(widest, Math.floor(room / 2));
  const { start, end } = windowAround(index, rows.length, height);
  const lines = rows.slice(start, end).map((row, at): Line => {
    if (row.kind === 'gap') return BLANK;
    if (row.kind === 'heading') return [span(row.text, 'strong')];
    const chosen = start + at === index;
    const style: StyleName = chosen ? 'selected' : (row.style ?? 'plain');
    const label = row.detail === undefined || linear ? row.label : padEnd(row.label, labels, ellipsis);
    const left: Line = [
      span(chosen ? `${pointer} ` : '  ', style),
      ...(row.lead ?? []),
      span(label, style),
      ...(row.detail === undefined ? [] : [span('  '), span(row.detail, chosen ? 'plain' : 'muted')]),
    ];
    // Nothing is cut where it cannot be seen that it was.
    if (linear) return row.note === undefined ? left : [...left, span('  '), ...row.note];
    return spread(left, row.note ?? BLANK, room - 2, ellipsis);
  });
  const marked = lines.map((spans, at): Line => {
    if (at === 0 && start > 0) return spread(spans, [span(less, 'muted')], room, ellipsis);
    if (at === lines.length - 1 && end < rows.length) return spread(spans, [span(more, 'muted')], room, ellipsis);
    return spans;
  });
  return <Lines lines={marked} width={width} />;
}
