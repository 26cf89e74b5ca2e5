import type { SegmentMatch } from '../../simulator/condition.ts';
import type { Fault, FaultEffect } from '../../simulator/fault.ts';
import { matches } from '../../simulator/segment-match.ts';
import { flagBits } from '../../tcp/segment.ts';
import type { Trace, TracedSegment } from '../../trace/trace.ts';

/**
 * The fault that does `effect` to one segment of a trace when its scenario is played again. What comes before that
 * segment stays as it was. `match` is a kind the segment is of.
 */
export function faultOn(trace: Trace, segment: TracedSegment, match: SegmentMatch, effect: FaultEffect): Fault {
  const nth = trace.segments.filter(
    (other) =>
      other.n <= segment.n &&
      other.from === segment.from &&
      other.origin === 'tcp' &&
      matches(match, flagBits(other.flags), other.len),
  ).length;
  return { from: segment.from, match, nth, effect };
}
