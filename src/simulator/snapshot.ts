import { receiveWindow, type Tcb, TIMER_NAMES } from '../tcp/tcb.ts';
import type { RunningTimer, Snapshot } from '../trace/trace.ts';

/** The variables of a connection as they stand, for the trace. `connection` counts this host's connections from 1. */
export function snapshotOf(tcb: Tcb, connection: number): Snapshot {
  const timers: RunningTimer[] = [];
  for (const name of TIMER_NAMES) {
    const expiresMs = tcb.timers[name];
    if (expiresMs !== undefined) timers.push({ name, expiresMs });
  }
  return {
    connection,
    state: tcb.state,
    iss: tcb.snd.iss,
    irs: tcb.rcv.irs,
    sndUna: tcb.snd.una,
    sndNxt: tcb.snd.nxt,
    sndWnd: tcb.snd.wnd,
    rcvNxt: tcb.rcv.nxt,
    rcvWnd: receiveWindow(tcb),
    cwnd: tcb.congestion.cwnd,
    ssthresh: tcb.congestion.ssthresh,
    srttMs: tcb.rto.srttMs,
    rttvarMs: tcb.rto.rttvarMs,
    rtoMs: tcb.rto.rtoMs,
    held: tcb.reassembly.ranges(),
    heldFin: heldFin(tcb),
    timers,
  };
}

/** A FIN that still waits above a gap. */
function heldFin(tcb: Tcb): number | null {
  const { fin } = tcb.reassembly;
  return fin !== null && ((fin - tcb.rcv.nxt) | 0) >= 0 ? fin : null;
}
