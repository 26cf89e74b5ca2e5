import { pipe } from '../tcp/recovery/pipe.ts';
import { receiveWindow, type Tcb } from '../tcp/tcb.ts';
import type { Snapshot } from '../trace/trace.ts';
import { TimerLists } from './timer-lists.ts';

/** What stays as it is over many snapshots; they share it. */
type Lasting = Pick<
  Snapshot,
  | 'connection'
  | 'state'
  | 'iss'
  | 'irs'
  | 'smss'
  | 'ssthresh'
  | 'recovery'
  | 'srttMs'
  | 'rttvarMs'
  | 'rtoMs'
  | 'heldFin'
>;

/** The numbers that move with every segment, by their column in a row. */
const SND_UNA = 0;
const SND_NXT = 1;
const SND_WND = 2;
const RCV_NXT = 3;
const RCV_WND = 4;
const CWND = 5;
const PIPE = 6;
const COLUMNS = 7;
const ROWS = 4096;

/**
 * A snapshot as a trace keeps it, two for every segment: what seldom changes is shared, and the numbers that do stand
 * in a table outside the heap, where the garbage collector need not carry them about.
 */
class KeptSnapshot implements Snapshot {
  readonly #lasting: Lasting;
  readonly #table: Float64Array;
  readonly #row: number;
  readonly held: Snapshot['held'];
  readonly timers: Snapshot['timers'];

  constructor(lasting: Lasting, table: Float64Array, row: number, held: Snapshot['held'], timers: Snapshot['timers']) {
    this.#lasting = lasting;
    this.#table = table;
    this.#row = row;
    this.held = held;
    this.timers = timers;
  }

  get connection(): number {
    return this.#lasting.connection;
  }

  get state(): Snapshot['state'] {
    return this.#lasting.state;
  }

  get iss(): number {
    return this.#lasting.iss;
  }

  get irs(): number {
    return this.#lasting.irs;
  }

  get smss(): number {
    return this.#lasting.smss;
  }

  get ssthresh(): number {
    return this.#lasting.ssthresh;
  }

  get recovery(): Snapshot['recovery'] {
    return this.#lasting.recovery;
  }

  get srttMs(): number | null {
    return this.#lasting.srttMs;
  }

  get rttvarMs(): number | null {
    return this.#lasting.rttvarMs;
  }

  get rtoMs(): number {
    return this.#lasting.rtoMs;
  }

  get heldFin(): number | null {
    return this.#lasting.heldFin;
  }

  get sndUna(): number {
    return this.#column(SND_UNA);
  }

  get sndNxt(): number {
    return this.#column(SND_NXT);
  }

  get sndWnd(): number {
    return this.#column(SND_WND);
  }

  get rcvNxt(): number {
    return this.#column(RCV_NXT);
  }

  get rcvWnd(): number {
    return this.#column(RCV_WND);
  }

  get cwnd(): number {
    return this.#column(CWND);
  }

  get pipe(): number {
    return this.#column(PIPE);
  }

  #column(column: number): number {
    return this.#table[this.#row + column] ?? 0;
  }
}

/** Takes snapshots of a host for the trace. */
export class Snapshots {
  readonly #timerLists = new TimerLists();
  #lasting: Lasting | null = null;
  #table = new Float64Array(0);
  #row = 0;

  /** The variables of a connection as they stand. `connection` counts this host's connections from 1. */
  of(tcb: Tcb, connection: number): Snapshot {
    if (this.#row === this.#table.length) {
      this.#table = new Float64Array(Math.min(ROWS, Math.max(16, (this.#table.length / COLUMNS) * 2)) * COLUMNS);
      this.#row = 0;
    }
    const table = this.#table;
    const row = this.#row;
    this.#row += COLUMNS;
    table[row + SND_UNA] = tcb.snd.una;
    table[row + SND_NXT] = tcb.snd.nxt;
    table[row + SND_WND] = tcb.snd.wnd;
    table[row + RCV_NXT] = tcb.rcv.nxt;
    table[row + RCV_WND] = receiveWindow(tcb);
    table[row + CWND] = tcb.congestion.cwnd;
    table[row + PIPE] = pipe(tcb);
    return new KeptSnapshot(
      this.#lastingOf(tcb, connection),
      table,
      row,
      tcb.reassembly.ranges(),
      this.#timerLists.of(tcb.timers),
    );
  }

  #lastingOf(tcb: Tcb, connection: number): Lasting {
    const { snd, rcv, congestion, rto } = tcb;
    const last = this.#lasting;
    const fin = heldFin(tcb);
    if (
      last !== null &&
      last.connection === connection &&
      last.state === tcb.state &&
      last.iss === snd.iss &&
      last.irs === rcv.irs &&
      last.smss === snd.mss &&
      last.ssthresh === congestion.ssthresh &&
      last.recovery === tcb.recovery.kind &&
      last.srttMs === rto.srttMs &&
      last.rttvarMs === rto.rttvarMs &&
      last.rtoMs === rto.rtoMs &&
      last.heldFin === fin
    ) {
      return last;
    }
    const lasting: Lasting = {
      connection,
      state: tcb.state,
      iss: snd.iss,
      irs: rcv.irs,
      smss: snd.mss,
      ssthresh: congestion.ssthresh,
      recovery: tcb.recovery.kind,
      srttMs: rto.srttMs,
      rttvarMs: rto.rttvarMs,
      rtoMs: rto.rtoMs,
      heldFin: fin,
    };
    this.#lasting = lasting;
    return lasting;
  }
}

/** A FIN that still waits above a gap. */
function heldFin(tcb: Tcb): number | null {
  const { fin } = tcb.reassembly;
  return fin !== null && ((fin - tcb.rcv.nxt) | 0) >= 0 ? fin : null;
}
