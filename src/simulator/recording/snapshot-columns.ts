/** The numbers of a snapshot, by their place in a row. Those from 0 to 2^32-1, all of them whole, come first. */
export const CONNECTION = 0;
export const STATE = 1;
export const ISS = 2;
export const IRS = 3;
export const SMSS = 4;
export const RECOVERY = 5;
/** Those that move with every segment stand side by side. */
export const SND_UNA = 6;
export const SND_NXT = 7;
export const SND_WND = 8;
export const RCV_NXT = 9;
export const RCV_WND = 10;
/** Real numbers from here on. NONE stands for null, and for a timer that is off. */
export const CWND = 11;
export const PIPE = 12;
export const SSTHRESH = 13;
export const SRTT = 14;
export const RTTVAR = 15;
export const RTO = 16;
export const HELD_FIN = 17;
/** The first of a column for each timer, in the order of TIMER_NAMES. */
export const TIMERS = 18;
/** Not a number: the held ranges follow the row as a list. */
export const HELD = 24;

/** A bit for each of those that are numbers. */
export const COLUMNS = (1 << HELD) - 1;
export const MOVING = SND_UNA;
export const MOVING_END = PIPE + 1;
export const REALS = CWND;
export const NONE = -1;

export const RECOVERIES = ['none', 'fast', 'sack', 'timeout'] as const;

const UNKNOWN: readonly number[] = Array.from({ length: HELD }, () => Number.NaN);

/** A row that no snapshot is like. */
export function unknownRow(): number[] {
  return UNKNOWN.slice();
}
