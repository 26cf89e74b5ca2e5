import type { Note } from '../../tcp/note.ts';
import { ACK, type Segment } from '../../tcp/segment.ts';
import { SIGNALS, type Signal } from '../../tcp/signal.ts';
import { STATES, type State } from '../../tcp/state.ts';
import { TIMER_NAMES, type TimerName } from '../../tcp/tcb.ts';
import type { Call, Origin } from '../../trace/trace.ts';
import type { Host } from '../host.ts';
import type { Recorder } from '../recorder.ts';
import {
  ARRIVE,
  CALL,
  CALL_ERROR,
  CAUSES,
  COPY,
  DELIVER,
  DETAIL,
  ECN,
  FRESH,
  hostBit,
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
import { FirstSent } from './first-sent.ts';
import { KeptRun } from './kept-run.ts';
import { mostOptionWords, writeOptions } from './option-words.ts';
import { SnapshotWriter } from './snapshot-writer.ts';

/** What is told of a segment, but for its options. */
const HEADER_WORDS = 7;

/** Keeps everything, in the journal of a run. */
export class TraceRecorder implements Recorder {
  readonly kept = new KeptRun();
  segmentCount = 0;
  eventCount = 0;
  /** Time of the last event. */
  endMs = 0;
  readonly #journal = this.kept.journal;
  readonly #firstSent = { client: new FirstSent(), server: new FirstSent() };
  readonly #snapshots = {
    client: new SnapshotWriter('client', this.#journal),
    server: new SnapshotWriter('server', this.#journal),
  };
  /** Time of the latest entry that tells one. */
  #ms = 0;
  #inInstant = false;

  // ---- instants ---------------------------------------------------------------------------------------------

  call(host: Host, call: Call, ms: number): void {
    this.kept.calls.push(call);
    this.#beginInstant(CALL | ((this.kept.calls.length - 1) << DETAIL), host, ms);
  }

  settleCall(host: Host, error: string | null): void {
    if (error !== null) {
      this.kept.errors.push(error);
      this.#journal.begin(CALL_ERROR | ((this.kept.errors.length - 1) << DETAIL), 1);
    }
    this.#endInstant(host);
  }

  arrive(host: Host, n: number, ms: number): void {
    this.#beginInstant(ARRIVE, host, ms);
    this.#journal.word(n);
  }

  settleArrival(host: Host | null, notes: readonly Note[]): void {
    const index = this.kept.noteLists.indexOf(notes);
    if (index !== 0) this.#journal.begin(NOTES | (index << DETAIL), 1);
    this.#endInstant(host);
  }

  timer(host: Host, timer: TimerName, ms: number): void {
    this.#beginInstant(TIMER | (TIMER_NAMES.indexOf(timer) << DETAIL), host, ms);
  }

  settleTimer(host: Host): void {
    this.#endInstant(host);
  }

  #beginInstant(head: number, host: Host, ms: number): void {
    this.#inInstant = false;
    this.#event(head, host, ms, 1);
    this.#inInstant = true;
  }

  #endInstant(host: Host | null): void {
    this.#inInstant = false;
    if (host !== null) this.#after(host);
  }

  /** What `host` is like now; in an instant that is told at its end. */
  #after(host: Host): void {
    if (this.#inInstant || host.tcb === null) return;
    this.kept.snapshots += 1;
    this.#snapshots[host.name].write(host.tcb, host.connection);
  }

  // ---- what happens in them, and after ----------------------------------------------------------------------

  send(host: Host, segment: Segment, repeats: boolean, connection: number, ms: number): number {
    const una = host.connection === connection && host.tcb !== null ? host.tcb.snd.una : null;
    const first = this.#firstSent[host.name].before(segment, connection, this.segmentCount + 1, una);
    return this.#send(host, segment, 'tcp', repeats && first !== null ? first : 0, connection, ms);
  }

  forge(host: Host, segment: Segment, origin: 'forged' | 'copy', ms: number): number {
    return this.#send(host, segment, origin, 0, 0, ms);
  }

  copy(of: number, ms: number): number {
    this.#entry(COPY, ms, 1);
    this.#journal.word(of);
    this.segmentCount += 1;
    return this.segmentCount;
  }

  mark(n: number): void {
    this.#journal.begin(MARK, 2);
    this.#journal.word(n);
  }

  lose(host: Host, n: number, cause: 'fault' | 'chance', ms: number): void {
    this.#event(LOSE | (CAUSES.indexOf(cause) << DETAIL), host, ms, 1);
    this.#journal.word(n);
  }

  state(host: Host, from: State, to: State, ms: number): void {
    this.#event(STATE | (STATES.indexOf(from) << DETAIL) | (STATES.indexOf(to) << TO_STATE), host, ms, 0);
    this.#after(host);
  }

  signal(host: Host, signal: Signal, ms: number): void {
    this.#event(SIGNAL | (SIGNALS.indexOf(signal) << DETAIL), host, ms, 0);
    this.#after(host);
  }

  deliver(host: Host, bytes: number, ms: number): void {
    this.#event(DELIVER, host, ms, 1);
    this.#journal.word(bytes);
    this.#after(host);
  }

  #send(host: Host, segment: Segment, origin: Origin, repeats: number, connection: number, ms: number): number {
    const { flags, ecn } = segment;
    const journal = this.#journal;
    const detail = (flags << DETAIL) | (ecn << ECN) | (ORIGINS.indexOf(origin) << ORIGIN);
    this.#event(SEND | detail, host, ms, HEADER_WORDS + mostOptionWords(segment.options));
    journal.word(segment.seq);
    journal.word(flags & ACK ? segment.ack : 0);
    journal.word(segment.data.length);
    journal.word(segment.window);
    journal.word(segment.urgent);
    journal.word(repeats);
    journal.word(connection);
    writeOptions(journal, segment.options);
    this.segmentCount += 1;
    this.#after(host);
    return this.segmentCount;
  }

  /** Behind it go up to `words` words. */
  #event(head: number, host: Host, ms: number, words: number): void {
    this.eventCount += 1;
    this.endMs = ms;
    this.#entry(head | hostBit(host.name) | (this.#inInstant ? 0 : FRESH), ms, words);
  }

  #entry(head: number, ms: number, words: number): void {
    if (ms === this.#ms) {
      this.#journal.begin(head, 1 + words);
      return;
    }
    this.#ms = ms;
    this.#journal.begin(head | MOVED, 3 + words);
    this.#journal.real(ms);
  }
}
