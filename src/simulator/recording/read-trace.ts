import { CE, type Ecn, flagNames } from '../../tcp/segment.ts';
import { SIGNALS } from '../../tcp/signal.ts';
import { STATES } from '../../tcp/state.ts';
import { TIMER_NAMES } from '../../tcp/tcb.ts';
import type { Note, Trace, TracedSegment, TraceEvent } from '../../trace/trace.ts';
import {
  AFTER,
  ARRIVE,
  CALL,
  CALL_ERROR,
  CAUSES,
  COPY,
  DELIVER,
  DETAIL,
  ECN,
  FRESH,
  hostOf,
  KIND,
  LOSE,
  MARK,
  MOVED,
  NOTES,
  ORIGIN,
  ORIGINS,
  SEND,
  SIGNAL,
  STATE,
  TIMER,
  TO_STATE,
} from './entries.ts';
import { JournalReader } from './journal.ts';
import type { KeptRun } from './kept-run.ts';
import { MovingTables } from './moving-tables.ts';
import { readOptions } from './option-words.ts';
import { SnapshotReader } from './snapshot-reader.ts';

type Mutable<T> = T extends unknown ? { -readonly [Key in keyof T]: T[Key] } : never;

export type WhatHappened = Pick<Trace, 'segments' | 'events'>;

const NO_NOTES: readonly Note[] = [];

/** The events and segments that a run's journal tells of. */
export function readTrace(kept: KeptRun): WhatHappened {
  const reading = new Reading(kept);
  while (reading.entry());
  const { segments, events } = reading;
  return { segments, events };
}

class Reading {
  readonly segments: Mutable<TracedSegment>[] = [];
  readonly events: Mutable<TraceEvent>[] = [];
  readonly #kept: KeptRun;
  readonly #journal: JournalReader;
  readonly #snapshots: Readonly<Record<'client' | 'server', SnapshotReader>>;
  #ms = 0;
  /** Index of the latest fresh event. */
  #fresh = 0;

  constructor(kept: KeptRun) {
    this.#kept = kept;
    this.#journal = new JournalReader(kept.journal);
    const tables = new MovingTables(kept.snapshots);
    this.#snapshots = {
      client: new SnapshotReader(this.#journal, tables),
      server: new SnapshotReader(this.#journal, tables),
    };
  }

  /** Reads an entry, if there is another. */
  entry(): boolean {
    const head = this.#journal.head();
    switch (head & KIND) {
      case 0:
        return false;
      case AFTER:
        this.#after(head);
        break;
      case NOTES:
        this.#notes(head >>> DETAIL);
        break;
      case CALL_ERROR:
        this.#callError(head >>> DETAIL);
        break;
      case MARK:
        this.#mark(this.#journal.word());
        break;
      default:
        if (head & FRESH) this.#fresh = this.events.length;
        if (head & MOVED) this.#ms = this.#journal.real();
        this.#happening(head);
    }
    return true;
  }

  /** An entry that has a time: an event, or a copy made. */
  #happening(head: number): void {
    const ms = this.#ms;
    const host = hostOf(head);
    const detail = head >>> DETAIL;
    switch (head & KIND) {
      case CALL: {
        const call = this.#kept.calls[detail];
        if (call !== undefined) this.events.push({ kind: 'call', ms, host, call, error: null, after: null });
        break;
      }
      case ARRIVE: {
        const n = this.#journal.word();
        this.#arrived(n);
        this.events.push({ kind: 'arrive', ms, host, segment: n, notes: NO_NOTES, after: null });
        break;
      }
      case TIMER:
        this.events.push({ kind: 'timer', ms, host, timer: TIMER_NAMES[detail] ?? 'user', after: null });
        break;
      case SEND:
        this.#send(head);
        this.events.push({ kind: 'send', ms, host, segment: this.segments.length, after: null });
        break;
      case COPY:
        this.#copy(this.#journal.word());
        break;
      case LOSE: {
        const n = this.#journal.word();
        this.#lost(n);
        this.events.push({ kind: 'lost', ms, host, segment: n, cause: CAUSES[detail] ?? 'chance' });
        break;
      }
      case STATE: {
        const from = STATES[detail & 0xf] ?? 'CLOSED';
        const to = STATES[head >>> TO_STATE] ?? 'CLOSED';
        this.events.push({ kind: 'state', ms, host, from, to, after: null });
        break;
      }
      case SIGNAL:
        this.events.push({ kind: 'signal', ms, host, signal: SIGNALS[detail] ?? 'urgent data', after: null });
        break;
      case DELIVER:
        this.events.push({ kind: 'deliver', ms, host, bytes: this.#journal.word(), after: null });
        break;
    }
  }

  #send(head: number): void {
    const journal = this.#journal;
    const seq = journal.word();
    const ack = journal.word();
    const len = journal.word();
    const window = journal.word();
    const urgent = journal.word();
    const repeats = journal.word();
    const connection = journal.word();
    const options = readOptions(journal);
    this.segments.push({
      n: this.segments.length + 1,
      sentMs: this.#ms,
      arrivedMs: null,
      from: hostOf(head),
      flags: flagNames((head >>> DETAIL) & 0xff),
      seq,
      ack,
      len,
      window,
      urgent,
      ecn: ((head >>> ECN) & 3) as Ecn,
      options,
      fate: 'in-flight',
      origin: ORIGINS[head >>> ORIGIN] ?? 'tcp',
      repeats: repeats === 0 ? null : repeats,
      connection,
    });
  }

  #copy(of: number): void {
    const copied = this.segments[of - 1];
    if (copied === undefined) return;
    const n = this.segments.length + 1;
    const sentMs = this.#ms;
    this.segments.push({ ...copied, n, sentMs, arrivedMs: null, fate: 'in-flight', origin: 'copy', repeats: of });
  }

  #arrived(n: number): void {
    const segment = this.segments[n - 1];
    if (segment === undefined) return;
    segment.arrivedMs = this.#ms;
    segment.fate = 'delivered';
  }

  #lost(n: number): void {
    const segment = this.segments[n - 1];
    if (segment !== undefined) segment.fate = 'lost';
  }

  #mark(n: number): void {
    const segment = this.segments[n - 1];
    if (segment !== undefined) segment.ecn = CE;
  }

  #notes(index: number): void {
    const event = this.events[this.#fresh];
    if (event?.kind === 'arrive') event.notes = this.#kept.noteLists.lists[index] ?? NO_NOTES;
  }

  #callError(index: number): void {
    const event = this.events[this.#fresh];
    if (event?.kind === 'call') event.error = this.#kept.errors[index] ?? null;
  }

  #after(head: number): void {
    const after = this.#snapshots[hostOf(head)].read(head);
    for (let index = this.#fresh; index < this.events.length; index++) {
      const event = this.events[index];
      if (event !== undefined && event.kind !== 'lost') event.after = after;
    }
  }
}
