import { NO_OPTIONS, type SegmentOptions } from '../../tcp/segment.ts';
import type { Journal, JournalReader } from './journal.ts';

/** What is there of a segment's options, in a word in front of them; the number of SACK blocks stands above. */
const MSS = 1;
const SACK_PERMITTED = 2;
const WINDOW_SCALE = 4;
const TIMESTAMPS = 8;
const SACK = 16;
const BLOCKS = 8;

/** How many words `writeOptions` writes at most. */
export function mostOptionWords({ sack }: SegmentOptions): number {
  return 5 + 2 * (sack === undefined ? 0 : sack.length);
}

export function writeOptions(journal: Journal, options: SegmentOptions): void {
  if (options === NO_OPTIONS) {
    journal.word(0);
    return;
  }
  const { mss, sackPermitted, windowScale, timestamps, sack } = options;
  journal.word(
    (mss === undefined ? 0 : MSS) |
      (sackPermitted === undefined ? 0 : SACK_PERMITTED) |
      (windowScale === undefined ? 0 : WINDOW_SCALE) |
      (timestamps === undefined ? 0 : TIMESTAMPS) |
      (sack === undefined ? 0 : SACK | (sack.length << BLOCKS)),
  );
  if (mss !== undefined) journal.word(mss);
  if (windowScale !== undefined) journal.word(windowScale);
  if (timestamps !== undefined) journal.pair(timestamps);
  if (sack !== undefined) journal.pairs(sack);
}

export function readOptions(journal: JournalReader): SegmentOptions {
  const there = journal.word();
  if (there === 0) return NO_OPTIONS;
  return {
    ...(there & MSS && { mss: journal.word() }),
    ...(there & SACK_PERMITTED && { sackPermitted: true }),
    ...(there & WINDOW_SCALE && { windowScale: journal.word() }),
    ...(there & TIMESTAMPS && { timestamps: journal.pair() }),
    ...(there & SACK && { sack: journal.pairs(there >>> BLOCKS) }),
  };
}
