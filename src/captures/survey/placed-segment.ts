import type { AnalysedSegment } from '../analysis/analysed-segment.ts';

/** The same with the conversation it belongs to. */
export interface PlacedSegment extends AnalysedSegment {
  /** Number of its conversation, from 1. */
  readonly conversation: number;
}
