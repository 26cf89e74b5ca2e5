import { seqGt } from '../../tcp/sequence.ts';
import type { Call, HostName, Snapshot, Trace, TracedSegment, TraceEvent } from '../../trace/trace.ts';
import { segmentAt, snapshotBefore } from '../moments.ts';
import { endOf, numbersTaken } from '../sequence-ends.ts';

/** The next segment that a TCP sends, and what led to it. Numbers are those of the trace. */
export interface SentNext {
  /** Index in trace.events of its sending. */
  readonly index: number;
  readonly segment: TracedSegment;
  /** The sender's variables once it was sent; null without a connection. */
  readonly after: Snapshot | null;
  /** What happened to the sender right then, which made it send; null where nothing of that time is known. */
  readonly cause: Extract<TraceEvent, { kind: 'arrive' | 'timer' | 'call' }> | null;
  /** The segment whose arrival was the cause, or null. */
  readonly answered: TracedSegment | null;
  /** The last segment with numbers of its own that the sender sent before in this connection, the furthest one. */
  readonly before: TracedSegment | null;
  /** The last one with numbers of its own that came from the peer by then. */
  readonly arrived: TracedSegment | null;
  /** Bytes that the sender's application has handed over in this connection by then. */
  readonly handedOver: number;
}

/** The next one that a TCP sends at or after the event at `until`, or null: a copy or a forged one cannot be foretold. */
export function sentNext(trace: Trace, until: number): SentNext | null {
  for (let index = Math.max(0, until); index < trace.events.length; index++) {
    const event = trace.events[index];
    if (event?.kind !== 'send') continue;
    const segment = segmentAt(trace, event.segment);
    if (segment.origin !== 'tcp') continue;
    const cause = causeOf(trace, event.host, index);
    return {
      index,
      segment,
      after: event.after ?? snapshotBefore(trace, event.host, index),
      cause,
      answered: cause?.kind === 'arrive' ? segmentAt(trace, cause.segment) : null,
      before: furthestSent(trace, segment),
      arrived: lastArrived(trace, event.host, index),
      handedOver: handedOver(trace, segment, index),
    };
  }
  return null;
}

function causeOf(trace: Trace, host: HostName, index: number): SentNext['cause'] {
  const ms = trace.events[index]?.ms;
  for (let i = index - 1; i >= 0; i--) {
    const event = trace.events[i];
    if (event === undefined || event.ms !== ms) return null;
    if (event.host === host && (event.kind === 'arrive' || event.kind === 'timer' || event.kind === 'call'))
      return event;
  }
  return null;
}

function furthestSent(trace: Trace, { n, from, connection }: TracedSegment): TracedSegment | null {
  let furthest: TracedSegment | null = null;
  for (const one of trace.segments.slice(0, n - 1)) {
    if (one.from !== from || one.origin !== 'tcp' || one.connection !== connection || numbersTaken(one) === 0) continue;
    // A connection that begins anew, in LISTEN for example, has new numbers.
    if (furthest === null || one.flags.includes('SYN') || seqGt(endOf(one), endOf(furthest))) furthest = one;
  }
  return furthest;
}

function lastArrived(trace: Trace, host: HostName, index: number): TracedSegment | null {
  for (let i = index - 1; i >= 0; i--) {
    const event = trace.events[i];
    if (event?.kind !== 'arrive' || event.host !== host) continue;
    const segment = segmentAt(trace, event.segment);
    if (numbersTaken(segment) > 0) return segment;
  }
  return null;
}

/** Bytes that a call hands over to TCP. */
function given(call: Call): number {
  const hands = call.name.startsWith('send') || call.name === 'connect-with-data';
  return hands && 'bytes' in call ? call.bytes : 0;
}

function handedOver(trace: Trace, { from, connection }: TracedSegment, index: number): number {
  return trace.events
    .slice(0, index)
    .reduce(
      (total, event) =>
        event.kind === 'call' && event.host === from && event.error === null && event.after?.connection === connection
          ? total + given(event.call)
          : total,
      0,
    );
}
