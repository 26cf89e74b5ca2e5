import { STATES } from '../../tcp/state.ts';
import { TIMER_NAMES } from '../../tcp/tcb.ts';
import type { RunningTimer, Snapshot } from '../../trace/trace.ts';
import { CHANGES } from './entries.ts';
import type { JournalReader } from './journal.ts';
import { KeptSnapshot, type Lasting } from './kept-snapshot.ts';
import type { MovingTables } from './moving-tables.ts';
import {
  CONNECTION,
  HELD,
  HELD_FIN,
  IRS,
  ISS,
  MOVING,
  MOVING_END,
  NONE,
  REALS,
  RECOVERIES,
  RECOVERY,
  RTO,
  RTTVAR,
  SMSS,
  SRTT,
  SSTHRESH,
  STATE,
  TIMERS,
  unknownRow,
} from './snapshot-columns.ts';

const TIMER_COLUMNS = ((1 << TIMER_NAMES.length) - 1) << TIMERS;
const MOVING_COLUMNS = (1 << MOVING_END) - (1 << MOVING);
const LASTING_COLUMNS = (1 << TIMERS) - 1 - MOVING_COLUMNS;

/** Reads a host's snapshots out of a journal, in order. What did not change they share. */
export class SnapshotReader {
  readonly #journal: JournalReader;
  readonly #tables: MovingTables;
  readonly #row = unknownRow();
  #lasting: Lasting | null = null;
  #held: Snapshot['held'] = [];
  #timers: readonly RunningTimer[] = [];
  #latest: Snapshot | null = null;

  constructor(journal: JournalReader, tables: MovingTables) {
    this.#journal = journal;
    this.#tables = tables;
  }

  /** The snapshot whose entry begins with `head`. */
  read(head: number): Snapshot {
    const changes = head >>> CHANGES;
    if (changes === 0 && this.#latest !== null) return this.#latest;
    for (let column = 0; column < HELD; column++) {
      if ((changes & (1 << column)) === 0) continue;
      this.#row[column] = column < REALS ? this.#journal.word() : this.#journal.real();
    }
    if (changes & TIMER_COLUMNS) this.#timers = this.#runningTimers();
    if (changes & (1 << HELD)) this.#held = this.#journal.pairs(this.#journal.word());
    if (changes & LASTING_COLUMNS || this.#lasting === null) this.#lasting = this.#lastingPart();
    const at = this.#tables.add(this.#row);
    this.#latest = new KeptSnapshot(this.#lasting, this.#tables.latest, at, this.#held, this.#timers);
    return this.#latest;
  }

  #lastingPart(): Lasting {
    return {
      connection: this.#number(CONNECTION),
      state: STATES[this.#number(STATE)] ?? 'CLOSED',
      iss: this.#number(ISS),
      irs: this.#number(IRS),
      smss: this.#number(SMSS),
      ssthresh: this.#number(SSTHRESH),
      recovery: RECOVERIES[this.#number(RECOVERY)] ?? 'none',
      srttMs: this.#numberOrNull(SRTT),
      rttvarMs: this.#numberOrNull(RTTVAR),
      rtoMs: this.#number(RTO),
      heldFin: this.#numberOrNull(HELD_FIN),
    };
  }

  #number(column: number): number {
    return this.#row[column] ?? 0;
  }

  #numberOrNull(column: number): number | null {
    const value = this.#number(column);
    return value === NONE ? null : value;
  }

  #runningTimers(): readonly RunningTimer[] {
    const running: RunningTimer[] = [];
    for (const [i, name] of TIMER_NAMES.entries()) {
      const expiresMs = this.#number(TIMERS + i);
      if (expiresMs !== NONE) running.push({ name, expiresMs });
    }
    return running;
  }
}
