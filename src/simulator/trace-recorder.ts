import type { Note } from '../tcp/note.ts';
import type { Segment } from '../tcp/segment.ts';
import type { Signal } from '../tcp/signal.ts';
import type { State } from '../tcp/state.ts';
import type { TimerName } from '../tcp/tcb.ts';
import type { Call, TracedSegment, TraceEvent } from '../trace/trace.ts';
import { EventRows } from './event-rows.ts';
import { FirstSent } from './first-sent.ts';
import type { Host } from './host.ts';
import type { Recorder } from './recorder.ts';
import { SegmentRows } from './segment-rows.ts';
import { Snapshots } from './snapshot.ts';

/** No snapshot: a host without a connection, or an instant that is not settled yet. */
const NONE = -1;

/** Keeps everything, in rows; what a trace consists of is made of them when it is first read. */
export class TraceRecorder implements Recorder {
  readonly #segments = new SegmentRows();
  readonly #events = new EventRows();
  readonly #firstSent = { client: new FirstSent(this.#segments), server: new FirstSent(this.#segments) };
  readonly #snapshots = new Snapshots();
  /** Index of the event that began the present instant; null between instants. */
  #cause: number | null = null;

  get segmentCount(): number {
    return this.#segments.length;
  }

  get eventCount(): number {
    return this.#events.length;
  }

  /** The time of the last event, ms. */
  get endMs(): number {
    return this.#events.endMs;
  }

  /** All segments, made anew at each call. */
  readSegments(): readonly TracedSegment[] {
    return this.#segments.read();
  }

  /** All events, made anew at each call. */
  readEvents(): readonly TraceEvent[] {
    return this.#events.read(this.#snapshots.read());
  }

  /** Gives the tables back; nothing may be read after this. */
  release(): void {
    this.#segments.release();
    this.#events.release();
    this.#snapshots.release();
  }

  // ---- instants ---------------------------------------------------------------------------------------------

  call(host: Host, call: Call, ms: number): void {
    this.#cause = this.#events.length;
    this.#events.call(host.name, call, ms);
  }

  settleCall(host: Host, error: string | null): void {
    const cause = this.#end(host);
    if (cause !== null) this.#events.settleCall(cause, error);
  }

  arrive(host: Host, n: number, ms: number): void {
    this.#segments.arrived(n, ms);
    this.#cause = this.#events.length;
    this.#events.arrive(host.name, n, ms);
  }

  settleArrival(host: Host | null, notes: readonly Note[]): void {
    const cause = this.#end(host);
    if (cause !== null) this.#events.settleArrival(cause, notes);
  }

  timer(host: Host, timer: TimerName, ms: number): void {
    this.#cause = this.#events.length;
    this.#events.timer(host.name, timer, ms);
  }

  settleTimer(host: Host): void {
    this.#end(host);
  }

  /** Every event since the instant began gets what it left behind. Returns the index of the first of them. */
  #end(host: Host | null): number | null {
    const from = this.#cause;
    if (from === null) return null;
    this.#cause = null;
    const after = host === null ? NONE : this.#present(host);
    if (after === NONE) return from;
    for (let index = from; index < this.#events.length; index++) {
      if (this.#events.leaves(index)) this.#events.setAfter(index, after);
    }
    return from;
  }

  /** The host as it stands: the index of a snapshot; NONE in an instant that will be settled. */
  #present(host: Host): number {
    if (this.#cause !== null || host.tcb === null) return NONE;
    return this.#snapshots.take(host.name, host.tcb, host.connection);
  }

  /** The event just added left the host as it stands, unless its instant is still to be settled. */
  #settle(host: Host): void {
    const after = this.#present(host);
    if (after !== NONE) this.#events.setAfter(this.#events.length - 1, after);
  }

  // ---- what happens in them, and after ----------------------------------------------------------------------

  send(host: Host, segment: Segment, repeats: boolean, connection: number, ms: number): number {
    const first = this.#firstSent[host.name].before(segment, connection, this.#segments.length + 1);
    const n = this.#segments.add(host.name, segment, ms, 'tcp', repeats ? first : null, connection);
    this.#sent(host, n, ms);
    return n;
  }

  forge(host: Host, segment: Segment, origin: 'forged' | 'copy', ms: number): number {
    const n = this.#segments.add(host.name, segment, ms, origin, null, 0);
    this.#sent(host, n, ms);
    return n;
  }

  copy(of: number, ms: number): number {
    return this.#segments.copy(of, ms);
  }

  mark(n: number): void {
    this.#segments.marked(n);
  }

  lose(host: Host, n: number, cause: 'fault' | 'chance', ms: number): void {
    this.#segments.lost(n);
    this.#events.lost(host.name, n, cause, ms);
  }

  state(host: Host, from: State, to: State, ms: number): void {
    this.#events.state(host.name, from, to, ms);
    this.#settle(host);
  }

  signal(host: Host, signal: Signal, ms: number): void {
    this.#events.signal(host.name, signal, ms);
    this.#settle(host);
  }

  deliver(host: Host, bytes: number, ms: number): void {
    this.#events.deliver(host.name, bytes, ms);
    this.#settle(host);
  }

  #sent(host: Host, segment: number, ms: number): void {
    this.#events.send(host.name, segment, ms);
    this.#settle(host);
  }
}
