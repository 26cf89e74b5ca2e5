import { pipe } from '../tcp/recovery/pipe.ts';
import { STATES } from '../tcp/state.ts';
import { receiveWindow, type Tcb, TIMER_NAMES, type TimerName } from '../tcp/tcb.ts';
import type { HostName, Snapshot } from '../trace/trace.ts';
import { RangeRows } from './range-rows.ts';
import { Rows } from './rows.ts';

const NOTHING_HELD: Snapshot['held'] = Object.freeze([]);
const NO_TIMERS: Snapshot['timers'] = Object.freeze([]);

/** What stays as it is over many snapshots has a row of its own, which they share. NaN stands for null. */
const SSTHRESH = 0;
const SRTT = 1;
const RTTVAR = 2;
const RTO = 3;
const HELD_FIN = 4;
const LASTING_FLOATS = 5;
const CONNECTION = 0;
/** The state, and above it (4 bits) the kind of recovery. */
const STATE = 1;
const ISS = 2;
const IRS = 3;
const SMSS = 4;
const LASTING_WORDS = 5;

const RECOVERIES: readonly Snapshot['recovery'][] = ['none', 'fast', 'sack', 'timeout'];

/** What a host's last snapshot had, and its places in the lists: the next one mostly has the same. */
interface Last {
  lasting: number;
  connection: number;
  state: Snapshot['state'] | null;
  recovery: Snapshot['recovery'];
  iss: number;
  irs: number;
  smss: number;
  ssthresh: number;
  srttMs: number | null;
  rttvarMs: number | null;
  rtoMs: number;
  heldFin: number | null;
  ranges: Snapshot['held'];
  held: number;
  timers: number;
  count: number;
  expires: number;
}

function newLast(): Last {
  return {
    lasting: -1,
    connection: 0,
    state: null,
    recovery: 'none',
    iss: 0,
    irs: 0,
    smss: 0,
    ssthresh: 0,
    srttMs: null,
    rttvarMs: null,
    rtoMs: 0,
    heldFin: null,
    ranges: NOTHING_HELD,
    held: 0,
    timers: 0,
    count: 0,
    expires: 0,
  };
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
const HELD_COUNT = 10;
const WORDS = 11;

/** Takes snapshots of the hosts for the trace, and names each by its index. */
export class Snapshots {
  readonly #rows = new Rows(FLOATS, WORDS);
  readonly #expires = new Rows(1, 0);
  readonly #lasting = new Rows(LASTING_FLOATS, LASTING_WORDS);
  readonly #held = new RangeRows();
  readonly #last: Record<HostName, Last> = { client: newLast(), server: newLast() };

  /** Takes one of a connection as it stands; `connection` counts this host's connections from 1. Returns its index. */
  take(host: HostName, tcb: Tcb, connection: number): number {
    const rows = this.#rows;
    const last = this.#last[host];
    const ranges = tcb.reassembly.ranges();
    const row = rows.add();
    const { words, wordAt } = rows;
    words[wordAt + SND_UNA] = tcb.snd.una;
    words[wordAt + SND_NXT] = tcb.snd.nxt;
    words[wordAt + SND_WND] = tcb.snd.wnd;
    words[wordAt + RCV_NXT] = tcb.rcv.nxt;
    words[wordAt + RCV_WND] = receiveWindow(tcb);
    words[wordAt + PIPE] = pipe(tcb);
    words[wordAt + LASTING] = this.#lastingOf(last, tcb, connection);
    words[wordAt + HELD] = this.#heldOf(last, ranges);
    words[wordAt + HELD_COUNT] = ranges.length;
    this.#takeTimers(last, tcb.timers);
    words[wordAt + TIMERS] = last.timers;
    words[wordAt + EXPIRES] = last.expires;
    rows.floats[rows.floatAt + CWND] = tcb.congestion.cwnd;
    return row;
  }

  /** All of them, as a trace hands them out. Snapshots whose timers are the same share the list. */
  read(): Snapshot[] {
    const rows = this.#rows;
    const timerLists = new Map<number, Snapshot['timers']>();
    const heldLists = new Map<number, Snapshot['held']>();
    return Array.from({ length: rows.length }, (_, row) => {
      const count = rows.word(row, HELD_COUNT);
      const begin = rows.word(row, HELD);
      const running = rows.word(row, TIMERS);
      const expires = rows.word(row, EXPIRES);
      const held = count === 0 ? NOTHING_HELD : kept(heldLists, begin, () => this.#held.read(begin, count));
      const timers = running === 0 ? NO_TIMERS : kept(timerLists, expires, () => this.#readTimers(running, expires));
      return this.#read(row, held, timers);
    });
  }

  #read(row: number, held: Snapshot['held'], timers: Snapshot['timers']): Snapshot {
    const rows = this.#rows;
    const lasting = this.#lasting;
    const shared = rows.word(row, LASTING);
    const state = lasting.word(shared, STATE);
    return {
      connection: lasting.word(shared, CONNECTION),
      state: STATES[state & 15] ?? 'CLOSED',
      iss: lasting.word(shared, ISS),
      irs: lasting.word(shared, IRS),
      sndUna: rows.word(row, SND_UNA),
      sndNxt: rows.word(row, SND_NXT),
      sndWnd: rows.word(row, SND_WND),
      rcvNxt: rows.word(row, RCV_NXT),
      rcvWnd: rows.word(row, RCV_WND),
      cwnd: rows.float(row, CWND),
      ssthresh: lasting.float(shared, SSTHRESH),
      smss: lasting.word(shared, SMSS),
      recovery: RECOVERIES[state >>> 4] ?? 'none',
      pipe: rows.word(row, PIPE),
      srttMs: orNull(lasting.float(shared, SRTT)),
      rttvarMs: orNull(lasting.float(shared, RTTVAR)),
      rtoMs: lasting.float(shared, RTO),
      held,
      heldFin: orNull(lasting.float(shared, HELD_FIN)),
      timers,
    };
  }

  /** Gives the tables back; nothing may be read after this. */
  release(): void {
    for (const table of [this.#rows, this.#expires, this.#lasting, this.#held]) table.release();
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
    if (last.ranges !== ranges) {
      last.ranges = ranges;
      last.held = this.#held.add(ranges);
    }
    return last.held;
  }

  #lastingOf(last: Last, tcb: Tcb, connection: number): number {
    const { snd, rcv, congestion, rto } = tcb;
    const fin = heldFin(tcb);
    if (
      last.state === tcb.state &&
      last.connection === connection &&
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
      return last.lasting;
    }
    last.state = tcb.state;
    last.connection = connection;
    last.iss = snd.iss;
    last.irs = rcv.irs;
    last.smss = snd.mss;
    last.ssthresh = congestion.ssthresh;
    last.recovery = tcb.recovery.kind;
    last.srttMs = rto.srttMs;
    last.rttvarMs = rto.rttvarMs;
    last.rtoMs = rto.rtoMs;
    last.heldFin = fin;
    last.lasting = this.#addLasting(last);
    return last.lasting;
  }

  #addLasting(last: Last): number {
    const rows = this.#lasting;
    const row = rows.add();
    const { words, wordAt, floats, floatAt } = rows;
    words[wordAt + CONNECTION] = last.connection;
    words[wordAt + STATE] = STATES.indexOf(last.state ?? 'CLOSED') | (RECOVERIES.indexOf(last.recovery) << 4);
    words[wordAt + ISS] = last.iss;
    words[wordAt + IRS] = last.irs;
    words[wordAt + SMSS] = last.smss;
    floats[floatAt + SSTHRESH] = last.ssthresh;
    floats[floatAt + SRTT] = last.srttMs ?? Number.NaN;
    floats[floatAt + RTTVAR] = last.rttvarMs ?? Number.NaN;
    floats[floatAt + RTO] = last.rtoMs;
    floats[floatAt + HELD_FIN] = last.heldFin ?? Number.NaN;
    return row;
  }
}

function orNull(value: number): number | null {
  return Number.isNaN(value) ? null : value;
}

/** What `lists` has for `key`, or what is made now and kept there. */
function kept<List>(lists: Map<number, List>, key: number, make: () => List): List {
  const known = lists.get(key);
  if (known !== undefined) return known;
  const made = make();
  lists.set(key, made);
  return made;
}

/** A FIN that still waits above a gap. */
function heldFin(tcb: Tcb): number | null {
  const { fin } = tcb.reassembly;
  return fin !== null && ((fin - tcb.rcv.nxt) | 0) >= 0 ? fin : null;
}
