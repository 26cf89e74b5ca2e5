import { pipe } from '../tcp/recovery/pipe.ts';
import { receiveWindow, type Tcb } from '../tcp/tcb.ts';
import type { Snapshot } from '../trace/trace.ts';
import { TimerLists } from './timer-lists.ts';

/** Takes snapshots of a host for the trace. */
export class Snapshots {
  readonly #timerLists = new TimerLists();

  /** The variables of a connection as they stand. `connection` counts this host's connections from 1. */
  of(tcb: Tcb, connection: number): Snapshot {
    const { snd, rcv, congestion, rto } = tcb;
    return {
      connection,
      state: tcb.state,
      iss: snd.iss,
      irs: rcv.irs,
      sndUna: snd.una,
      sndNxt: snd.nxt,
      sndWnd: snd.wnd,
      rcvNxt: rcv.nxt,
      rcvWnd: receiveWindow(tcb),
      cwnd: congestion.cwnd,
      ssthresh: congestion.ssthresh,
      smss: snd.mss,
      recovery: tcb.recovery.kind,
      pipe: pipe(tcb),
      srttMs: rto.srttMs,
      rttvarMs: rto.rttvarMs,
      rtoMs: rto.rtoMs,
      held: tcb.reassembly.ranges(),
      heldFin: heldFin(tcb),
      timers: this.#timerLists.of(tcb.timers),
    };
  }
}

/** A FIN that still waits above a gap. */
function heldFin(tcb: Tcb): number | null {
  const { fin } = tcb.reassembly;
  return fin !== null && ((fin - tcb.rcv.nxt) | 0) >= 0 ? fin : null;
}
