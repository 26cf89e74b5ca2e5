import type { Trace, TracedSegment } from '../../trace/trace.ts';
import { segmentAt } from '../moments.ts';

export interface Loss {
  readonly trace: Trace;
  readonly lost: TracedSegment;
  /** Index of the event that lost it. */
  readonly index: number;
}

/** What a trace loses first, or null. */
export function lossOf(trace: Trace): Loss | null {
  const index = trace.events.findIndex((event) => event.kind === 'lost');
  const event = trace.events[index];
  return event?.kind === 'lost' ? { trace, lost: segmentAt(trace, event.segment), index } : null;
}
