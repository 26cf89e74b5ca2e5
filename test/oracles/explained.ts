import { seqGt } from '../../src/tcp/sequence.ts';
import { type HostName, peerOf, type Trace, type TracedSegment, type TraceEvent } from '../../src/trace/trace.ts';
import type { Violation } from './judges.ts';

/** Bytes that timestamps take of every segment once both ends use them (RFC 7323 appendix A). */
const TIMESTAMP_BYTES = 12;

/**
 * Whether a rule of tcp_invariants.py was broken only because it follows its captures (Linux) where the text of the
 * RFC says otherwise, and the run holds that very case.
 */
export function isExplained({ run: { trace }, rule }: Violation, at: HostName): boolean {
  if (rule === 'OLD-SEQ') return arrivals(trace, at).some(isRefusedAtTheEdge);
  if (rule === 'ACK-UNRECEIVED') return oldDuplicateHoldsBack(trace, at);
  // No room is left beside the timestamps: one byte goes all the same, for nothing else would ever get through.
  if (rule === 'MSS') return trace.hosts[peerOf(at)].mss <= TIMESTAMP_BYTES;
  return false;
}

type Arrival = { readonly event: Extract<TraceEvent, { kind: 'arrive' }>; readonly segment: TracedSegment };

function arrivals(trace: Trace, at: HostName): Arrival[] {
  return trace.events.flatMap((event) => {
    const segment = event.kind === 'arrive' && event.host === at ? trace.segments[event.segment - 1] : undefined;
    return event.kind === 'arrive' && segment !== undefined ? [{ event, segment }] : [];
  });
}

/**
 * RFC 9293 §3.4 Table 5 refuses an empty segment at the very right edge of the window, where a peer's ACKs lie while all
 * it may send is on the way and the first of it was lost. Its ACK is not heard then, and what it acknowledged goes again:
 * OLD-SEQ takes every ACK for heard. Linux takes such a segment.
 */
function isRefusedAtTheEdge({ event, segment }: Arrival): boolean {
  if (event.after === null || segment.len > 0 || !event.notes.includes('unacceptable')) return false;
  return segment.seq === (event.after.rcvNxt + event.after.rcvWnd) >>> 0;
}

/**
 * RFC 7323 §5.3 rejects what lies outside the window (R2) before its timestamp may become TS.Recent (R3). The rule takes
 * the timestamp of an old duplicate too, as Linux does of one that ends at RCV.NXT, and then counts what was sent before
 * it and comes after it as rejected by PAWS: what acknowledges that seems never to have been received.
 */
function oldDuplicateHoldsBack(trace: Trace, at: HostName): boolean {
  let newest: number | null = null;
  for (const { event, segment } of arrivals(trace, at)) {
    const tsval = segment.options.timestamps?.[0];
    if (tsval === undefined) continue;
    if (event.notes.includes('old-duplicate')) newest = newest === null || seqGt(tsval, newest) ? tsval : newest;
    else if (newest !== null && seqGt(newest, tsval) && segment.len > 0) return true;
  }
  return false;
}
