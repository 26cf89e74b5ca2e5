import type { Host } from '../../../src/simulator/host.ts';
import type { Recorder } from '../../../src/simulator/recorder.ts';
import type { Note } from '../../../src/tcp/note.ts';
import { pipe } from '../../../src/tcp/recovery/pipe.ts';
import { ACK, CE, type Flag, flagNames, type Segment } from '../../../src/tcp/segment.ts';
import type { Signal } from '../../../src/tcp/signal.ts';
import type { State } from '../../../src/tcp/state.ts';
import { receiveWindow, type Tcb, TIMER_NAMES, type TimerName } from '../../../src/tcp/tcb.ts';
import type { Call, Snapshot, TracedSegment, TraceEvent } from '../../../src/trace/trace.ts';

type Mutable<T> = T extends unknown ? { -readonly [Key in keyof T]: T[Key] } : never;

/** Keeps everything as the objects that a trace consists of: slow and large, but there is little to get wrong. */
export class PlainRecorder implements Recorder {
  readonly segments: Mutable<TracedSegment>[] = [];
  readonly events: Mutable<TraceEvent>[] = [];
  /** Index of the event that began the present instant; null between instants. */
  #cause: number | null = null;

  get segmentCount(): number {
    return this.segments.length;
  }

  get eventCount(): number {
    return this.events.length;
  }

  call(host: Host, call: Call, ms: number): void {
    this.#begin({ kind: 'call', ms, host: host.name, call, error: null, after: null });
  }

  settleCall(host: Host, error: string | null): void {
    const cause = this.#end(host);
    if (cause?.kind === 'call') cause.error = error;
  }

  arrive(host: Host, n: number, ms: number): void {
    Object.assign(this.segments[n - 1]!, { arrivedMs: ms, fate: 'delivered' });
    this.#begin({ kind: 'arrive', ms, host: host.name, segment: n, notes: [], after: null });
  }

  settleArrival(host: Host | null, notes: readonly Note[]): void {
    const cause = this.#end(host);
    if (cause?.kind === 'arrive') cause.notes = [...notes];
  }

  timer(host: Host, timer: TimerName, ms: number): void {
    this.#begin({ kind: 'timer', ms, host: host.name, timer, after: null });
  }

  settleTimer(host: Host): void {
    this.#end(host);
  }

  send(host: Host, segment: Segment, repeats: boolean, connection: number, ms: number): number {
    const first = repeats ? this.#firstOf(host, segment, connection) : null;
    return this.#send(host, segment, { sentMs: ms, origin: 'tcp', repeats: first, connection });
  }

  forge(host: Host, segment: Segment, origin: 'forged' | 'copy', ms: number): number {
    return this.#send(host, segment, { sentMs: ms, origin, repeats: null, connection: 0 });
  }

  copy(of: number, ms: number): number {
    const n = this.segments.length + 1;
    const copied = this.segments[of - 1]!;
    this.segments.push({ ...copied, n, sentMs: ms, arrivedMs: null, fate: 'in-flight', origin: 'copy', repeats: of });
    return n;
  }

  mark(n: number): void {
    this.segments[n - 1]!.ecn = CE;
  }

  lose(host: Host, n: number, cause: 'fault' | 'chance', ms: number): void {
    this.segments[n - 1]!.fate = 'lost';
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

  #begin(event: TraceEvent): void {
    this.#cause = this.events.length;
    this.events.push(event);
  }

  #end(host: Host | null): Mutable<TraceEvent> | undefined {
    const instant = this.#cause === null ? [] : this.events.slice(this.#cause);
    this.#cause = null;
    const after = host === null ? null : this.#present(host);
    for (const event of instant) if (event.kind !== 'lost') event.after = after;
    return instant[0];
  }

  #present({ tcb, connection }: Host): Snapshot | null {
    return this.#cause !== null || tcb === null ? null : snapshot(tcb, connection);
  }

  #send(
    host: Host,
    { seq, ack, flags, window, urgent, ecn, options, data }: Segment,
    more: Pick<TracedSegment, 'sentMs' | 'origin' | 'repeats' | 'connection'>,
  ): number {
    const n = this.segments.length + 1;
    this.segments.push({
      ...more,
      n,
      arrivedMs: null,
      from: host.name,
      flags: flagNames(flags),
      seq,
      ack: flags & ACK ? ack : 0,
      len: data.length,
      window,
      urgent,
      ecn,
      options,
      fate: 'in-flight',
    });
    this.events.push({ kind: 'send', ms: more.sentMs, host: host.name, segment: n, after: this.#present(host) });
    return n;
  }

  /** The first with the same number and flags, or one that holds it. */
  #firstOf({ name }: Host, { seq, flags }: Segment, connection: number): number | null {
    const names = flagNames(flags).filter(identifies);
    const first = this.segments.find((sent) => {
      if (sent.from !== name || sent.connection !== connection || sent.origin !== 'tcp') return false;
      const into = (seq - sent.seq) >>> 0;
      const length = sent.len + Number(sent.flags.includes('SYN')) + Number(sent.flags.includes('FIN'));
      return into === 0 ? length > 0 && String(sent.flags.filter(identifies)) === String(names) : into < length;
    });
    return first?.n ?? null;
  }
}

function identifies(flag: Flag): boolean {
  return ['FIN', 'SYN', 'RST', 'ACK'].includes(flag);
}

function snapshot(tcb: Tcb, connection: number): Snapshot {
  const { snd, rcv, congestion, rto, reassembly } = tcb;
  return {
    connection,
    state: tcb.state,
    iss: snd.iss,
    irs: rcv.irs,
    sndUna: snd.una,
    sndNxt: snd.nxt,
    sndWnd: snd.wnd,
    rcvNxt: rcv.nxt,
    rcvWnd: receiveWindow(tcb),
    cwnd: congestion.cwnd,
    ssthresh: congestion.ssthresh,
    smss: snd.mss,
    recovery: tcb.recovery.kind,
    pipe: pipe(tcb),
    srttMs: rto.srttMs,
    rttvarMs: rto.rttvarMs,
    rtoMs: rto.rtoMs,
    held: structuredClone(reassembly.ranges()),
    heldFin: reassembly.fin !== null && ((reassembly.fin - rcv.nxt) | 0) >= 0 ? reassembly.fin : null,
    timers: TIMER_NAMES.flatMap((name) => {
      const expiresMs = tcb.timers[name];
      return expiresMs === undefined ? [] : [{ name, expiresMs }];
    }),
  };
}
