import { labelPieces } from '../ladder-label.ts';
import { joined, widthOf } from '../ladder-span.ts';
import type { LadderStyle, Span } from '../ladder-style.ts';
import type { HostName, TracedSegment } from '../trace.ts';
import { BEFORE, labelPlace } from './label-place.ts';
import { columnFrom, freeLane, type Lane } from './lanes.ts';
import type { PlacedLabel, RowContent } from './timeline.ts';

/** What the rows of a segment are drawn into. */
export interface Surroundings {
  readonly middle: number;
  readonly style: LadderStyle;
  /** Lines that go down through these rows. */
  readonly lanes: readonly Lane[];
}

/** How a sending segment is to be drawn: words above, then its row; and the columns it takes down. */
export interface Leaving {
  readonly above: readonly PlacedLabel[];
  readonly label: PlacedLabel;
  /** Column of its lane, or where it is lost; null where it is not drawn on. */
  readonly column: number | null;
  /** Column of the lane of its copy; null without a copy, or without room. */
  readonly fork: number | null;
}

/** Columns of a line that fades out. */
export const FADING = 3;

/** Lays out the sending of a segment; `copy` is the one that the network makes of it. */
export function leaving(segment: TracedSegment, copy: TracedSegment | null, around: Surroundings): Leaving {
  const { middle, lanes } = around;
  const { from } = segment;
  const rest = [...pieces(segment, around)];
  const taken = lanes.map(({ column }) => columnFrom(from, column, middle));
  const lost = segment.fate === 'lost';
  const shortest = widthOf(rest.at(-1) ?? []);
  const flies = !lost && segment.fate !== 'unknown' && freeLane(from, lanes, middle, BEFORE + shortest + 2) !== null;
  /** Where a line with so many columns of words ends: at its lane, where it dies, or short of the other side. */
  const endOf = (size: number) =>
    flies ? freeLane(from, lanes, middle, BEFORE + size + 2) : lost ? deathColumn(size, middle) : middle - FADING - 1;
  const above: PlacedLabel[] = [];
  for (;;) {
    const words = joined(rest);
    const size = widthOf(words);
    const end = endOf(size);
    const place = end === null ? null : labelPlace(size, end, taken);
    if (end !== null && place !== null) {
      const further = flies && place.interrupts ? clearOf(from, size, taken, around) : null;
      const { column, start } = further ?? { column: end, start: place.start };
      return {
        above,
        label: placed(from, words, start, middle),
        column: flies || lost ? column : null,
        fork: copy === null || !flies ? null : forkColumn(copy, start + size + 1, column, around),
      };
    }
    // Nothing more can be taken out: the line is not drawn on.
    if (rest.length <= 1) return { above, label: placed(from, words, BEFORE, middle), column: null, fork: null };
    // As many pieces as fit stand above, line by line; the last ones are set into the arrow.
    let count = rest.length - 1;
    while (count > 1 && widthOf(joined(rest.slice(0, count))) > middle - BEFORE - 1) count -= 1;
    const line = joined(rest.splice(0, count));
    const start = labelPlace(widthOf(line), middle, taken)?.start ?? BEFORE;
    above.push(placed(from, line, start, middle));
  }
}

/** A lane far enough out for the words to stand beyond the lines that the arrow crosses. */
function clearOf(
  from: HostName,
  size: number,
  taken: readonly number[],
  { lanes, middle }: Surroundings,
): { readonly column: number; readonly start: number } | null {
  const farthest = Math.max(0, ...taken);
  const column = freeLane(from, lanes, middle, farthest + size + 5);
  if (column === null) return null;
  const place = labelPlace(size, column, taken);
  return place === null || place.interrupts ? null : { column, start: place.start };
}

/** Where the line of a copy leaves that of its original: behind the words, so that its own find room at its end. */
function forkColumn(copy: TracedSegment, least: number, lane: number, around: Surroundings): number | null {
  const { lanes, middle } = around;
  const own = widthOf(joined(pieces(copy, around)));
  const most = Math.min(lane - 2, middle - own - 6);
  return freeLane(copy.from, lanes, middle, least, most) ?? freeLane(copy.from, lanes, middle, least, lane - 2);
}

/** A segment that is lost dies on its way, behind its words. */
function deathColumn(size: number, middle: number): number | null {
  const least = BEFORE + size + 2;
  return least > middle - 2 ? null : Math.max(least, Math.round(middle * 0.62));
}

/** Lays out an arrival: without words, unless its line was not drawn down to it or it is a copy. */
export function arriving(segment: TracedSegment, lane: Lane | null, around: Surroundings): RowContent {
  const { middle, lanes } = around;
  const { from } = segment;
  const isCopy = segment.origin === 'copy';
  const none: PlacedLabel = { column: 0, spans: [] };
  if (lane !== null && !isCopy) return { kind: 'arrives', segment, lane, label: none };
  const least = lane === null ? BEFORE : columnFrom(from, lane.column, middle) + BEFORE;
  const taken = lanes.filter((one) => one !== lane).map(({ column }) => columnFrom(from, column, middle));
  const all = pieces(segment, around);
  const name = number(segment);
  // All of it where it is seen here alone; else only which one it is, and of what it is a copy.
  const choices = [...(isCopy ? [joined(all), joined([name, all.at(-1) ?? []])] : []), name];
  const places = choices.map((spans) => ({ spans, place: labelPlace(widthOf(spans), middle - 2, taken, least) }));
  const found = places.find(({ place }) => place?.interrupts === false) ?? places.find(({ place }) => place !== null);
  const label = found?.place ? placed(from, found.spans, found.place.start, middle) : none;
  return { kind: 'arrives', segment, lane, label };
}

/** The words of a segment, piece by piece: its number first, by which others name it. */
function pieces(segment: TracedSegment, { style, middle }: Surroundings): Span[][] {
  const crossing = segment.fate === 'lost' ? 'lost' : 'across';
  const words = labelPieces({ segment, crossing }, style, { room: middle - BEFORE - 2, linked: true });
  return [number(segment), ...words.map((piece) => piece.filter(({ role }) => role !== 'space'))];
}

function number({ n }: TracedSegment): Span[] {
  return [{ text: `#${n}`, role: 'name' }];
}

/** Words that begin `start` columns from the sender: those of the server end there, as they are read. */
function placed(from: HostName, spans: readonly Span[], start: number, middle: number): PlacedLabel {
  const size = widthOf(spans);
  return { spans, column: from === 'client' ? start : Math.max(0, middle - start - size) };
}
