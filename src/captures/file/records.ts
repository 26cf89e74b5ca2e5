import type { CaptureProblem } from './capture-tally.ts';

/** What reads the records of one file format, as many at a time as there are whole. */
export interface Records {
  /** How many bytes `take` needs to get on. */
  readonly wanted: number;
  /** What ended the reading; null while nothing has. */
  readonly problem: CaptureProblem | null;
  /** Where in the file the record begins that is being skipped; null where the next byte is a record's first. */
  readonly insideOf: number | null;
  /**
   * Takes what is whole of bytes `start` to `end`; gives where the rest begins. `offset` is where `start` stands in the file.
   */
  take(view: DataView, start: number, end: number, offset: number): number;
}

/**
 * The most bytes of one frame. No program that captures gives more (tcpdump and Wireshark stop at 262,144), and Wireshark
 * takes a longer one for a damaged file, as is done here.
 */
export const LONGEST_FRAME = 262_144;
