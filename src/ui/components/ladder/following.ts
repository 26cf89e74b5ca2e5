import type { Trace } from '../../../trace/trace.ts';

/** The segments seen before event `until`, by n, in order: those that can be followed. */
export function followable(trace: Trace, until: number): readonly number[] {
  const known = cache.get(trace);
  if (known?.until === until) return known.segments;
  const segments: number[] = [];
  const seen = new Set<number>();
  for (let index = 0; index < Math.min(until, trace.events.length); index++) {
    const event = trace.events[index];
    if ((event?.kind !== 'send' && event?.kind !== 'arrive') || seen.has(event.segment)) continue;
    seen.add(event.segment);
    segments.push(event.segment);
  }
  segments.sort((a, b) => a - b);
  cache.set(trace, { until, segments });
  return segments;
}

const cache = new WeakMap<Trace, { readonly until: number; readonly segments: readonly number[] }>();

/** The segment before or after the one followed; with none, the newest. Null when there is no such segment. */
export function nextToFollow(segments: readonly number[], followed: number | null, by: 1 | -1): number | null {
  if (followed === null) return segments.at(-1) ?? null;
  return segments[segments.indexOf(followed) + by] ?? null;
}
