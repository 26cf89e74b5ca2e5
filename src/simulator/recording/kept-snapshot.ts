import type { Snapshot } from '../../trace/trace.ts';
import { CWND, MOVING, PIPE, RCV_NXT, RCV_WND, SND_NXT, SND_UNA, SND_WND } from './snapshot-columns.ts';

/** What stays as it is over many snapshots; they share it. */
export type Lasting = Pick<
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

/**
 * A snapshot as a trace keeps it, two for every segment: what seldom changes is shared, and the numbers that do stand
 * in a table outside the heap, where the garbage collector need not carry them about.
 */
export class KeptSnapshot implements Snapshot {
  readonly #lasting: Lasting;
  readonly #table: Float64Array;
  /** Where its row begins in the table: the columns that move. */
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
    return this.#table[this.#row + column - MOVING] ?? 0;
  }
}
