import type { Glyphs } from '../theme.ts';
import { type Line, type Span, span } from './line.ts';
import { padStart } from './width.ts';

/** A point of a plot of shares, each 0 to 1. */
export interface SharePoint {
  readonly across: number;
  readonly up: number;
  /** There is enough behind it to rely on it. */
  readonly isReliable: boolean;
}

/** What a row, and a column, stand for: the finer when the square is small. */
const STEP = 0.05;
const FINE_STEP = 0.025;
const FINE_FROM = 0.7;

/** A label, on the left and below, every so much. */
const LABEL_EVERY = 0.1;

/** Cells of a column. */
const ACROSS = 3;
const LABELS = 5;

/**
 * Points on a square from some share to 1, with the line on which both shares are the same. The square is just large
 * enough for the points that can be relied on; others outside of it are left out. Nothing when there is none of those.
 */
export function sharePlotLines(points: readonly SharePoint[], width: number, glyphs: Glyphs): Line[] {
  const reliable = points.filter(({ isReliable }) => isReliable);
  if (reliable.length === 0) return [];
  const least = Math.min(...reliable.flatMap(({ across, up }) => [across, up]));
  // From a multiple of ten percent, so that the labels are round.
  const low = Math.min(0.8, Math.max(0, Math.floor(least * 10) / 10));
  const step = low >= FINE_FROM ? FINE_STEP : STEP;
  const steps = Math.round((1 - low) / step);
  const every = Math.round(LABEL_EVERY / step);
  const across = Math.max(1, Math.min(ACROSS, Math.floor((width - 2 * LABELS) / (steps + 1))));
  const place = (share: number) => Math.round((share - low) / step);

  const rows = Array.from({ length: steps + 1 }, (_, row): Line => {
    const at = steps - row;
    const label = at % every === 0 ? percent(low + at * step) : '';
    return [
      span(`${padStart(label, LABELS - 1)} `, 'muted'),
      span(glyphs.vertical, 'muted'),
      ...Array.from({ length: steps + 1 }, (_, column): Span => {
        const here = points.filter((point) => place(point.across) === column && place(point.up) === at);
        const mark = here.some(({ isReliable }) => isReliable)
          ? span(glyphs.point, 'accent')
          : here.length > 0
            ? span(glyphs.fewPoint, 'accent')
            : span(column === at ? glyphs.line : ' ', 'muted');
        return { ...mark, text: mark.text.padEnd(across) };
      }),
    ];
  });
  const axis = span(glyphs.rule.repeat((steps + 1) * across + 1), 'muted');
  const apart = every * across >= LABELS ? every : 2 * every;
  let names = '';
  for (let at = 0; at <= steps; at += apart) names = names.padEnd(at * across) + percent(low + at * step);
  return [...rows, [span(' '.repeat(LABELS)), axis], [span(' '.repeat(LABELS + 1)), span(names, 'muted')]];
}

function percent(share: number): string {
  return `${Math.round(share * 100)}%`;
}
