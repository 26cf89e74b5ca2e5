import { readdirSync } from 'node:fs';
import type { Language } from '../../../src/language.ts';
import { simulate } from '../../../src/simulator/simulate.ts';
import type { LadderStyle } from '../../../src/trace/ladder-style.ts';
import { ladderStyle } from '../../../src/trace/plain.ts';
import { drawRow } from '../../../src/trace/timeline/draw-row.ts';
import { layOutTimeline } from '../../../src/trace/timeline/lay-out.ts';
import { type Moment, rowsSeen, WHOLE } from '../../../src/trace/timeline/moment.ts';
import type { Timeline } from '../../../src/trace/timeline/timeline.ts';
import { timelineColumns } from '../../../src/trace/timeline/timeline-style.ts';
import type { Trace } from '../../../src/trace/trace.ts';
import { folder, taught } from '../../simulator/taught.ts';

export const SCENARIOS = readdirSync(folder)
  .filter((name) => name.endsWith('.yaml'))
  .map((name) => name.slice(0, -'.yaml'.length));

/** A timeline with what it is drawn by. */
export interface Drawn {
  readonly trace: Trace;
  readonly timeline: Timeline;
  readonly style: LadderStyle;
}

export interface Look {
  readonly width: number;
  readonly zoom?: number;
  readonly language?: Language;
  readonly numbers?: 'absolute' | 'relative';
  readonly ascii?: boolean;
}

export function drawn(
  trace: Trace,
  { width, zoom = 0, language = 'en', numbers = 'relative', ascii = false }: Look,
): Drawn {
  const style = { ...ladderStyle(trace, { width, language, numbers, ascii }), digits: 0 };
  return { trace, style, timeline: layOutTimeline(trace, style, { zoom, flightMs: 20 }) };
}

export function scenarioTrace(name: string, seed: string): Trace {
  return simulate(taught(name), seed);
}

/** The text of each row seen at a moment. */
export function textRows(
  { timeline, style }: Drawn,
  moment: Moment = WHOLE,
  followed: ReadonlySet<number> | null = null,
): string[] {
  const seen = rowsSeen(timeline, moment);
  return Array.from({ length: seen }, (_, index) =>
    drawRow(index, { timeline, style, moment, followed, seen })
      .map(({ text }) => text)
      .join(''),
  );
}

/** The cells of a row; a wide character (here only Hangul is) is followed by an empty one. */
function cellsOf(row: string): string[] {
  return [...row].flatMap((one) => (/[가-힣]/.test(one) ? [one, ''] : [one]));
}

/** What stands between the lifelines, a string a column. */
export function middle(row: string, { style }: Drawn): string[] {
  const columns = timelineColumns(style.width);
  const cells = cellsOf(row);
  const start = columns.time + columns.state + 2;
  return cells.slice(start, start + columns.middle);
}

/** The columns of both lifelines in a row. */
export function lifelines(row: string, { style }: Drawn): string {
  const columns = timelineColumns(style.width);
  const cells = cellsOf(row);
  const left = columns.time + columns.state + 1;
  return `${cells[left]}${cells[left + columns.middle + 1]}`;
}
