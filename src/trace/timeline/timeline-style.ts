import type { LadderStyle } from '../ladder-style.ts';

/** The columns of a ladder with time down its side. */
export interface TimelineColumns {
  /** The time of a row and the blank after it; 0 where there is no room for it. */
  readonly time: number;
  readonly state: number;
  /** Between the lifelines. */
  readonly middle: number;
}

/** From here on states are written in full. */
const WIDE = 76;
/** Below this nothing but the arrows and short states fit. */
const NARROW = 52;
const TIME = 6;

export function timelineColumns(width: number): TimelineColumns {
  const state = width >= WIDE ? 12 : width >= NARROW ? 8 : 7;
  const time = width >= NARROW ? TIME : 0;
  return { time, state, middle: Math.max(20, width - time - 2 * (state + 2)) };
}

/** Seconds in five columns: '0.010', '12.34', '241.1', '86400'. */
export function secondsText(ms: number): string {
  const seconds = ms / 1000;
  const digits = [3, 2, 1].find((fraction) => seconds.toFixed(fraction).length <= TIME - 1) ?? 0;
  return seconds.toFixed(digits);
}

/** Rows that a usual flight takes beside those of its sending and its arrival, from the least to the most. */
export const ZOOMS: readonly number[] = [0, 1, 2, 4, 8];

export interface TimelineScale {
  /** One of ZOOMS. */
  readonly zoom: number;
  /** Virtual time of a usual flight, ms. */
  readonly flightMs: number;
}

/** What a timeline is laid out by. */
export type TimelineStyle = Pick<
  LadderStyle,
  'width' | 'language' | 'numbers' | 'ascii' | 'bases' | 'windows' | 'oldTimestamps' | 'remarks'
>;

/** The characters of lines, in a light and a heavy set: heavy ones set off what is followed, without colour too. */
export interface LineGlyphs {
  readonly across: string;
  readonly down: string;
  /** A line across over one that goes down: light over light, heavy over light, light over heavy. */
  readonly crossing: string;
  /** Turning down at the end of a line from the left, and from the right. */
  readonly fromLeft: string;
  readonly fromRight: string;
  /** Turning to the right at the end of a line from above, and to the left. */
  readonly toRight: string;
  readonly toLeft: string;
  /** A copy goes its own way. */
  readonly fork: string;
}

const LIGHT: LineGlyphs = {
  across: '─',
  down: '│',
  crossing: '┼',
  fromLeft: '╮',
  fromRight: '╭',
  toRight: '╰',
  toLeft: '╯',
  fork: '┬',
};
const HEAVY: LineGlyphs = {
  across: '═',
  down: '║',
  crossing: '╪',
  fromLeft: '╗',
  fromRight: '╔',
  toRight: '╚',
  toLeft: '╝',
  fork: '╦',
};
const ASCII_LIGHT: LineGlyphs = {
  across: '-',
  down: '|',
  crossing: '+',
  fromLeft: '.',
  fromRight: '.',
  toRight: "'",
  toLeft: "'",
  fork: '.',
};
const ASCII_HEAVY: LineGlyphs = { ...ASCII_LIGHT, across: '=', down: '!' };

export interface TimelineGlyphs {
  readonly light: LineGlyphs;
  readonly heavy: LineGlyphs;
  readonly right: string;
  readonly left: string;
  readonly falling: string;
  /** Where a line leads that is not drawn on. */
  readonly fading: string;
  readonly cross: string;
  readonly lifeline: string;
  /** A line down past a silence that is cut short. */
  readonly cut: string;
  readonly ellipsis: string;
}

export function timelineGlyphs(ascii: boolean): TimelineGlyphs {
  return ascii
    ? {
        light: ASCII_LIGHT,
        heavy: ASCII_HEAVY,
        right: '>',
        left: '<',
        falling: 'v',
        fading: '.',
        cross: 'x',
        lifeline: '|',
        cut: ':',
        ellipsis: '..',
      }
    : {
        light: LIGHT,
        heavy: HEAVY,
        right: '▶',
        left: '◀',
        falling: '▼',
        fading: '╌',
        cross: '✗',
        lifeline: '│',
        cut: '┊',
        ellipsis: '…',
      };
}
