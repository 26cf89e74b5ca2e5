import { seqAdd } from '../tcp/sequence.ts';
import { type HostName, peerOf, type Trace, type TracedSegment } from '../trace/trace.ts';
import { type Arrival, arrivalOf, segmentAt } from './moments.ts';

/** The segments that close a connection. */
export interface ClosingSegments {
  /** Who sent the first FIN. */
  readonly closer: HostName;
  readonly fin: TracedSegment;
  /** What answers the first FIN: an ACK, a FIN,ACK or data. */
  readonly answer: TracedSegment;
  readonly peerFin: TracedSegment;
  /** The ACK that answers the second FIN. */
  readonly lastAck: TracedSegment;
}

/** The same read from a trace in which none of them is lost; the first FIN is answered at once. */
export interface Closing extends ClosingSegments {
  readonly finArrival: Arrival;
  readonly peerFinArrival: Arrival;
}

/** How the connection of a trace is closed, or null when it is not, or not without losses. */
export function closingOf(trace: Trace): Closing | null {
  const fin = trace.segments.find(isFin);
  if (fin === undefined) return null;
  const peerFin = trace.segments.find((segment) => isFin(segment) && segment.from === peerOf(fin.from));
  const finArrival = arrivalOf(trace, fin.n);
  const peerFinArrival = peerFin === undefined ? null : arrivalOf(trace, peerFin.n);
  if (peerFin === undefined || finArrival === null || peerFinArrival === null) return null;
  const answer = answerTo(trace, finArrival);
  const lastAck = answerTo(trace, peerFinArrival);
  if (answer === null || lastAck === null) return null;
  return { closer: fin.from, fin, finArrival, answer, peerFin, peerFinArrival, lastAck };
}

/**
 * What a host sends at once on an arrival, whether its TCP does so by itself or its application has a say first: the
 * first segment before anything else arrives or expires there.
 */
export function answerTo(trace: Trace, arrival: Arrival): TracedSegment | null {
  const cause = trace.events[arrival.index];
  for (const event of trace.events.slice(arrival.index + 1)) {
    if (event.ms !== cause?.ms) return null;
    if (event.host !== cause.host) continue;
    if (event.kind === 'send') return segmentAt(trace, event.segment);
    if (event.kind === 'arrive' || event.kind === 'timer') return null;
  }
  return null;
}

/** A FIN that a TCP sent, the network's copies left out. */
export function isFin(segment: TracedSegment): boolean {
  return segment.flags.includes('FIN') && segment.origin === 'tcp';
}

/** The last data segment its sender had sent before this one, or null. */
export function lastDataBefore(trace: Trace, segment: TracedSegment): TracedSegment | null {
  return (
    trace.segments.findLast(
      (other) => other.n < segment.n && other.from === segment.from && other.origin === 'tcp' && other.len > 0,
    ) ?? null
  );
}

/** The number a FIN itself takes: it follows the data of its segment (RFC 9293 §3.4). */
export function finNumber(fin: TracedSegment): number {
  return seqAdd(fin.seq, fin.len);
}

/** The initial sequence number a host chose, or null when the trace shows no SYN of it. */
export function isnOf(trace: Trace, host: HostName): number | null {
  return trace.segments.find((segment) => segment.from === host && segment.flags.includes('SYN'))?.seq ?? null;
}
