import type { Language } from '../language.ts';
import type { State } from '../tcp/state.ts';
import { type Bases, shownNumbers } from './relative.ts';
import type { HostName, Trace } from './trace.ts';

/** What a piece of a line is, so that a screen can colour it; plain text ignores it. */
export type SpanRole =
  | 'space'
  | 'line'
  | 'line-focus'
  | 'state-new'
  | 'flags'
  | 'name'
  | 'number'
  | 'answer'
  | 'blank'
  | 'lost'
  | 'word'
  | 'special'
  | 'time';

export interface Span {
  readonly text: string;
  readonly role: SpanRole;
}

/** A part of a segment, by the segment's n. */
export interface LadderPlace {
  readonly segment: number;
  readonly part: 'seq' | 'ack' | 'len' | 'flags' | 'window' | 'sack';
}

/** A part that is drawn as a blank: with what has been typed into it so far, or null for one that is only hidden. */
export interface Blank extends LadderPlace {
  readonly typed: string | null;
}

export interface LadderStyle {
  /** Columns for the ladder, 38 or more. */
  readonly width: number;
  readonly language: Language;
  readonly numbers: 'absolute' | 'relative';
  readonly ascii: boolean;
  readonly blanks: readonly Blank[];
  /** Parts to set off: the answers, once they are shown. */
  readonly answers: readonly LadderPlace[];
  /** Segments to set off, by n. */
  readonly focus: readonly number[];
  readonly hiddenStates: readonly HostName[];
  readonly bases: readonly Bases[];
  /** Windows to say, by index n - 1 (see `shownWindows`). */
  readonly windows: readonly (number | null)[];
  /** How much too old timestamps are, by index n - 1 (see `oldTimestamps`). */
  readonly oldTimestamps: readonly (number | null)[];
  /** Words to set beside a segment, by index n - 1: what was found about it in a capture. None where absent. */
  readonly remarks: readonly (readonly string[])[];
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

export interface LadderGlyphs {
  readonly bar: string;
  /** The lifeline beside a silence. */
  readonly thin: string;
  readonly dash: string;
  readonly dot: string;
  readonly right: string;
  readonly left: string;
  readonly cross: string;
  readonly ellipsis: string;
}

const UNICODE: LadderGlyphs = {
  bar: '│',
  thin: '┊',
  dash: '─',
  dot: '╌',
  right: '▶',
  left: '◀',
  cross: '✗',
  ellipsis: '…',
};
const ASCII: LadderGlyphs = {
  bar: '|',
  thin: ':',
  dash: '-',
  dot: '.',
  right: '>',
  left: '<',
  cross: 'x',
  ellipsis: '..',
};

export function ladderGlyphs({ ascii }: Pick<LadderStyle, 'ascii'>): LadderGlyphs {
  return ascii ? ASCII : UNICODE;
}

/** Columns of the state column, of the time column before it (0: none) and between the lifelines. */
export interface LadderColumns {
  readonly state: number;
  readonly time: number;
  readonly middle: number;
}

const NARROW = 76;
const NARROWEST = 40;
const WITH_TIME = 92;

export function ladderColumns(width: number): LadderColumns {
  const state = width < NARROWEST ? 7 : width < NARROW ? 8 : 12;
  const time = width >= WITH_TIME ? 11 : 0;
  return { state, time, middle: Math.max(20, width - 2 * (state + 2) - time) };
}

/** The state in full where there is room, else shortened to the column. */
export function stateWord(state: State, columns: Pick<LadderColumns, 'state'>): string {
  if (columns.state >= 12) return state;
  return columns.state < 8 ? SHORT_STATES[state].replaceAll('-', '') : SHORT_STATES[state];
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

/** Virtual time in seconds to the millisecond: '241.075s'. */
export function formatMs(ms: number): string {
  return `${(ms / 1000).toFixed(3)}s`;
}
