import type { Snapshot, Trace } from '../../src/trace/trace.ts';

/** A trace as plain data through and through: a snapshot has most of its variables behind getters that are not its own. */
export function wholeTrace(trace: Trace): Trace {
  const events = trace.events.map((event) => ('after' in event ? { ...event, after: whole(event.after) } : event));
  return { ...trace, events };
}

function whole(snapshot: Snapshot | null): Snapshot | null {
  if (snapshot === null) return null;
  const { connection, state, iss, irs, sndUna, sndNxt, sndWnd, rcvNxt, rcvWnd, cwnd, ssthresh, smss } = snapshot;
  const { recovery, pipe, srttMs, rttvarMs, rtoMs, held, heldFin, timers } = snapshot;
  const window = { sndUna, sndNxt, sndWnd, rcvNxt, rcvWnd, cwnd, ssthresh, smss };
  return { connection, state, iss, irs, ...window, recovery, pipe, srttMs, rttvarMs, rtoMs, held, heldFin, timers };
}
