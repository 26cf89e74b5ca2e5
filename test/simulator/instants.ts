import type { HostName, Snapshot, Trace, TracedSegment, TraceEvent } from '../../src/trace/trace.ts';

/** All that happened to one host because of one cause: an arrival, a call, or a timer. */
export interface Instant {
  readonly cause: Extract<TraceEvent, { kind: 'arrive' | 'call' | 'timer' }>;
  /** The connection's variables before and after; both of the same incarnation, synchronized before and open after. */
  readonly before: Snapshot;
  readonly after: Snapshot;
  readonly sent: readonly TracedSegment[];
}

const SYNCHRONIZED = new Set(['ESTABLISHED', 'FIN-WAIT-1', 'FIN-WAIT-2', 'CLOSE-WAIT', 'CLOSING', 'LAST-ACK']);

/** The instants of one host's established connections, in order. */
export function instantsOf(trace: Trace, host: HostName): Instant[] {
  const out: Instant[] = [];
  let before: Snapshot | null = null;
  let open: { cause: Instant['cause']; sent: TracedSegment[]; after: Snapshot | null } | null = null;
  const settle = () => {
    if (open === null) return;
    const { cause, sent, after } = open;
    const known = before;
    before = after;
    open = null;
    if (known === null || after === null || known.connection !== after.connection || known.iss !== after.iss) return;
    if (!SYNCHRONIZED.has(known.state) || !SYNCHRONIZED.has(after.state)) return;
    out.push({ cause, before: known, after, sent });
  };
  for (const event of trace.events) {
    if (event.host !== host) continue;
    if (event.kind === 'arrive' || event.kind === 'call' || event.kind === 'timer') {
      settle();
      open = { cause: event, sent: [], after: event.after };
      continue;
    }
    if (open === null || event.kind === 'lost') continue;
    // What the application does at once, and what is sent last of all, comes after the cause itself is settled.
    open.after = event.after ?? open.after;
    if (event.kind !== 'send') continue;
    const segment = trace.segments[event.segment - 1];
    if (segment !== undefined && segment.origin === 'tcp') open.sent.push(segment);
  }
  settle();
  return out;
}

export const distance = (from: number, to: number) => (((to - from) % 2 ** 32) + 2 ** 32) % 2 ** 32;
