import type { HostName } from '../../trace/trace.ts';
import type { CapturedSegment } from '../packet/captured-segment.ts';
import type { SegmentAnalysis } from './segment-analysis.ts';

/** A segment of one conversation: as the file has it, which end sent it, and what is known of it. */
export interface AnalysedSegment {
  readonly segment: CapturedSegment;
  readonly from: HostName;
  readonly analysis: SegmentAnalysis;
}
