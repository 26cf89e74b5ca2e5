import type { Note } from '../tcp/note.ts';
import type { Ecn, Flag, SegmentOptions } from '../tcp/segment.ts';
import type { Signal } from '../tcp/signal.ts';
import type { State } from '../tcp/state.ts';

export type { Note } from '../tcp/note.ts';

/** The two ends of every conversation here. A forged segment claims to be from one of them. */
export type HostName = 'client' | 'server';

export const HOST_NAMES: readonly HostName[] = ['client', 'server'];

/** The end a segment from `host` travels to. */
export function peerOf(host: HostName): HostName {
  return host === 'client' ? 'server' : 'client';
}

/** A running timer: what it is and the virtual time at which it expires. */
export interface RunningTimer {
  readonly name: 'retransmission' | 'delayed-ack' | 'time-wait' | 'persist' | 'user' | 'keep-alive';
  readonly expiresMs: number;
}

/** One host's connection variables right after an event (names of RFC 9293 §3.3.1). Sequence numbers are absolute. */
export interface Snapshot {
  /** Which connection of this host: 1 for the first, counted up with every new incarnation. */
  readonly connection: number;
  readonly state: State;
  readonly iss: number;
  readonly irs: number;
  readonly sndUna: number;
  readonly sndNxt: number;
  /** The peer's window in bytes, after scaling. */
  readonly sndWnd: number;
  readonly rcvNxt: number;
  /** The window offered to the peer, in bytes. */
  readonly rcvWnd: number;
  /** Congestion window and slow start threshold in bytes (RFC 5681). */
  readonly cwnd: number;
  readonly ssthresh: number;
  /** SMSS: the most data a segment of this host may carry, bytes (RFC 5681 §2). */
  readonly smss: number;
  /** Which loss recovery is under way (RFC 5681 §3.2 and RFC 6582; RFC 6675; after a timeout, RFC 5681 §3.1). */
  readonly recovery: 'none' | 'fast' | 'sack' | 'timeout';
  /** Octets believed to be in the network (RFC 6675 §2); FlightSize as long as nothing is SACKed or taken for lost. */
  readonly pipe: number;
  /** RFC 6298; srttMs is null before the first measurement. */
  readonly srttMs: number | null;
  readonly rttvarMs: number | null;
  readonly rtoMs: number;
  /** Data held above a gap, as [start, end) ranges in order. */
  readonly held: readonly (readonly [number, number])[];
  /** A FIN held above a gap, by its sequence number. */
  readonly heldFin: number | null;
  readonly timers: readonly RunningTimer[];
}

/** What became of a segment on the network. 'unknown': it was captured on its way, and nothing shows whether it arrived. */
export type Fate = 'delivered' | 'lost' | 'in-flight' | 'unknown';

/** Where a segment came from: a TCP, the network (a copy), or someone off the path. */
export type Origin = 'tcp' | 'copy' | 'forged';

export interface TracedSegment {
  /** 1, 2, 3 ... in the order of sending. */
  readonly n: number;
  readonly sentMs: number;
  readonly arrivedMs: number | null;
  /** The end it comes from, or claims to. */
  readonly from: HostName;
  readonly flags: readonly Flag[];
  readonly seq: number;
  /** 0 when the ACK bit is clear. */
  readonly ack: number;
  /** Data bytes; SYN and FIN not counted. */
  readonly len: number;
  /** The header field as sent, unscaled. */
  readonly window: number;
  /** The urgent pointer; 0 when the URG bit is clear. */
  readonly urgent: number;
  /** The ECN codepoint of the IP header (RFC 3168 §5): as sent, or CE if the network has marked it. */
  readonly ecn: Ecn;
  readonly options: SegmentOptions;
  readonly fate: Fate;
  readonly origin: Origin;
  /** The n of the segment this one repeats: a retransmission's original, or the original of a network copy; else null. */
  readonly repeats: number | null;
  /** Which connection of the sending host sent it (see Snapshot); 0 for forged ones and a RST from no connection. */
  readonly connection: number;
}

/**
 * What an application or an operator asked for. `listen-for-peer` is a passive OPEN that names the peer; `connect-with-data`
 * an active OPEN with data for the SYN; `send-unpushed` a SEND without PUSH; `close-fully` a CLOSE after which nothing is read any more;
 * `set-receive-buffer` what a socket's SO_RCVBUF is.
 */
export type CallWith<Size> =
  | {
      readonly name:
        | 'connect'
        | 'listen'
        | 'listen-for-peer'
        | 'close'
        | 'close-fully'
        | 'abort'
        | 'crash'
        | 'stop-reading'
        | 'resume-reading';
    }
  | { readonly name: 'connect-with-data' | 'send' | 'send-urgent' | 'send-unpushed'; readonly bytes: Size }
  | { readonly name: 'read' | 'set-receive-buffer'; readonly bytes: Size }
  | { readonly name: 'set-user-timeout'; readonly ms: Size };

/** A call with its sizes and times settled: bytes, ms. */
export type Call = CallWith<number>;

export type TraceEvent =
  | {
      readonly kind: 'call';
      readonly ms: number;
      readonly host: HostName;
      readonly call: Call;
      readonly error: string | null;
      readonly after: Snapshot | null;
    }
  | {
      readonly kind: 'send';
      readonly ms: number;
      readonly host: HostName;
      readonly segment: number;
      readonly after: Snapshot | null;
    }
  | {
      readonly kind: 'arrive';
      readonly ms: number;
      readonly host: HostName;
      readonly segment: number;
      readonly notes: readonly Note[];
      readonly after: Snapshot | null;
    }
  | {
      readonly kind: 'lost';
      readonly ms: number;
      readonly host: HostName;
      readonly segment: number;
      /** 'captured': the segments after it show that it was lost; why and when is not known. */
      readonly cause: 'fault' | 'chance' | 'captured';
    }
  | {
      readonly kind: 'timer';
      readonly ms: number;
      readonly host: HostName;
      readonly timer: RunningTimer['name'];
      readonly after: Snapshot | null;
    }
  | {
      readonly kind: 'state';
      readonly ms: number;
      readonly host: HostName;
      /** null: what it was in before is not known, in a capture that began later. */
      readonly from: State | null;
      readonly to: State;
      readonly after: Snapshot | null;
    }
  | {
      /** A TCP tells its application something unasked (RFC 9293 §3.9.1.8). */
      readonly kind: 'signal';
      readonly ms: number;
      readonly host: HostName;
      readonly signal: Signal;
      readonly after: Snapshot | null;
    }
  | {
      readonly kind: 'deliver';
      readonly ms: number;
      readonly host: HostName;
      readonly bytes: number;
      readonly after: Snapshot | null;
    };

/** One end as the scenario set it up. */
export interface TracedHost {
  readonly address: string;
  readonly port: number;
  /** The MSS it announces, bytes; null where its SYN was not captured. */
  readonly mss: number | null;
}

/** How one connection of a host ended up when the run stopped. */
export interface FinalState {
  /** null: a capture does not settle it. */
  readonly state: State | null;
  readonly sentBytes: number;
  readonly receivedBytes: number;
}

/**
 * The list of what happened. Everything the product shows, asks, explains and exports is a function of this.
 * `events` are in time order; an event's effects follow it directly at the same time. `segments[i].n === i + 1`.
 */
export interface Trace {
  readonly version: 1;
  readonly scenario: string;
  readonly seed: string;
  readonly profile: string;
  readonly hosts: Readonly<Record<HostName, TracedHost>>;
  readonly segments: readonly TracedSegment[];
  readonly events: readonly TraceEvent[];
  readonly final: Readonly<Record<HostName, FinalState>>;
  readonly endMs: number;
  /** 'quiet': nothing left to happen; 'limit': the scenario's time or event limit was reached. */
  readonly ended: 'quiet' | 'limit';
}
