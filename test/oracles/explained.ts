import { seqGt } from '../../src/tcp/sequence.ts';
import { type HostName, peerOf, type Trace, type TracedSegment, type TraceEvent } from '../../src/trace/trace.ts';
import type { Violation } from './judges.ts';

/** Bytes that timestamps take of every segment once both ends use them (RFC 7323 appendix A). */
const TIMESTAMP_BYTES = 12;

/** Rules that work out what the end has received. */
const KNOWS_RCV_NXT: ReadonlySet<string> = new Set(['ACK-UNRECEIVED', 'SACK-MISSING', 'SACK-FIRST', 'SACK-UNRECEIVED']);

/**
 * Whether a rule of tcp_invariants.py was broken only because it follows its captures (Linux) where the text of the
 * RFC says otherwise, and the run holds that very case.
 */
export function isExplained({ run: { trace }, rule }: Violation, at: HostName): boolean {
  if (rule === 'OLD-SEQ') return arrivals(trace, at).some(isRefusedWithItsAck);
  // No room is left beside the timestamps: one byte goes all the same, for nothing else would ever get through.
  if (rule === 'MSS') return trace.hosts[peerOf(at)].mss! <= TIMESTAMP_BYTES;
  if (rule === 'SACK-MISSING' && (hasNoRoomBesideData(trace) || holdsFin(trace, at) || resendsFirst(trace, at)))
    return true;
  if (rule === 'AFTER-RST') return arrivals(trace, at).some(isIgnoredReset);
  if (KNOWS_RCV_NXT.has(rule) && arrivals(trace, at).some(isThrownAway)) return true;
  return KNOWS_RCV_NXT.has(rule) && (oldDuplicateHoldsBack(trace, at) || arrivals(trace, at).some(isRefusedForItsAck));
}

/** Timestamps, a SACK block and a byte of data do not fit the MSS: the data goes without the block. */
function hasNoRoomBesideData({ hosts }: Trace): boolean {
  return Math.min(hosts.client.mss!, hosts.server.mss!) <= TIMESTAMP_BYTES + 12;
}

/** A FIN above a gap is no data, and in no block (RFC 2018 §3: blocks of data); the rule counts its number as data. */
function holdsFin(trace: Trace, at: HostName): boolean {
  return arrivals(trace, at).some(({ event }) => event.notes.includes('fin-held'));
}

/**
 * The ACK of a segment is processed before its text (RFC 9293 §3.10.7.4 steps 5 and 7): what it has us send again goes
 * out before its own data is held above a gap.
 */
function resendsFirst({ events, segments }: Trace, at: HostName): boolean {
  return events.some((event, i) => {
    const next = events[i + 1];
    if (event.kind !== 'arrive' || event.host !== at || !event.notes.includes('held-out-of-order')) return false;
    return next?.kind === 'send' && next.host === at && segments[next.segment - 1]?.repeats !== null;
  });
}

type Arrival = { readonly event: Extract<TraceEvent, { kind: 'arrive' }>; readonly segment: TracedSegment };

function arrivals(trace: Trace, at: HostName): Arrival[] {
  return trace.events.flatMap((event) => {
    const segment = event.kind === 'arrive' && event.host === at ? trace.segments[event.segment - 1] : undefined;
    return event.kind === 'arrive' && segment !== undefined ? [{ event, segment }] : [];
  });
}

/** By the convention `time-wait-reset: ignore` a RST does not end TIME-WAIT (RFC 1337 §3, fix F1). */
function isIgnoredReset({ event: { notes, after } }: Arrival): boolean {
  return notes.includes('rst-ignored') && after?.state === 'TIME-WAIT';
}

/** By the convention `out-of-order: discard` what comes above a gap is not held, and nothing is said of it. */
function isThrownAway({ event: { notes } }: Arrival): boolean {
  return notes.includes('discarded-out-of-order');
}

/**
 * RFC 9293 §3.10.7.4 step 1 drops an unacceptable segment before its ACK is looked at, and Table 5 (§3.4) counts as such an
 * empty segment at the very right edge of the window, where a peer's ACKs lie while all it may send is on the way and
 * the first of it was lost, and old data sent again. What it acknowledged then goes again; OLD-SEQ takes every ACK for
 * heard. (Linux takes a segment at either edge.)
 */
function isRefusedWithItsAck({ event: { notes, after }, segment }: Arrival): boolean {
  const refused = notes.includes('unacceptable') || notes.includes('old-duplicate');
  return refused && after !== null && seqGt(segment.ack, after.sndUna);
}

/** RFC 5961 §5.2: data whose ACK is older than the largest window ever offered is not taken. Small windows age fast. */
function isRefusedForItsAck({ event: { notes }, segment }: Arrival): boolean {
  return notes.includes('challenge-ack') && segment.len > 0;
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
