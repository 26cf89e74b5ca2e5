import type { Note } from '../tcp/note.ts';
import { ACK, CE, flagNames, type Segment } from '../tcp/segment.ts';
import type { Signal } from '../tcp/signal.ts';
import type { State } from '../tcp/state.ts';
import type { TimerName } from '../tcp/tcb.ts';
import type { Call, HostName, Origin, Snapshot, TracedSegment, TraceEvent } from '../trace/trace.ts';
import { FirstSent } from './first-sent.ts';
import type { Host } from './host.ts';
import { NoteLists } from './note-lists.ts';
import type { Recorder } from './recorder.ts';
import { Snapshots } from './snapshot.ts';

type Mutable<T> = T extends unknown ? { -readonly [Key in keyof T]: T[Key] } : never;

const NO_NOTES: readonly Note[] = [];

/** Keeps everything, as the parts of a Trace. */
export class TraceRecorder implements Recorder {
  readonly segments: Mutable<TracedSegment>[] = [];
  readonly events: Mutable<TraceEvent>[] = [];
  readonly #firstSent = { client: new FirstSent(this.segments), server: new FirstSent(this.segments) };
  readonly #snapshots = { client: new Snapshots(), server: new Snapshots() };
  readonly #noteLists = new NoteLists();
  /** Index of the event that began the present instant; null between instants. */
  #cause: number | null = null;

  get segmentCount(): number {
    return this.segments.length;
  }

  get eventCount(): number {
    return this.events.length;
  }

  // ---- instants ---------------------------------------------------------------------------------------------

  call(host: Host, call: Call, ms: number): void {
    this.#begin({ kind: 'call', ms, host: host.name, call, error: null, after: null });
  }

  settleCall(host: Host, error: string | null): void {
    const cause = this.#end(host);
    if (cause?.kind === 'call') cause.error = error;
  }

  arrive(host: Host, n: number, ms: number): void {
    const traced = this.segments[n - 1];
    if (traced !== undefined) {
      traced.arrivedMs = ms;
      traced.fate = 'delivered';
    }
    this.#begin({ kind: 'arrive', ms, host: host.name, segment: n, notes: NO_NOTES, after: null });
  }

  settleArrival(host: Host | null, notes: readonly Note[]): void {
    const cause = this.#end(host);
    if (cause?.kind === 'arrive') cause.notes = this.#noteLists.of(notes);
  }

  timer(host: Host, timer: TimerName, ms: number): void {
    this.#begin({ kind: 'timer', ms, host: host.name, timer, after: null });
  }

  settleTimer(host: Host): void {
    this.#end(host);
  }

  #begin(event: TraceEvent): void {
    this.#cause = this.events.length;
    this.events.push(event);
  }

  /** Every event since the instant began gets what it left behind. Returns the first of them. */
  #end(host: Host | null): Mutable<TraceEvent> | undefined {
    if (this.#cause === null) return undefined;
    const from = this.#cause;
    this.#cause = null;
    const after = host === null ? null : this.#present(host);
    for (let index = from; index < this.events.length; index++) {
      const event = this.events[index];
      if (event !== undefined && event.kind !== 'lost') event.after = after;
    }
    return this.events[from];
  }

  /** The host as it stands, or null in an instant that will be settled. */
  #present(host: Host): Snapshot | null {
    if (this.#cause !== null || host.tcb === null) return null;
    return this.#snapshots[host.name].of(host.tcb, host.connection);
  }

  // ---- what happens in them, and after ----------------------------------------------------------------------

  send(host: Host, segment: Segment, repeats: boolean, connection: number, ms: number): number {
    const n = this.segments.length + 1;
    const first = this.#firstSent[host.name].before(segment, connection, n);
    this.#add(host.name, segment, ms, 'tcp', repeats ? first : null, connection);
    this.#sent(host, n, ms);
    return n;
  }

  forge(host: Host, segment: Segment, origin: 'forged' | 'copy', ms: number): number {
    const n = this.#add(host.name, segment, ms, origin, null, 0);
    this.#sent(host, n, ms);
    return n;
  }

  copy(of: number, ms: number): number {
    const n = this.segments.length + 1;
    const copied = this.segments[of - 1];
    if (copied !== undefined) {
      this.segments.push({ ...copied, n, sentMs: ms, arrivedMs: null, fate: 'in-flight', origin: 'copy', repeats: of });
    }
    return n;
  }

  mark(n: number): void {
    const traced = this.segments[n - 1];
    if (traced !== undefined) traced.ecn = CE;
  }

  lose(host: Host, n: number, cause: 'fault' | 'chance', ms: number): void {
    const traced = this.segments[n - 1];
    if (traced !== undefined) traced.fate = 'lost';
    this.events.push({ kind: 'lost', ms, host: host.name, segment: n, cause });
  }

  state(host: Host, from: State, to: State, ms: number): void {
    this.events.push({ kind: 'state', ms, host: host.name, from, to, after: this.#present(host) });
  }

  signal(host: Host, signal: Signal, ms: number): void {
    this.events.push({ kind: 'signal', ms, host: host.name, signal, after: this.#present(host) });
  }

  deliver(host: Host, bytes: number, ms: number): void {
    this.events.push({ kind: 'deliver', ms, host: host.name, bytes, after: this.#present(host) });
  }

  #sent(host: Host, segment: number, ms: number): void {
    this.events.push({ kind: 'send', ms, host: host.name, segment, after: this.#present(host) });
  }

  #add(
    from: HostName,
    segment: Segment,
    sentMs: number,
    origin: Origin,
    repeats: number | null,
    connection: number,
  ): number {
    const n = this.segments.length + 1;
    this.segments.push({
      n,
      sentMs,
      arrivedMs: null,
      from,
      flags: flagNames(segment.flags),
      seq: segment.seq,
      ack: segment.flags & ACK ? segment.ack : 0,
      len: segment.data.length,
      window: segment.window,
      urgent: segment.urgent,
      ecn: segment.ecn,
      options: segment.options,
      fate: 'in-flight',
      origin,
      repeats,
      connection,
    });
    return n;
  }
}
