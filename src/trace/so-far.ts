import type { FinalState, HostName, Trace, TracedSegment, TraceEvent } from './trace.ts';

/**
 * The trace as it stands after its first `count` events: nothing in it tells of what comes later. What is under way then
 * is in flight.
 */
export function traceSoFar(trace: Trace, count: number): Trace {
  const events = trace.events.slice(0, count);
  if (events.length === trace.events.length) return trace;
  const arrivedAt = new Map<number, number>();
  const lost = new Set<number>();
  let last = 0;
  for (const event of events) {
    if (event.kind === 'send') last = event.segment;
    if (event.kind === 'arrive') arrivedAt.set(event.segment, event.ms);
    if (event.kind === 'lost') lost.add(event.segment);
  }
  // Copies that the network makes of a segment follow it, and no event tells of their making.
  const segments = trace.segments.filter(
    ({ n, repeats, origin }) => n <= last || (origin === 'copy' && repeats === last),
  );
  const seen = segments.map((segment): TracedSegment => {
    const arrivedMs = arrivedAt.get(segment.n) ?? null;
    return {
      ...segment,
      arrivedMs,
      fate: arrivedMs !== null ? 'delivered' : lost.has(segment.n) ? 'lost' : 'in-flight',
    };
  });
  return {
    ...trace,
    events,
    segments: seen,
    final: { client: standing(events, 'client'), server: standing(events, 'server') },
    endMs: events.at(-1)?.ms ?? 0,
    ended: 'limit',
  };
}

/** How a host stands after these events. */
function standing(events: readonly TraceEvent[], host: HostName): FinalState {
  let state: FinalState['state'] = 'CLOSED';
  let sentBytes = 0;
  let receivedBytes = 0;
  for (const event of events) {
    if (event.host !== host) continue;
    if (event.kind !== 'lost') state = event.after?.state ?? 'CLOSED';
    if (event.kind === 'deliver') receivedBytes += event.bytes;
    if (event.kind === 'call' && event.error === null && 'bytes' in event.call && SENDS.has(event.call.name)) {
      sentBytes += event.call.bytes;
    }
  }
  return { state, sentBytes, receivedBytes };
}

const SENDS: ReadonlySet<string> = new Set(['send', 'send-urgent', 'send-unpushed', 'connect-with-data']);
