import type { Trace } from '../trace.ts';

const known = new WeakMap<Trace, readonly (number | undefined)[]>();

/** Index of the event at which each segment is first seen, sent or (a copy) arriving, by n; undefined where it never is. */
export function firstEvents(trace: Trace): readonly (number | undefined)[] {
  const found = known.get(trace);
  if (found !== undefined) return found;
  const first: (number | undefined)[] = [];
  trace.events.forEach((event, index) => {
    if (event.kind === 'send' || event.kind === 'arrive') first[event.segment] ??= index;
  });
  known.set(trace, first);
  return first;
}
