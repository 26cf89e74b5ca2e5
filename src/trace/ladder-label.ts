import { CE } from '../tcp/segment.ts';
import { seqGe, seqLe } from '../tcp/sequence.ts';
import type { LadderRow } from './ladder.ts';
import { ARROW_ENDS } from './ladder-arrow.ts';
import { cellsOf, space, widthOf } from './ladder-span.ts';
import { type LadderPlace, type LadderStyle, ladderColumns, ladderGlyphs, type Span } from './ladder-style.ts';
import { shownNumbers } from './relative.ts';
import type { TracedSegment } from './trace.ts';
import { LADDER_WORDS } from './words.ts';

type SegmentRow = Extract<LadderRow, { kind: 'segment' }>;
type Part = LadderPlace['part'];

/** How a label is written. */
export interface LabelForm {
  /** Columns that a piece takes at most, where it can be so short. */
  readonly room: number;
  /** Whether one that repeats another names it by its number. */
  readonly linked: boolean;
}

/** Flags, seq, ack, len, what else the header says and what is special: each a piece that is never broken. */
export function labelPieces(
  row: Pick<SegmentRow, 'segment' | 'crossing'>,
  style: LadderStyle,
  { room, linked }: LabelForm = { room: roomFor(style), linked: false },
): Span[][] {
  const { segment } = row;
  const shown = shownNumbers(segment, style.bases[segment.n - 1], style.numbers);
  const flags = flagsWithin(segment.flags.join(','), room);
  const pieces: Span[][] = [part('flags', flags, segment, style, 7)];
  pieces.push([name('seq '), ...part('seq', String(shown.seq), segment, style, style.digits)]);
  if (segment.flags.includes('ACK') || blankAt('ack', segment, style) !== null) {
    pieces.push([name('ack '), ...part('ack', String(shown.ack), segment, style, style.digits)]);
  }
  if (segment.len > 0 || blankAt('len', segment, style) !== null) {
    pieces.push([name('len '), ...part('len', String(segment.len), segment, style, 0)]);
  }
  for (const words of headerWords(segment, style, room)) pieces.push(words);
  const remarks = style.remarks[segment.n - 1] ?? [];
  for (const text of remarks) pieces.push([{ text, role: 'special' }]);
  const words = specialWords(row, style, remarks.length > 0, linked);
  if (words !== '') pieces.push([{ text: words, role: row.crossing === 'lost' ? 'lost' : 'special' }]);
  return pieces;
}

/** A window that is shut or opens again, in bytes; the urgent pointer; what a SYN offers; a timestamp that is too old; SACK blocks. */
function headerWords(segment: TracedSegment, style: LadderStyle, room: number): Span[][] {
  const { n, options } = segment;
  const number = (value: number): Span => ({ text: String(value), role: 'number' });
  const pieces: Span[][] = [];
  const window = style.windows[n - 1] ?? null;
  if (window !== null || blankAt('window', segment, style) !== null) {
    pieces.push([name('win '), ...part('window', String(window ?? segment.window), segment, style, 0)]);
  }
  if (segment.flags.includes('URG')) pieces.push([name('urg '), number(segment.urgent)]);
  if (options.windowScale !== undefined) pieces.push([name('scale '), number(options.windowScale)]);
  if (options.sackPermitted) pieces.push([name('sackOK')]);
  if (segment.flags.includes('SYN') && options.timestamps !== undefined) pieces.push([name('TS')]);
  const late = style.oldTimestamps[n - 1] ?? null;
  if (late !== null) pieces.push([name('TS '), number(-late)]);
  if (blankAt('sack', segment, style) !== null)
    return [...pieces, [name('SACK '), ...part('sack', '', segment, style, 0)]];
  for (const [index, [left, right]] of (options.sack ?? []).entries()) {
    const edge = (ack: number) => number(shownNumbers({ seq: 0, ack }, style.bases[n - 1], style.numbers).ack);
    const kind = index === 0 && tellsDuplicate(segment) ? 'D-SACK ' : 'SACK ';
    const block = [name(kind), edge(left), name('-'), edge(right)];
    // A narrow terminal has no line for both edges.
    if (widthOf(block) <= room) pieces.push(block);
    else pieces.push(block.slice(0, 3), block.slice(3));
  }
  return pieces;
}

/** Whether the first SACK block reports a duplicate: it lies below the ACK, or within the next one (RFC 2883 §4). */
function tellsDuplicate({ ack, options: { sack = [] } }: TracedSegment): boolean {
  const [first, next] = sack;
  if (first === undefined) return false;
  if (seqLe(first[1], ack)) return true;
  return next !== undefined && seqGe(first[0], next[0]) && seqLe(first[1], next[1]);
}

/** Columns for a piece inside an arrow. */
function roomFor(style: LadderStyle): number {
  return ladderColumns(style.width).middle - ARROW_ENDS;
}

/**
 * Forged, a copy, a retransmission, marked by a congested router (RFC 3168 §5), lost; and the number that tells which two
 * ends are one segment. What a remark says more exactly, that it repeats another, is not said again.
 */
function specialWords(
  { segment, crossing }: Pick<SegmentRow, 'segment' | 'crossing'>,
  { language }: LadderStyle,
  remarked: boolean,
  linked: boolean,
): string {
  const words: string[] = [];
  const said = remarked && segment.repeats !== null;
  const original = linked && segment.repeats !== null ? ` #${segment.repeats}` : '';
  if (segment.origin === 'forged') words.push(LADDER_WORDS.forged[language]);
  if (segment.origin === 'copy' && !said)
    words.push(`${LADDER_WORDS[segment.repeats === null ? 'old' : 'copy'][language]}${original}`);
  else if (segment.repeats !== null && !said) words.push(`${LADDER_WORDS.repeated[language]}${original}`);
  if (segment.ecn === CE) words.push('CE');
  if (crossing === 'lost') words.push(LADDER_WORDS.lost[language]);
  // Of one that was captured on its way only one end may be known: then there is nothing to tell apart.
  const hasTwoEnds = segment.origin !== 'copy' && segment.fate !== 'unknown';
  if (hasTwoEnds && (crossing === 'leaves' || crossing === 'arrives')) words.push(`#${segment.n}`);
  return words.join(' ');
}

function name(text: string): Span {
  return { text, role: 'name' };
}

function blankAt(which: Part, segment: TracedSegment, style: LadderStyle): LadderStyle['blanks'][number] | null {
  return style.blanks.find((blank) => blank.segment === segment.n && blank.part === which) ?? null;
}

/** The value padded to `width`, or the blank that stands for it. */
function part(which: Part, value: string, segment: TracedSegment, style: LadderStyle, width: number): Span[] {
  const blank = blankAt(which, segment, style);
  if (blank !== null) {
    const inside = which === 'len' || which === 'window' ? 5 : Math.max(7, style.digits - 2);
    return blank.typed === null
      ? [{ text: padded(ladderGlyphs(style).ellipsis, Math.max(width, 3)), role: 'special' }]
      : [
          {
            text: `[${padded(which === 'flags' ? flagsWithin(blank.typed, inside) : blank.typed, inside)}]`,
            role: 'blank',
          },
        ];
  }
  const isAnswer = style.answers.some((one) => one.segment === segment.n && one.part === which);
  const shown: Span = { text: value, role: isAnswer ? 'answer' : which === 'flags' ? 'flags' : 'number' };
  return width > value.length ? [shown, space(width - value.length)] : [shown];
}

/** Flags by name, or by their first letters where the names are too long. */
function flagsWithin(typed: string, width: number): string {
  if (cellsOf(typed) <= width) return typed;
  return typed
    .split(',')
    .map((flag) => flag.slice(0, 1))
    .join(',');
}

/** The end of what was typed, in exactly `width` columns. */
function padded(typed: string, width: number): string {
  let text = typed;
  while (cellsOf(text) > width) text = text.slice(1);
  return text + ' '.repeat(width - cellsOf(text));
}
