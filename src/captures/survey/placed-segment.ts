import type { HostName } from '../../trace/trace.ts';
import type { SegmentAnalysis } from '../analysis/segment-analysis.ts';
import type { CapturedSegment } from '../packet/captured-segment.ts';

/** A segment of a capture with the conversation it belongs to and what was found about it. */
export interface PlacedSegment {
  readonly segment: CapturedSegment;
  /** Number of its conversation, from 1. */
  readonly conversation: number;
  readonly from: HostName;
  readonly analysis: SegmentAnalysis;
}
