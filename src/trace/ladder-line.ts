import stringWidth from 'string-width';
import type { Language } from '../language.ts';
import type { State } from '../tcp/state.ts';
import type { Crossing, LadderRow } from './ladder.ts';
import { type Bases, shownNumbers } from './relative.ts';
import type { HostName, Trace, TracedSegment } from './trace.ts';
import { callWords, HOST_WORDS, LADDER_WORDS, timerWords } from './words.ts';

/** What a piece of a line is, so that a screen can colour it; plain text ignores it. */
export type SpanRole =
  | 'space'
  | 'line'
  | 'state'
  | 'state-new'
  | 'flags'
  | 'name'
  | 'number'
  | 'blank'
  | 'lost'
  | 'word'
  | 'time';

export interface Span {
  readonly text: string;
  readonly role: SpanRole;
}

/** A part of a segment that is drawn as a blank, with what has been typed into it so far. */
export interface Blank {
  readonly segment: number;
  readonly part: 'seq' | 'ack' | 'len' | 'flags';
  readonly typed: string;
}

export interface LadderStyle {
  /** Columns of the terminal, 40 or more. */
  readonly width: number;
  readonly language: Language;
  readonly numbers: 'absolute' | 'relative';
  readonly ascii: boolean;
  readonly blanks: readonly Blank[];
  readonly hiddenStates: readonly HostName[];
  readonly bases: readonly Bases[];
  /** Digits that numbers are padded to, so that columns line up (see `numberDigits`). */
  readonly digits: number;
}

const SHORT_STATES: Readonly<Record<State, string>> = {
  CLOSED: 'CLOSED',
  LISTEN: 'LISTEN',
  'SYN-SENT': 'SYN-SENT',
  'SYN-RECEIVED': 'SYN-RCVD',
  ESTABLISHED: 'ESTAB',
  'FIN-WAIT-1': 'FIN-W-1',
  'FIN-WAIT-2': 'FIN-W-2',
  'CLOSE-WAIT': 'CLOSE-W',
  CLOSING: 'CLOSING',
  'LAST-ACK': 'LAST-ACK',
  'TIME-WAIT': 'TIME-W',
};

interface Glyphs {
  readonly bar: string;
  readonly dash: string;
  readonly dot: string;
  readonly right: string;
  readonly left: string;
  readonly cross: string;
}

const UNICODE: Glyphs = { bar: '│', dash: '─', dot: '╌', right: '▶', left: '◀', cross: '✗' };
const ASCII: Glyphs = { bar: '|', dash: '-', dot: '.', right: '>', left: '<', cross: 'x' };

/** Columns of the state column, of the gap beside it, of the time column (0: none) and between the lifelines. */
interface Columns {
  readonly state: number;
  readonly time: number;
  readonly middle: number;
}

const NARROW = 76;
const WITH_TIME = 92;

function columnsFor(width: number): Columns {
  const state = width < NARROW ? 8 : 12;
  const time = width >= WITH_TIME ? 11 : 0;
  return { state, time, middle: Math.max(16, width - 2 * (state + 2) - time) };
}

/** Digits the largest shown number of the trace has. */
export function numberDigits(
  trace: Pick<Trace, 'segments'>,
  bases: readonly Bases[],
  numbers: LadderStyle['numbers'],
): number {
  let largest = 0;
  trace.segments.forEach((segment, index) => {
    const shown = shownNumbers(segment, bases[index], numbers);
    largest = Math.max(largest, shown.seq, shown.ack);
  });
  return Math.max(3, String(largest).length);
}

/** The line above a ladder: who stands on which side. */
export function ladderHeader(trace: Pick<Trace, 'hosts'>, style: LadderStyle): Span[] {
  const { state, time, middle } = columnsFor(style.width);
  const name = (host: HostName) => HOST_WORDS[host][style.language];
  const address = (host: HostName) => `${trace.hosts[host].address}:${trace.hosts[host].port}`;
  const left = middle >= 44 ? `${name('client')} ${address('client')}` : name('client');
  const right = middle >= 44 ? `${address('server')} ${name('server')}` : name('server');
  const indent = time + state + 1;
  const gap = middle + 2 - stringWidth(left) - stringWidth(right);
  return [space(indent), { text: left, role: 'name' }, space(Math.max(1, gap)), { text: right, role: 'name' }];
}

/** One row as one line, or as two where the label is too long for the width. */
export function ladderLines(row: LadderRow, style: LadderStyle): Span[][] {
  const middles = row.kind === 'segment' ? segmentMiddles(row, style) : [markMiddle(row, style)];
  return middles.map((middle, index) => {
    const last = index === middles.length - 1;
    return [
      ...timeColumn(row, style, index === 0),
      ...stateColumn('client', row, style, last),
      ...middle,
      ...stateColumn('server', row, style, last),
    ];
  });
}

function timeColumn(row: LadderRow, style: LadderStyle, shown: boolean): Span[] {
  const { time } = columnsFor(style.width);
  if (time === 0) return [];
  const text = shown ? formatMs(row.ms) : '';
  return [{ text: `${text.padStart(time - 1)} `, role: 'time' }];
}

/** Virtual time in seconds to the millisecond: '241.075s'. */
export function formatMs(ms: number): string {
  return `${(ms / 1000).toFixed(3)}s`;
}

function stateColumn(host: HostName, row: LadderRow, style: LadderStyle, shown: boolean): Span[] {
  const glyphs = style.ascii ? ASCII : UNICODE;
  const { state: width } = columnsFor(style.width);
  const state = row.states[host];
  const visible = shown && row.changed[host] && state !== null && !style.hiddenStates.includes(host);
  const word = !visible ? '' : width < 12 ? SHORT_STATES[state] : state;
  const bar: Span = { text: glyphs.bar, role: 'line' };
  if (host === 'client') return [{ text: `${word.padStart(width)} `, role: 'state-new' }, bar];
  return [bar, { text: ` ${word.padEnd(width)}`, role: 'state-new' }];
}

function markMiddle(row: Extract<LadderRow, { kind: 'mark' }>, style: LadderStyle): Span[] {
  const { middle } = columnsFor(style.width);
  const words = row.what.kind === 'call' ? callWords(row.what.call) : timerWords(row.what.timer);
  const refused = row.what.kind === 'call' && row.what.error !== null ? ` ${style.ascii ? 'x' : '✗'}` : '';
  const text = `${words[style.language]}${refused}`;
  const rest = Math.max(0, middle - 1 - stringWidth(text));
  const word: Span = { text, role: 'word' };
  return row.host === 'client' ? [space(1), word, space(rest)] : [space(rest), word, space(1)];
}

function segmentMiddles(row: Extract<LadderRow, { kind: 'segment' }>, style: LadderStyle): Span[][] {
  const { middle } = columnsFor(style.width);
  const pieces = labelPieces(row, style);
  const room = middle - ARROW_ENDS;
  if (widthOf(joined(pieces)) <= room) return [arrow(row, joined(pieces), style)];
  // Two lines: as many pieces as fit stand above, the rest is set into the arrow.
  let above = pieces.length - 1;
  while (above > 1 && widthOf(joined(pieces.slice(0, above))) > middle - 3) above -= 1;
  const top = joined(pieces.slice(0, above));
  const first = [space(3), ...top, space(Math.max(0, middle - 3 - widthOf(top)))];
  const bottom = pieces.slice(above).map((piece) => piece.filter((span) => span.role !== 'space'));
  return [first, arrow(row, joined(bottom), style)];
}

/** Columns an arrow needs beside its label: two before, a space each side, a dash and the head behind. */
const ARROW_ENDS = 6;

function joined(pieces: readonly (readonly Span[])[]): Span[] {
  return pieces.flatMap((piece, index) => (index === 0 ? piece : [space(1), ...piece]));
}

function widthOf(spans: readonly Span[]): number {
  return spans.reduce((sum, span) => sum + stringWidth(span.text), 0);
}

function arrow(row: Extract<LadderRow, { kind: 'segment' }>, label: readonly Span[], style: LadderStyle): Span[] {
  const { middle } = columnsFor(style.width);
  const glyphs = style.ascii ? ASCII : UNICODE;
  const fill = Math.max(0, middle - 4 - widthOf(label));
  const toRight = row.segment.from === 'client';
  const { head, tail } = arrowEnds(row.crossing, toRight, fill, glyphs);
  return [...head, space(1), ...label, space(1), ...tail];
}

/** The two columns before the label and the `fill` columns behind it. */
function arrowEnds(crossing: Crossing, toRight: boolean, fill: number, glyphs: Glyphs): { head: Span[]; tail: Span[] } {
  const { dash, dot, right, left, cross } = glyphs;
  const line = (text: string): Span => ({ text, role: 'line' });
  const dashes = (n: number) => dash.repeat(Math.max(0, n));
  const fading = (n: number) => dot.repeat(Math.max(0, Math.min(3, n)));
  const solid = toRight
    ? { head: [line(dash + dash)], tail: [line(`${dashes(fill - 1)}${right}`)] }
    : { head: [line(left + dash)], tail: [line(dashes(fill))] };
  switch (crossing) {
    case 'across':
      return solid;
    case 'lost': {
      const half = Math.max(0, Math.floor(fill / 2) - 1);
      const mark: Span = { text: cross, role: 'lost' };
      if (!toRight) return { head: [mark, line(dash)], tail: [line(dashes(fill))] };
      return { head: [line(dash + dash)], tail: [line(dashes(half)), mark, space(Math.max(0, fill - half - 1))] };
    }
    case 'leaves':
      if (!toRight) return { head: [line(` ${dot}`)], tail: [line(dashes(fill))] };
      return { head: [line(dash + dash)], tail: [line(`${dashes(fill - 5)}${fading(fill)}`.padEnd(fill))] };
    case 'arrives':
      if (toRight) return { head: [line(` ${dot}`)], tail: solid.tail };
      return { head: solid.head, tail: [line(`${dashes(fill - 5)}${fading(fill)}`.padEnd(fill))] };
  }
}

/** Flags, seq, ack, len and what is special: each a piece that is never broken. */
function labelPieces(row: Extract<LadderRow, { kind: 'segment' }>, style: LadderStyle): Span[][] {
  const { segment } = row;
  const shown = shownNumbers(segment, style.bases[segment.n - 1], style.numbers);
  const flags = segment.flags.filter((flag) => flag !== 'PSH').join(',');
  const pieces: Span[][] = [blankOr('flags', segment, style, { text: flags, role: 'flags' }, 7)];
  pieces.push(numberPiece('seq', shown.seq, segment, style));
  if (segment.flags.includes('ACK') || blankAt('ack', segment, style) !== null)
    pieces.push(numberPiece('ack', shown.ack, segment, style));
  if (segment.len > 0 || blankAt('len', segment, style) !== null) {
    const length = blankOr('len', segment, style, { text: String(segment.len), role: 'number' }, 0);
    pieces.push([{ text: 'len ', role: 'name' }, ...length]);
  }
  const words = specialWords(row, style);
  if (words !== '') pieces.push([{ text: words, role: row.crossing === 'lost' ? 'lost' : 'word' }]);
  return pieces;
}

function specialWords({ segment, crossing }: Extract<LadderRow, { kind: 'segment' }>, style: LadderStyle): string {
  const words: string[] = [];
  if (crossing === 'lost') words.push(LADDER_WORDS.lost[style.language]);
  if (segment.origin === 'forged') words.push(LADDER_WORDS.forged[style.language]);
  if (segment.origin === 'copy') words.push(LADDER_WORDS.copy[style.language]);
  else if (segment.repeats !== null) words.push(LADDER_WORDS.repeated[style.language]);
  if (crossing === 'leaves' || crossing === 'arrives')
    words.push(`#${segment.origin === 'copy' ? (segment.repeats ?? segment.n) : segment.n}`);
  return words.join(' ');
}

function numberPiece(part: 'seq' | 'ack', value: number, segment: TracedSegment, style: LadderStyle): Span[] {
  const number: Span = { text: String(value), role: 'number' };
  return [{ text: `${part} `, role: 'name' }, ...blankOr(part, segment, style, number, style.digits)];
}

function blankAt(part: Blank['part'], segment: TracedSegment, style: LadderStyle): Blank | null {
  return style.blanks.find((blank) => blank.segment === segment.n && blank.part === part) ?? null;
}

/** The value padded to `width`, or the blank that stands for it. */
function blankOr(part: Blank['part'], segment: TracedSegment, style: LadderStyle, value: Span, width: number): Span[] {
  const blank = blankAt(part, segment, style);
  if (blank !== null) {
    const inside = part === 'len' ? 5 : Math.max(7, style.digits - 2);
    return [{ text: `[${padded(blank.typed, inside)}]`, role: 'blank' }];
  }
  return width > value.text.length ? [value, space(width - value.text.length)] : [value];
}

/** The end of what was typed, in exactly `width` columns. */
function padded(typed: string, width: number): string {
  let text = typed;
  while (stringWidth(text) > width) text = text.slice(1);
  return text + ' '.repeat(width - stringWidth(text));
}

function space(n: number): Span {
  return { text: ' '.repeat(Math.max(0, n)), role: 'space' };
}
