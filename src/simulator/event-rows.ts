import type { Note } from '../tcp/note.ts';
import type { Signal } from '../tcp/signal.ts';
import { STATES, type State } from '../tcp/state.ts';
import { TIMER_NAMES, type TimerName } from '../tcp/tcb.ts';
import { type Call, HOST_NAMES, type HostName, type Snapshot, type TraceEvent } from '../trace/trace.ts';
import { NoteLists } from './note-lists.ts';
import { Rows } from './rows.ts';

const MS = 0;

/** What happened (4 bits), at which host (1 bit), and above these a detail of the kind. */
const KIND = 0;
/** A segment's n, a number of bytes, or a place in one of the lists. */
const REFERENCE = 1;
/** Index of the snapshot it left behind, plus 1; 0: none. */
const AFTER = 2;
const WORDS = 3;

type Kind = TraceEvent['kind'];
const NUMBER: Readonly<Record<Kind, number>> = {
  call: 0,
  send: 1,
  arrive: 2,
  lost: 3,
  timer: 4,
  state: 5,
  signal: 6,
  deliver: 7,
};
/** By their numbers. */
const KINDS = Object.keys(NUMBER) as Kind[];
const CAUSES = ['fault', 'chance'] as const;
const HOST = 4;
const DETAIL = 5;

/** The events of a run as they are recorded: a row each. */
export class EventRows {
  readonly #rows = new Rows(1, WORDS);
  readonly #calls: { readonly call: Call; error: string | null }[] = [];
  readonly #signals: Signal[] = [];
  readonly #notes = new NoteLists();

  get length(): number {
    return this.#rows.length;
  }

  call(host: HostName, call: Call, ms: number): void {
    this.#add('call', host, 0, this.#calls.push({ call, error: null }) - 1, ms);
  }

  send(host: HostName, segment: number, ms: number): void {
    this.#add('send', host, 0, segment, ms);
  }

  arrive(host: HostName, segment: number, ms: number): void {
    this.#add('arrive', host, 0, segment, ms);
  }

  lost(host: HostName, segment: number, cause: 'fault' | 'chance', ms: number): void {
    this.#add('lost', host, CAUSES.indexOf(cause), segment, ms);
  }

  timer(host: HostName, timer: TimerName, ms: number): void {
    this.#add('timer', host, TIMER_NAMES.indexOf(timer), 0, ms);
  }

  state(host: HostName, from: State, to: State, ms: number): void {
    this.#add('state', host, STATES.indexOf(from), STATES.indexOf(to), ms);
  }

  signal(host: HostName, signal: Signal, ms: number): void {
    this.#add('signal', host, 0, this.#signals.push(signal) - 1, ms);
  }

  deliver(host: HostName, bytes: number, ms: number): void {
    this.#add('deliver', host, 0, bytes, ms);
  }

  /** What the event at `index` left behind: a snapshot by its index. */
  setAfter(index: number, snapshot: number): void {
    this.#rows.setWord(index, AFTER, snapshot + 1);
  }

  /** What came of the call at `index`. */
  settleCall(index: number, error: string | null): void {
    const called = this.#calls[this.#rows.word(index, REFERENCE)];
    if (called !== undefined && this.#is(index, 'call')) called.error = error;
  }

  /** What became of the segment that arrived at `index`. */
  settleArrival(index: number, notes: readonly Note[]): void {
    if (!this.#is(index, 'arrive')) return;
    this.#rows.setWord(index, KIND, (this.#rows.word(index, KIND) | (this.#notes.numberOf(notes) << DETAIL)) >>> 0);
  }

  /** The time of the last event; 0 before the first. */
  get endMs(): number {
    return this.length === 0 ? 0 : this.#rows.float(this.length - 1, MS);
  }

  /** All of them, as a trace hands them out. */
  read(snapshots: readonly Snapshot[]): TraceEvent[] {
    return Array.from({ length: this.length }, (_, index) => this.#read(index, snapshots));
  }

  /** Gives the tables back; nothing may be read after this. */
  release(): void {
    this.#rows.release();
  }

  #read(index: number, snapshots: readonly Snapshot[]): TraceEvent {
    const rows = this.#rows;
    const packed = rows.word(index, KIND);
    const detail = packed >>> DETAIL;
    const reference = rows.word(index, REFERENCE);
    const ms = rows.float(index, MS);
    const host = HOST_NAMES[(packed >>> HOST) & 1] ?? 'client';
    const after = snapshots[rows.word(index, AFTER) - 1] ?? null;
    const kind = KINDS[packed & 15] ?? 'send';
    switch (kind) {
      case 'call': {
        const called = this.#calls[reference];
        if (called === undefined) throw new RangeError(`no call ${reference}`);
        return { kind, ms, host, call: called.call, error: called.error, after };
      }
      case 'send':
        return { kind, ms, host, segment: reference, after };
      case 'arrive':
        return { kind, ms, host, segment: reference, notes: this.#notes.at(detail), after };
      case 'lost':
        return { kind, ms, host, segment: reference, cause: CAUSES[detail] ?? 'chance' };
      case 'timer':
        return { kind, ms, host, timer: TIMER_NAMES[detail] ?? 'retransmission', after };
      case 'state':
        return { kind, ms, host, from: STATES[detail] ?? 'CLOSED', to: STATES[reference] ?? 'CLOSED', after };
      case 'signal': {
        const signal = this.#signals[reference];
        if (signal === undefined) throw new RangeError(`no signal ${reference}`);
        return { kind, ms, host, signal, after };
      }
      case 'deliver':
        return { kind, ms, host, bytes: reference, after };
    }
  }

  /** Whether the event at `index` left something behind: all but losses do. */
  leaves(index: number): boolean {
    return !this.#is(index, 'lost');
  }

  #is(index: number, kind: Kind): boolean {
    return (this.#rows.word(index, KIND) & 15) === NUMBER[kind];
  }

  #add(kind: Kind, host: HostName, detail: number, reference: number, ms: number): void {
    const rows = this.#rows;
    rows.add();
    rows.floats[rows.floatAt + MS] = ms;
    rows.words[rows.wordAt + KIND] = NUMBER[kind] | (host === 'client' ? 0 : 1 << HOST) | (detail << DETAIL);
    rows.words[rows.wordAt + REFERENCE] = reference;
  }
}
