import type { State } from '../../../tcp/state.ts';
import type { HostName, Trace, TraceEvent } from '../../../trace/trace.ts';

type CallEvent = Extract<TraceEvent, { kind: 'call' }>;

/** What tells how a host stands besides its variables, found once for a trace: of a long one too many to look for at every frame. */
export interface HostEvents {
  /** Indices of the events in which its TCP sends. */
  readonly sends: readonly number[];
  /** The calls of its application that were taken, in order, and the state each of them met. */
  readonly calls: readonly { readonly index: number; readonly event: CallEvent; readonly before: State }[];
}

const known = new WeakMap<Trace, Readonly<Record<HostName, HostEvents>>>();

export function hostEvents(trace: Trace): Readonly<Record<HostName, HostEvents>> {
  const found = known.get(trace);
  if (found !== undefined) return found;
  const none = (): { sends: number[]; calls: HostEvents['calls'][number][] } => ({ sends: [], calls: [] });
  const made = { client: none(), server: none() };
  const state: Record<HostName, State> = { client: 'CLOSED', server: 'CLOSED' };
  trace.events.forEach((event, index) => {
    if (event.kind === 'send' && trace.segments[event.segment - 1]?.origin === 'tcp')
      made[event.host].sends.push(index);
    if (event.kind === 'call' && event.error === null)
      made[event.host].calls.push({ index, event, before: state[event.host] });
    if ('after' in event) state[event.host] = event.after?.state ?? 'CLOSED';
  });
  known.set(trace, made);
  return made;
}

/** How many of these indices, in order, are below `index`. */
export function countBefore(indices: readonly number[], index: number): number {
  let low = 0;
  let high = indices.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((indices[middle] ?? 0) < index) low = middle + 1;
    else high = middle;
  }
  return low;
}
