import type { State } from '../../src/tcp/state.ts';
import type { HostName, Trace, TracedSegment } from '../../src/trace/trace.ts';
import { absolute, beyond, isnOf } from './independent.ts';

/*
 * States and ACK numbers reckoned a second time from what each side has sent and received, in the order in which that
 * happened: no snapshot, no note, no code of the engine.
 */

const other = (host: HostName): HostName => (host === 'client' ? 'server' : 'client');

export const isFin = (segment: TracedSegment): boolean => segment.flags.includes('FIN');

const isSyn = (segment: TracedSegment): boolean => segment.flags.includes('SYN');

const takes = (segment: TracedSegment): bigint =>
  BigInt(segment.len) + (isSyn(segment) ? 1n : 0n) + (isFin(segment) ? 1n : 0n);

export interface History {
  readonly sent: readonly TracedSegment[];
  readonly got: readonly TracedSegment[];
}

/** What a host has sent and received in the events before `index`. */
export function historyBefore(trace: Trace, host: HostName, index: number): History {
  const sent: TracedSegment[] = [];
  const got: TracedSegment[] = [];
  for (const event of trace.events.slice(0, index)) {
    if (event.host !== host) continue;
    if (event.kind === 'send') sent.push(trace.segments[event.segment - 1]!);
    if (event.kind === 'arrive') got.push(trace.segments[event.segment - 1]!);
  }
  return { sent, got };
}

/** How many numbers of a stream are in without a gap, the SYN's included. */
function contiguous(isn: bigint, got: readonly TracedSegment[]): bigint {
  let end = 0n;
  for (let before = -1n; before !== end; ) {
    before = end;
    for (const segment of got) {
      const start = beyond(isn, segment.seq);
      if (start <= end && start + takes(segment) > end) end = start + takes(segment);
    }
  }
  return end;
}

/** Index of the event that sends segment n. */
export function sentAt(trace: Trace, n: number): number {
  return trace.events.findIndex((event) => event.kind === 'send' && event.segment === n);
}

/** Index of the event at which segment n arrives. */
export function arrivedAt(trace: Trace, n: number): number {
  return trace.events.findIndex((event) => event.kind === 'arrive' && event.segment === n);
}

/** The ack of segment n: the first number its host has not received when it sends. */
export function ackOf(trace: Trace, n: number): number {
  const { from } = trace.segments[n - 1]!;
  const isn = isnOf(trace, other(from));
  return absolute(isn, contiguous(isn, historyBefore(trace, from, sentAt(trace, n)).got));
}

/** The seq of segment n: that of what it repeats, else one past all its host has numbered. */
export function seqOf(trace: Trace, n: number): number {
  const segment = trace.segments[n - 1]!;
  const isn = isnOf(trace, segment.from);
  const { sent } = historyBefore(trace, segment.from, sentAt(trace, n));
  const twin = sent.find((s) => takes(s) > 0n && s.seq === segment.seq && takes(s) === takes(segment));
  if (twin !== undefined) return twin.seq;
  const ends = sent.map((s) => beyond(isn, s.seq) + takes(s));
  return absolute(
    isn,
    ends.reduce((a, b) => (a > b ? a : b), 0n),
  );
}

/** Whether every number up to the peer's FIN, that FIN included, has been received. */
function hasPeerFin(trace: Trace, host: HostName, got: readonly TracedSegment[]): boolean {
  const fin = got.find(isFin);
  if (fin === undefined) return false;
  const isn = isnOf(trace, other(host));
  return contiguous(isn, got) >= beyond(isn, fin.seq) + takes(fin);
}

/** Whether a host sent its FIN without having received the peer's. */
export function closesActively(trace: Trace, host: HostName): boolean {
  const fin = trace.segments.find((segment) => segment.from === host && isFin(segment));
  return fin !== undefined && !hasPeerFin(trace, host, historyBefore(trace, host, sentAt(trace, fin.n)).got);
}

/** The state of a host right after the event at `index`, one of a connection that nobody resets. */
export function stateAt(trace: Trace, host: HostName, index: number): State {
  const event = trace.events[index]!;
  if (event.kind === 'timer' && event.timer === 'time-wait') return 'CLOSED';
  const { sent, got } = historyBefore(trace, host, index + 1);
  const done = event.kind === 'call' ? [...sent, ...sentOn(trace, host, index)] : sent;
  const fin = done.find(isFin);
  const acked = (number: number): boolean => {
    const isn = isnOf(trace, host);
    return got.some((s) => s.flags.includes('ACK') && beyond(isn, s.ack) > beyond(isn, number));
  };
  const peerFin = hasPeerFin(trace, host, got);
  if (fin !== undefined) {
    const finAcked = acked(fin.seq + fin.len);
    if (!peerFin) return finAcked ? 'FIN-WAIT-2' : 'FIN-WAIT-1';
    if (closesActively(trace, host)) return finAcked ? 'TIME-WAIT' : 'CLOSING';
    return finAcked ? 'CLOSED' : 'LAST-ACK';
  }
  if (peerFin) return 'CLOSE-WAIT';
  const syn = done.find(isSyn);
  if (got.some(isSyn)) return syn !== undefined && acked(syn.seq) ? 'ESTABLISHED' : 'SYN-RECEIVED';
  if (syn !== undefined) return 'SYN-SENT';
  const listens = trace.events
    .slice(0, index + 1)
    .some((e) => e.kind === 'call' && e.host === host && e.call.name === 'listen');
  return listens ? 'LISTEN' : 'CLOSED';
}

/** What a call makes its host send at once. */
function sentOn(trace: Trace, host: HostName, index: number): TracedSegment[] {
  const { ms } = trace.events[index]!;
  const out: TracedSegment[] = [];
  for (const event of trace.events.slice(index + 1)) {
    if (event.ms !== ms || event.kind === 'arrive' || event.kind === 'call') break;
    if (event.kind === 'send' && event.host === host) out.push(trace.segments[event.segment - 1]!);
  }
  return out;
}
