import { firstEvents } from '../../../trace/timeline/first-events.ts';
import type { Trace } from '../../../trace/trace.ts';

/** Whether segment `n` has been seen before event `until`. */
export function isSeen(trace: Trace, n: number, until: number): boolean {
  return (firstEvents(trace)[n] ?? Number.POSITIVE_INFINITY) < until;
}

/** The segment before or after the one followed; with none, the newest seen. Null when there is no such segment. */
export function nextToFollow(trace: Trace, until: number, followed: number | null, by: 1 | -1): number | null {
  if (followed === null) {
    for (let index = Math.min(until, trace.events.length) - 1; index >= 0; index--) {
      const event = trace.events[index];
      if (event?.kind === 'send' || event?.kind === 'arrive') return event.segment;
    }
    return null;
  }
  for (let n = followed + by; n >= 1 && n <= trace.segments.length; n += by) if (isSeen(trace, n, until)) return n;
  return null;
}
