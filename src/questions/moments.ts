import type { HostName, Note, Snapshot, Trace, TracedSegment } from '../trace/trace.ts';

/*
 * Finding the moments of a trace that pose a question. An index is an index into trace.events; -1 says there is none.
 */

/** A segment's arrival, or null for one that never arrived: its event's index. */
export interface Arrival {
  readonly index: number;
  readonly segment: TracedSegment;
  readonly notes: readonly Note[];
}

/** The segment numbered n. Throws RangeError when the trace has none. */
export function segmentAt(trace: Trace, n: number): TracedSegment {
  const segment = trace.segments[n - 1];
  if (segment === undefined) throw new RangeError(`no segment ${n}`);
  return segment;
}

/** The segments a host's TCP sent, without copies the network made and forged ones, in the order of sending. */
export function sentBy(trace: Trace, host: HostName): readonly TracedSegment[] {
  return trace.segments.filter((segment) => segment.from === host && segment.origin === 'tcp');
}

/** A host's data segments, each sent for the first time. */
export function dataFrom(trace: Trace, host: HostName): readonly TracedSegment[] {
  return sentBy(trace, host).filter((segment) => segment.len > 0 && segment.repeats === null);
}

/** A segment that carries nothing but an ACK. */
export function isPureAck(segment: TracedSegment): boolean {
  return segment.len === 0 && segment.flags.length === 1 && segment.flags[0] === 'ACK';
}

/** Index of the event that sent segment n. */
export function sendIndex(trace: Trace, n: number): number {
  return trace.events.findIndex((event) => event.kind === 'send' && event.segment === n);
}

/** Every arrival at a host, in order. */
export function arrivalsAt(trace: Trace, host: HostName): readonly Arrival[] {
  return trace.events.flatMap((event, index) =>
    event.kind === 'arrive' && event.host === host
      ? [{ index, segment: segmentAt(trace, event.segment), notes: event.notes }]
      : [],
  );
}

/** The arrival of segment n, or null. */
export function arrivalOf(trace: Trace, n: number): Arrival | null {
  const index = trace.events.findIndex((event) => event.kind === 'arrive' && event.segment === n);
  const event = trace.events[index];
  return event?.kind === 'arrive' ? { index, segment: segmentAt(trace, n), notes: event.notes } : null;
}

/** What a host sends at once because of the arrival at `index`: its first segment before anything else happens to it. */
export function reactionTo(trace: Trace, index: number): TracedSegment | null {
  const cause = trace.events[index];
  if (cause?.kind !== 'arrive') return null;
  for (const event of trace.events.slice(index + 1)) {
    if (event.ms !== cause.ms) return null;
    if (event.host !== cause.host) continue;
    if (event.kind === 'send') return segmentAt(trace, event.segment);
    if (event.kind === 'arrive' || event.kind === 'timer' || event.kind === 'call') return null;
  }
  return null;
}

/** A host's variables just before the event at `index`, or null when it had no connection yet. */
export function snapshotBefore(trace: Trace, host: HostName, index: number): Snapshot | null {
  const event = trace.events.slice(0, index).findLast((e) => e.host === host && e.kind !== 'lost');
  return event === undefined || event.kind === 'lost' ? null : event.after;
}

/** Data bytes handed to a host's application by the time of the event at `index`, that time included. */
export function deliveredBy(trace: Trace, host: HostName, index: number): number {
  const ms = trace.events[index]?.ms ?? 0;
  return trace.events.reduce(
    (sum, event) => (event.kind === 'deliver' && event.host === host && event.ms <= ms ? sum + event.bytes : sum),
    0,
  );
}
