import type { Note } from '../tcp/note.ts';
import type { Segment } from '../tcp/segment.ts';
import type { Signal } from '../tcp/signal.ts';
import type { State } from '../tcp/state.ts';
import type { TimerName } from '../tcp/tcb.ts';
import type { Call } from '../trace/trace.ts';
import type { Host } from './host.ts';

/**
 * Is told all that happens in a run, in order, and keeps of it what it likes. Every segment gets a number, from 1.
 *
 * A call, an arrival or an expired timer begins an instant of its host, and `settle...` ends it: all that it led to at
 * that host until then happened at once, and left the host as it is at the end.
 */
export interface Recorder {
  /** How many segments were numbered, and how many events there were. */
  readonly segmentCount: number;
  readonly eventCount: number;

  call(host: Host, call: Call, ms: number): void;
  settleCall(host: Host, error: string | null): void;
  /** Segment number `n` reaches `host`. */
  arrive(host: Host, n: number, ms: number): void;
  /** `host` is null if no connection was there to take the segment. */
  settleArrival(host: Host | null, notes: readonly Note[]): void;
  timer(host: Host, timer: TimerName, ms: number): void;
  settleTimer(host: Host): void;

  /** The TCP of `host` sends a segment, perhaps again, in its connection number `connection`. Returns its number. */
  send(host: Host, segment: Segment, repeats: boolean, connection: number, ms: number): number;
  /** A forged segment that claims to be from `host`, or an old copy of one of its own. Returns its number. */
  forge(host: Host, segment: Segment, origin: 'forged' | 'copy', ms: number): number;
  /** The network makes a copy of segment number `of`. Returns the number of the copy. */
  copy(of: number, ms: number): number;
  /** A router on the path of segment number `n` marks congestion on it. */
  mark(n: number): void;
  /** The network loses segment number `n` of `host`. */
  lose(host: Host, n: number, cause: 'fault' | 'chance', ms: number): void;
  state(host: Host, from: State, to: State, ms: number): void;
  /** The TCP of `host` tells its application something unasked. */
  signal(host: Host, signal: Signal, ms: number): void;
  /** The application of `host` gets `bytes` bytes. */
  deliver(host: Host, bytes: number, ms: number): void;
}
