import type { State } from '../../tcp/state.ts';
import type { Trace } from '../../trace/trace.ts';

/** The state of the host of the event at `index` right after that event, or null when there is no such state. */
export function stateAfter(trace: Trace, index: number): State | null {
  const event = trace.events[index];
  return event === undefined || event.kind === 'lost' ? null : (event.after?.state ?? null);
}
