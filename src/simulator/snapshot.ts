import { pipe } from '../tcp/recovery/pipe.ts';
import { receiveWindow, type Tcb, TIMER_NAMES, type TimerName } from '../tcp/tcb.ts';
import type { HostName, Snapshot } from '../trace/trace.ts';
import { Rows } from './rows.ts';

const NOTHING_HELD: Snapshot['held'] = Object.freeze([]);
const NO_TIMERS: Snapshot['timers'] = Object.freeze([]);

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

/** What a host's last snapshot has, by place: the next one mostly has the same. */
interface Last {
  lasting: number;
  held: number;
  timers: number;
  count: number;
  expires: number;
}

function newLast(): Last {
  return { lasting: -1, held: 0, timers: 0, count: 0, expires: 0 };
}

/** What moves with every segment stands in rows; the rest is named there by its place in a list. */
const CWND = 0;
const FLOATS = 1;
const SND_UNA = 0;
const SND_NXT = 1;
const SND_WND = 2;
const RCV_NXT = 3;
const RCV_WND = 4;
const PIPE = 5;
const LASTING = 6;
const HELD = 7;
/** Which timers run, a bit each in the order of TIMER_NAMES, and where the times of these begin. */
const TIMERS = 8;
const EXPIRES = 9;
const WORDS = 10;

/** A snapshot as it is handed out: its numbers are read where they stand. */
class KeptSnapshot implements Snapshot {
  readonly #lasting: Lasting;
  readonly #rows: Rows;
  readonly #row: number;
  readonly held: Snapshot['held'];
  readonly timers: Snapshot['timers'];

  constructor(lasting: Lasting, rows: Rows, row: number, held: Snapshot['held'], timers: Snapshot['timers']) {
    this.#lasting = lasting;
    this.#rows = rows;
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
    return this.#rows.float(this.#row, CWND);
  }

  get pipe(): number {
    return this.#column(PIPE);
  }

  #column(column: number): number {
    return this.#rows.word(this.#row, column);
  }
}

/** Takes snapshots of the hosts for the trace, and names each by its index. */
export class Snapshots {
  readonly #rows = new Rows(FLOATS, WORDS);
  readonly #expires = new Rows(1, 0);
  readonly #lasting: Lasting[] = [];
  readonly #held: Snapshot['held'][] = [NOTHING_HELD];
  readonly #last: Record<HostName, Last> = { client: newLast(), server: newLast() };

  /** Takes one of a connection as it stands; `connection` counts this host's connections from 1. Returns its index. */
  take(host: HostName, tcb: Tcb, connection: number): number {
    const rows = this.#rows;
    const last = this.#last[host];
    const row = rows.add();
    rows.setWord(row, SND_UNA, tcb.snd.una);
    rows.setWord(row, SND_NXT, tcb.snd.nxt);
    rows.setWord(row, SND_WND, tcb.snd.wnd);
    rows.setWord(row, RCV_NXT, tcb.rcv.nxt);
    rows.setWord(row, RCV_WND, receiveWindow(tcb));
    rows.setFloat(row, CWND, tcb.congestion.cwnd);
    rows.setWord(row, PIPE, pipe(tcb));
    rows.setWord(row, LASTING, this.#lastingOf(last, tcb, connection));
    rows.setWord(row, HELD, this.#heldOf(last, tcb.reassembly.ranges()));
    this.#takeTimers(last, tcb.timers);
    rows.setWord(row, TIMERS, last.timers);
    rows.setWord(row, EXPIRES, last.expires);
    return row;
  }

  /** All of them, as a trace hands them out. Snapshots whose timers are the same share the list. */
  read(): Snapshot[] {
    const rows = this.#rows;
    const lists = new Map<number, Snapshot['timers']>();
    return Array.from({ length: rows.length }, (_, row) => {
      const lasting = this.#lasting[rows.word(row, LASTING)];
      if (lasting === undefined) throw new RangeError(`no snapshot ${row}`);
      const held = this.#held[rows.word(row, HELD)] ?? NOTHING_HELD;
      const running = rows.word(row, TIMERS);
      const expires = rows.word(row, EXPIRES);
      let timers = running === 0 ? NO_TIMERS : lists.get(expires);
      if (timers === undefined) {
        timers = this.#readTimers(running, expires);
        lists.set(expires, timers);
      }
      return new KeptSnapshot(lasting, rows, row, held, timers);
    });
  }

  #readTimers(running: number, expires: number): Snapshot['timers'] {
    return TIMER_NAMES.filter((_, bit) => running & (1 << bit)).map((name, at) => {
      return { name, expiresMs: this.#expires.float(expires + at, 0) };
    });
  }

  /** Leaves in `last` which timers run and where their times stand: at the last place as long as none has changed. */
  #takeTimers(last: Last, timers: Tcb['timers']): void {
    let running = 0;
    let count = 0;
    let same = true;
    let bit = 1;
    // For-in: engines make the look-up by such a name as cheap as by a fixed one.
    for (const name in timers) {
      const expiresMs = timers[name as TimerName];
      if (expiresMs !== undefined) {
        running |= bit;
        same &&= count < last.count && this.#expires.float(last.expires + count, 0) === expiresMs;
        count += 1;
      }
      bit <<= 1;
    }
    if (same && running === last.timers) return;
    last.timers = running;
    last.count = count;
    last.expires = this.#expires.length;
    for (const name in timers) {
      const expiresMs = timers[name as TimerName];
      if (expiresMs !== undefined) this.#expires.setFloat(this.#expires.add(), 0, expiresMs);
    }
  }

  #heldOf(last: Last, ranges: Snapshot['held']): number {
    if (ranges.length === 0) return 0;
    if (this.#held[last.held] !== ranges) last.held = this.#held.push(ranges) - 1;
    return last.held;
  }

  #lastingOf(before: Last, tcb: Tcb, connection: number): number {
    const { snd, rcv, congestion, rto } = tcb;
    const last = this.#lasting[before.lasting];
    const fin = heldFin(tcb);
    if (
      last !== undefined &&
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
      return before.lasting;
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
    before.lasting = this.#lasting.push(lasting) - 1;
    return before.lasting;
  }
}

/** A FIN that still waits above a gap. */
function heldFin(tcb: Tcb): number | null {
  const { fin } = tcb.reassembly;
  return fin !== null && ((fin - tcb.rcv.nxt) | 0) >= 0 ? fin : null;
}
