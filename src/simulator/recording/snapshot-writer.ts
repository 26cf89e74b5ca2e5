import { pipe } from '../../tcp/recovery/pipe.ts';
import { STATES } from '../../tcp/state.ts';
import { receiveWindow, type Tcb } from '../../tcp/tcb.ts';
import type { HostName, Snapshot } from '../../trace/trace.ts';
import { AFTER, CHANGES, hostBit } from './entries.ts';
import type { Journal } from './journal.ts';
import {
  COLUMNS,
  CONNECTION,
  CWND,
  HELD,
  HELD_FIN,
  IRS,
  ISS,
  NONE,
  PIPE,
  RCV_NXT,
  RCV_WND,
  REALS,
  RECOVERIES,
  RECOVERY,
  RTO,
  RTTVAR,
  SMSS,
  SND_NXT,
  SND_UNA,
  SND_WND,
  SRTT,
  SSTHRESH,
  STATE,
  TIMERS,
  unknownRow,
} from './snapshot-columns.ts';

/** Writes a host's snapshots into the journal: of each only what differs from the one before. */
export class SnapshotWriter {
  readonly #head: number;
  readonly #journal: Journal;
  readonly #before = unknownRow();
  readonly #now = unknownRow();
  #held: Snapshot['held'] = [];

  constructor(host: HostName, journal: Journal) {
    this.#head = AFTER | hostBit(host);
    this.#journal = journal;
  }

  /** The variables of a connection as they stand. `connection` counts this host's connections from 1. */
  write(tcb: Tcb, connection: number): void {
    const { snd, rcv, rto, congestion, timers } = tcb;
    const now = this.#now;
    now[CONNECTION] = connection;
    now[STATE] = STATES.indexOf(tcb.state);
    now[ISS] = snd.iss;
    now[IRS] = rcv.irs;
    now[SMSS] = snd.mss;
    now[RECOVERY] = RECOVERIES.indexOf(tcb.recovery.kind);
    now[SND_UNA] = snd.una;
    now[SND_NXT] = snd.nxt;
    now[SND_WND] = snd.wnd;
    now[RCV_NXT] = rcv.nxt;
    now[RCV_WND] = receiveWindow(tcb);
    now[CWND] = congestion.cwnd;
    now[PIPE] = pipe(tcb);
    now[SSTHRESH] = congestion.ssthresh;
    now[SRTT] = rto.srttMs ?? NONE;
    now[RTTVAR] = rto.rttvarMs ?? NONE;
    now[RTO] = rto.rtoMs;
    now[HELD_FIN] = heldFin(tcb);
    // By their names: to look one up by a name in a variable takes many times as long.
    now[TIMERS] = timers.retransmission ?? NONE;
    now[TIMERS + 1] = timers['delayed-ack'] ?? NONE;
    now[TIMERS + 2] = timers['time-wait'] ?? NONE;
    now[TIMERS + 3] = timers.persist ?? NONE;
    now[TIMERS + 4] = timers.user ?? NONE;
    now[TIMERS + 5] = timers['keep-alive'] ?? NONE;
    this.#writeChanges(tcb.reassembly.ranges());
  }

  #writeChanges(held: Snapshot['held']): void {
    const now = this.#now;
    const before = this.#before;
    let changes = held === this.#held || held.length + this.#held.length === 0 ? 0 : 1 << HELD;
    for (let column = 0; column < HELD; column++) if (now[column] !== before[column]) changes |= 1 << column;
    this.#journal.begin(this.#head | (changes << CHANGES), 1 + 2 * HELD + 1 + 2 * held.length);
    for (let rest = changes & COLUMNS; rest !== 0; rest &= rest - 1) {
      const column = 31 - Math.clz32(rest & -rest);
      const value = now[column] ?? 0;
      before[column] = value;
      if (column < REALS) this.#journal.word(value);
      else this.#journal.real(value);
    }
    if (changes & (1 << HELD)) this.#writeHeld(held);
  }

  #writeHeld(held: Snapshot['held']): void {
    this.#held = held;
    this.#journal.word(held.length);
    this.#journal.pairs(held);
  }
}

/** A FIN that still waits above a gap. */
function heldFin({ reassembly: { fin }, rcv }: Tcb): number {
  return fin !== null && ((fin - rcv.nxt) | 0) >= 0 ? fin : NONE;
}
