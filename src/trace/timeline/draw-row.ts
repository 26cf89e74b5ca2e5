import { space, widthOf } from '../ladder-span.ts';
import { type LadderStyle, type Span, type SpanRole, stateWord } from '../ladder-style.ts';
import type { HostName } from '../trace.ts';
import { callWords, laterWords, timerWords } from '../words.ts';
import { blankCells, type Cells, put, runs, write } from './cells.ts';
import { approach, departure, type Moment, timeOfRow } from './moment.ts';
import { FADING } from './segment-rows.ts';
import type { PlacedLabel, RowContent, Timeline, TimelineRow } from './timeline.ts';
import {
  type LineGlyphs,
  secondsText,
  type TimelineGlyphs,
  timelineColumns,
  timelineGlyphs,
} from './timeline-style.ts';

/** What a row is drawn with. */
export interface Drawing {
  readonly timeline: Timeline;
  readonly style: LadderStyle;
  readonly moment: Moment;
  /** Segments that are followed, by n: set off, and all others held back. Null: none is. */
  readonly followed: ReadonlySet<number> | null;
  /** Rows seen; the one before is the lowest of them. */
  readonly seen: number;
}

/** One row of a timeline as a line of exactly the style's width. */
export function drawRow(index: number, drawing: Drawing): Span[] {
  const { style } = drawing;
  const row = drawing.timeline.rows[index];
  if (row === undefined) return [];
  const columns = timelineColumns(style.width);
  const glyphs = timelineGlyphs(style.ascii);
  const here = drawing.moment.at >= timeOfRow(drawing.moment, index);
  const silent = row.content.kind === 'silence';
  const bar: Span = { text: silent ? glyphs.cut : glyphs.lifeline, role: 'line' };
  const state = (host: HostName): Span => {
    const found = row.states[host];
    if (!here || found === undefined) return space(columns.state);
    const word = stateWord(found.state, columns);
    return { text: host === 'client' ? word.padStart(columns.state) : word.padEnd(columns.state), role: 'state-new' };
  };
  const time = here && row.timed ? secondsText(row.ms) : '';
  return [
    ...(columns.time === 0 ? [] : [{ text: `${time.padStart(columns.time - 1)} `, role: 'time' as const }]),
    state('client'),
    space(1),
    bar,
    ...runs(middleOf(row, index, drawing, glyphs)),
    bar,
    space(1),
    state('server'),
  ];
}

function middleOf(row: TimelineRow, index: number, drawing: Drawing, glyphs: TimelineGlyphs): Cells {
  const cells = blankCells(drawing.timeline.middle);
  const silent = row.content.kind === 'silence';
  for (const lane of row.lanes) {
    if (lane.fromRow >= index || lane.toRow <= index) continue;
    const { line, role } = penOf(lane.segment.n, drawing, glyphs);
    const falls = drawing.moment.moving && index === drawing.seen - 1;
    put(cells, lane.column, falls ? glyphs.falling : silent ? glyphs.cut : line.down, falls ? 'line-focus' : role);
  }
  switch (row.content.kind) {
    case 'label':
      words(cells, row.content.label, row.content.segment.n, drawing);
      break;
    case 'leaves':
      drawLeaving(cells, row.content, index, drawing, glyphs);
      break;
    case 'arrives':
      drawArriving(cells, row.content, index, drawing, glyphs);
      break;
    case 'mark': {
      const { host, what } = row.content;
      const text =
        what.kind === 'timer'
          ? timerWords(what)[drawing.style.language]
          : `${callWords(what.call)[drawing.style.language]}${what.error === null ? '' : ` ${glyphs.cross}`}`;
      const spans: Span[] = [{ text: ` ${text} `, role: drawing.followed === null ? 'word' : 'name' }];
      write(cells, host === 'client' ? 0 : cells.width - widthOf(spans), spans);
      break;
    }
    case 'silence':
      write(cells, 0, [
        { text: ` ${glyphs.ellipsis} ${laterWords(row.content.elapsedMs)[drawing.style.language]} `, role: 'time' },
      ]);
      break;
    default:
      break;
  }
  return cells;
}

interface Pen {
  readonly line: LineGlyphs;
  readonly role: SpanRole;
}

function penOf(n: number, { followed }: Drawing, glyphs: TimelineGlyphs): Pen {
  return followed?.has(n) === true ? { line: glyphs.heavy, role: 'line-focus' } : { line: glyphs.light, role: 'line' };
}

/** Words with a blank on either side, over what stands there. */
function words(cells: Cells, { column, spans }: PlacedLabel, n: number, { followed }: Drawing): void {
  if (spans.length === 0) return;
  const muted = followed !== null && !followed.has(n);
  const shown = muted ? spans.map(({ text }): Span => ({ text, role: 'name' })) : spans;
  write(cells, column - 1, [{ text: ' ', role: 'space' }, ...shown, { text: ' ', role: 'space' }]);
}

/** A line across from column `start` to `end`, both drawn, over lines that go down. */
function across(cells: Cells, start: number, end: number, { line, role }: Pen, glyphs: TimelineGlyphs): void {
  const step = start <= end ? 1 : -1;
  for (let column = start; column !== end + step; column += step) {
    const under = cells.texts[column];
    const crosses = under === glyphs.light.down || under === glyphs.heavy.down;
    put(cells, column, crosses ? line.crossing : line.across, role);
  }
}

function drawLeaving(
  cells: Cells,
  content: Extract<RowContent, { kind: 'leaves' }>,
  index: number,
  drawing: Drawing,
  glyphs: TimelineGlyphs,
): void {
  const { segment, label, lane, dies, fork } = content;
  const pen = penOf(segment.n, drawing, glyphs);
  const toRight = segment.from === 'client';
  const step = toRight ? 1 : -1;
  const edge = toRight ? 0 : cells.width - 1;
  const size = widthOf(label.spans);
  const begin = toRight ? label.column + size + 1 : label.column - 2;
  const unseen = lane === null && dies === null;
  const end = lane?.column ?? dies ?? begin + step * (FADING - 1);
  const progress = departure(drawing.timeline, index, drawing.moment);
  // The words stand in the line; what lies between the lifeline and them is drawn at once.
  across(cells, edge, begin - step * (size + 2), pen, glyphs);
  if (segment.origin !== 'tcp') {
    // It does not come from the end it claims to come from.
    put(cells, edge, ' ', 'space');
    put(cells, edge + step, glyphs.fading, pen.role);
  }
  const come = begin + step * Math.round(progress * Math.abs(end - begin));
  if (begin * step <= end * step) across(cells, begin, come, pen, glyphs);
  words(cells, label, segment.n, drawing);
  const head = toRight ? glyphs.right : glyphs.left;
  if (fork !== null && fork * step <= come * step) put(cells, fork, pen.line.fork, pen.role);
  if (progress < 1) put(cells, come, head, 'line-focus');
  else if (dies !== null) put(cells, dies, glyphs.cross, 'lost');
  else if (unseen) for (let i = 0; i < FADING; i++) put(cells, begin + step * i, glyphs.fading, pen.role);
  else put(cells, end, toRight ? pen.line.fromLeft : pen.line.fromRight, pen.role);
}

function drawArriving(
  cells: Cells,
  content: Extract<RowContent, { kind: 'arrives' }>,
  index: number,
  drawing: Drawing,
  glyphs: TimelineGlyphs,
): void {
  const { segment, label, lane } = content;
  const pen = penOf(segment.n, drawing, glyphs);
  const toRight = segment.from === 'client';
  const step = toRight ? 1 : -1;
  const edge = toRight ? cells.width - 1 : 0;
  const head = toRight ? glyphs.right : glyphs.left;
  const start = lane?.column ?? (toRight ? 1 : cells.width - 2);
  const progress = approach(drawing.timeline, index, drawing.moment);
  const come = start + step * Math.round(progress * Math.abs(edge - start));
  across(cells, start, come, pen, glyphs);
  put(cells, start, lane === null ? glyphs.fading : toRight ? pen.line.toRight : pen.line.toLeft, pen.role);
  if (come !== start) put(cells, come, head, progress < 1 ? 'line-focus' : pen.role);
  if (progress === 1) words(cells, label, segment.n, drawing);
}
