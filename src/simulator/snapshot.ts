import { pipe } from '../tcp/pipe.ts';
import { receiveWindow, type Tcb, TIMER_NAMES } from '../tcp/tcb.ts';
import type { RunningTimer, Snapshot } from '../trace/trace.ts';

/** Takes snapshots of a host for the trace. What has not changed since the last one is shared with it. */
export class Snapshots {
  #timers: readonly RunningTimer[] = [];

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
      timers: this.#running(tcb),
    };
  }

  #running({ timers }: Tcb): readonly RunningTimer[] {
    let running = 0;
    let same = true;
    for (const name of TIMER_NAMES) {
      const expiresMs = timers[name];
      if (expiresMs === undefined) continue;
      const known = this.#timers[running++];
      same &&= known !== undefined && known.name === name && known.expiresMs === expiresMs;
    }
    if (!same || running !== this.#timers.length) {
      this.#timers = TIMER_NAMES.flatMap((name) => {
        const expiresMs = timers[name];
        return expiresMs === undefined ? [] : [{ name, expiresMs }];
      });
    }
    return this.#timers;
  }
}

/** A FIN that still waits above a gap. */
function heldFin(tcb: Tcb): number | null {
  const { fin } = tcb.reassembly;
  return fin !== null && ((fin - tcb.rcv.nxt) | 0) >= 0 ? fin : null;
}
