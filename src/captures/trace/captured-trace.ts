import type { Trace } from '../../trace/trace.ts';
import type { SegmentAnalysis, Vantage } from '../analysis/segment-analysis.ts';

/** One conversation of a capture as a Trace, with what else is known of its segments. Arrays are by a segment's n - 1. */
export interface CapturedTrace {
  readonly trace: Trace;
  /** Eight hexadecimal digits that are the same for the same segments, in whatever file they stand. */
  readonly digest: string;
  readonly vantage: Vantage;
  /** The capture does not tell who opened it: the end with the higher port is called the client. */
  readonly clientIsGuess: boolean;
  /** Which numbers the trace has: the header's, or those counted from the ISNs (from the first seen where there is none). */
  readonly numbers: 'absolute' | 'relative';
  readonly analyses: readonly SegmentAnalysis[];
  readonly frames: readonly number[];
  /** Of a simulated run, which numbers its segments: the numbers that these have in it. Null for a capture. */
  readonly inRun: readonly number[] | null;
  /** The headers as captured, with the numbers of the file; null where they were not kept. */
  readonly headers: readonly (Uint8Array | null)[];
  /** Time 0 of the trace, ms since the epoch: that of the conversation's first segment. */
  readonly epochMs: number;
  /** Whether segments before these, or after them, were left out. */
  readonly leftOut: { readonly before: number; readonly after: number };
}
