import type { CongestionControl } from './congestion/congestion.ts';
import { Cubic } from './congestion/cubic.ts';
import type { EcnState } from './congestion/ecn.ts';
import { Reno } from './congestion/reno.ts';
import type { Conventions } from './conventions.ts';
import type { Note } from './note.ts';
import type { Timestamps } from './options/timestamps.ts';
import { type Acknowledging, createAcknowledging } from './receiving/acknowledging.ts';
import { Reassembly } from './receiving/reassembly.ts';
import { type ReceivedLately, receivedLately } from './receiving/selective-ack.ts';
import { RtoEstimator } from './recovery/rto.ts';
import { Scoreboard } from './recovery/scoreboard.ts';
import { SentSegments } from './recovery/sent-segments.ts';
import type { Segment } from './segment.ts';
import { SendQueue } from './sending/send-queue.ts';
import { seqDistance, seqGt } from './sequence.ts';
import { type CloseReason, ENDINGS, type Signal } from './signal.ts';
import type { State } from './state.ts';
import type { Submission } from './user-timeout.ts';

/** What a TCP does that others can see, told the moment it does it. */
export type Effect =
  | { readonly kind: 'send'; readonly segment: Segment; readonly repeats: boolean }
  | { readonly kind: 'state'; readonly from: State; readonly to: State }
  | { readonly kind: 'deliver'; readonly data: Uint8Array }
  | { readonly kind: 'signal'; readonly signal: Signal }
  | { readonly kind: 'closed'; readonly reason: CloseReason };

export type TimerName = 'retransmission' | 'delayed-ack' | 'time-wait' | 'persist' | 'user' | 'keep-alive';

/** Of two that expire at once the earlier in this list goes first. */
export const TIMER_NAMES: readonly TimerName[] = [
  'retransmission',
  'delayed-ack',
  'time-wait',
  'persist',
  'user',
  'keep-alive',
];

export interface ConnectionSettings {
  readonly conventions: Conventions;
  /** MSS this end announces, bytes (MMS_R - 20, RFC 9293 §3.7.1). */
  readonly mss: number;
  /**
   * Receive buffer in bytes, at most 65535 * 2^14. A window over 65535 takes window scaling. Changed by `setReceiveBuffer`
   * only: what a SYN has told of it holds.
   */
  receiveBuffer: number;
  /** The IP that carries the segments: it decides what a peer is sent that announces no MSS (§3.7.1, MUST-15). */
  readonly ipVersion: 4 | 6;
  /** What the timestamp clock of this connection reads at time 0, in ticks of 1 ms: 0 .. 2^32-1 (RFC 7323 §5.4, §7.1). */
  readonly timestampOffset: number;
  /** Chooses an initial send sequence number; called once, when the connection needs one. */
  readonly chooseIss: (nowMs: number) => number;
  readonly emit: (effect: Effect) => void;
}

/**
 * The Transmission Control Block (RFC 9293 §3.3.1): every variable of one connection, under the RFC's names. The
 * functions of this folder work on it; each takes the time as an argument, in ms.
 */
export interface Tcb {
  readonly settings: ConnectionSettings;
  state: State;
  /** SYN-RECEIVED remembers whether it came from LISTEN or SYN-SENT (MUST-11). */
  opened: 'active' | 'passive';
  /** A passive OPEN named the one remote socket it waits for, so that a SEND may turn it active (§3.9.1.1). */
  remote: 'specified' | 'unspecified';
  readonly snd: {
    una: number;
    nxt: number;
    wnd: number;
    wl1: number;
    wl2: number;
    iss: number;
    /** The furthest right edge the peer has offered; a scaled window may be told short of it (RFC 7323 §2.4). */
    edge: number;
    /** The largest window the peer ever offered: MAX.SND.WND of RFC 5961 §5.2. */
    maxWnd: number;
    /** SMSS, the effective send MSS: the most data a segment may carry beside its timestamps (§3.7.1, RFC 5681 §2). */
    mss: number;
    /** Snd.WS.OK: both ends offered window scaling (RFC 7323 §2.2). */
    scales: boolean;
    /** Snd.Wind.Shift: how the peer's window fields are scaled, 0..14. */
    shift: number;
  };
  /** SND.UP as the offset in the stream of the byte after the urgent data (MUST-62); null: none is outstanding. */
  urgentEnd: number | null;
  /** No segment has told the peer of `urgentEnd` yet. */
  urgentUntold: boolean;
  readonly rcv: {
    nxt: number;
    irs: number;
    /** Right edge of the window offered so far, RCV.NXT + RCV.WND; never moved to the left (§3.8.6). */
    edge: number;
    /** Rcv.Wind.Shift: how our window fields are scaled, 0..14. */
    shift: number;
    /** Data taken in order that the user has not read. */
    readonly unread: Uint8Array[];
    unreadBytes: number;
    /** RCV.UP, as long as the user has not read up to it. */
    up: number | null;
    /** One past the last byte that the peer has pushed; null once the user was told. */
    pushedTo: number | null;
  };
  /** Both ends sent SACK-permitted (RFC 2018 §2): either may send SACK blocks. */
  sackPermitted: boolean;
  /** Both ends sent timestamps on their SYNs (RFC 7323 §3.2); null: they are not used. */
  timestamps: Timestamps | null;
  /** Explicit congestion notification, or null where it is not in use (RFC 3168). */
  ecn: EcnState | null;
  readonly queue: SendQueue;
  /** Our SYN was retransmitted by its timer: the initial window is one segment (RFC 5681 §3.1). */
  synLost: boolean;
  /** The offset in the stream up to which SENDs were pushed. */
  pushedTo: number;
  /** The user has called CLOSE. */
  closing: boolean;
  /** The user will not RECEIVE any more either (§3.6.1, MAY-1). */
  userGone: boolean;
  /** Sequence number of our FIN once it was sent. */
  fin: number | null;
  readonly reassembly: Reassembly;
  readonly sent: SentSegments;
  /** What of it the peer holds above a gap. */
  readonly scoreboard: Scoreboard;
  readonly rto: RtoEstimator;
  readonly congestion: CongestionControl;
  recovery: Recovery;
  /** What the next SACK option tells first (RFC 2018 §4). */
  readonly lately: ReceivedLately;
  /** When data was last sent, ms; null before the first. */
  lastDataMs: number | null;
  /** When the peer last acknowledged something new, or answered with its window shut: R2 counts from here (§3.8.3). */
  heardMs: number;
  /** Expiries of the retransmission timer since then: what R1 counts (§3.8.3). */
  timeoutsInVain: number;
  /** An ACK that is owed: at once, or when the delayed-ACK timer expires. */
  owedAck: 'none' | 'delayed' | 'now';
  /** In-order data bytes since the last ACK was sent. */
  unackedBytes: number;
  readonly acknowledging: Acknowledging;
  /** Segments of new data in the burst under way (see burst.ts). */
  burst: number;
  /** One past the last byte of the last segment sent that was not full (Minshall's snd.sml), or null. */
  smallEnd: number | null;
  /** Expiry times in ms; undefined for a timer that is off. */
  readonly timers: Record<TimerName, number | undefined>;
  persistBackoffMs: number;
  /** When the first empty probe was sent that nothing came back to since; null before the first. */
  probedMs: number | null;
  /** The user timeout, ms; null: none. */
  userTimeoutMs: number | null;
  /** What has to be acknowledged before the user timeout, oldest first. */
  readonly submissions: Submission[];
  /** Whether keep-alives are on, and how many in a row got no answer (§3.8.4). */
  readonly keepAlive: { on: boolean; unanswered: number };
  /** When the latest challenge ACKs were sent, oldest first. */
  readonly challenges: number[];
  /** What was done with the segment being processed. */
  notes: Note[];
}

/**
 * Loss recovery. `recover` is SND.NXT when it began (RFC 6582 recover, RFC 6675 RecoveryPoint); `highRxt` one past what
 * was sent again in order, `rescueRxt` likewise for rule 4 of NextSeg (RFC 6675 §2).
 */
export type Recovery =
  /** `limited`: octets sent beyond cwnd by limited transmit (RFC 3042) since the first duplicate ACK, in how many segments. */
  | {
      readonly kind: 'none';
      duplicateAcks: number;
      readonly recover: number | null;
      limited: number;
      limitedSegments: number;
    }
  /** Fast recovery (RFC 5681 §3.2, RFC 6582). */
  | { readonly kind: 'fast'; readonly recover: number; partialAcks: number }
  /** SACK-based recovery (RFC 6675). */
  | { readonly kind: 'sack'; readonly recover: number; highRxt: number; rescueRxt: number }
  /** Slow start after a timeout (RFC 5681 §3.1), or after Tahoe's fast retransmit. */
  | { readonly kind: 'timeout'; readonly recover: number; highRxt: number };

/** No recovery; `recover` guards against a second one for the same losses (RFC 6582 §3.2 step 1). */
export function noRecovery(recover: number | null): Recovery {
  return { kind: 'none', duplicateAcks: 0, recover, limited: 0, limitedSegments: 0 };
}

function timersOff(): Tcb['timers'] {
  return {
    retransmission: undefined,
    'delayed-ack': undefined,
    'time-wait': undefined,
    persist: undefined,
    user: undefined,
    'keep-alive': undefined,
  };
}

/** A TCB in CLOSED: nothing has happened yet. */
export function createTcb(settings: ConnectionSettings): Tcb {
  return {
    settings,
    state: 'CLOSED',
    opened: 'active',
    remote: 'unspecified',
    snd: { una: 0, nxt: 0, wnd: 0, wl1: 0, wl2: 0, iss: 0, edge: 0, maxWnd: 0, mss: 536, scales: false, shift: 0 },
    urgentEnd: null,
    urgentUntold: false,
    rcv: { nxt: 0, irs: 0, edge: 0, shift: 0, unread: [], unreadBytes: 0, up: null, pushedTo: null },
    sackPermitted: false,
    timestamps: null,
    ecn: null,
    queue: new SendQueue(),
    synLost: false,
    pushedTo: 0,
    closing: false,
    userGone: false,
    fin: null,
    reassembly: new Reassembly(),
    sent: new SentSegments(),
    scoreboard: new Scoreboard(),
    rto: new RtoEstimator(settings.conventions),
    congestion: congestionControl(settings.conventions),
    recovery: noRecovery(null),
    lately: receivedLately(),
    lastDataMs: null,
    heardMs: 0,
    timeoutsInVain: 0,
    owedAck: 'none',
    unackedBytes: 0,
    acknowledging: createAcknowledging(),
    burst: 0,
    smallEnd: null,
    timers: timersOff(),
    persistBackoffMs: 0,
    probedMs: null,
    userTimeoutMs: settings.conventions.userTimeoutMs,
    submissions: [],
    keepAlive: { on: settings.conventions.keepAlive, unanswered: 0 },
    challenges: [],
    notes: [],
  };
}

function congestionControl(conventions: Conventions): CongestionControl {
  return conventions.congestionControl === 'cubic' ? new Cubic(conventions) : new Reno(conventions);
}

/** Changes state and tells it. */
export function enter(tcb: Tcb, state: State): void {
  if (tcb.state === state) return;
  const from = tcb.state;
  tcb.state = state;
  tcb.settings.emit({ kind: 'state', from, to: state });
}

/** RCV.WND: the window offered to the peer, in bytes. */
export function receiveWindow(tcb: Tcb): number {
  return seqDistance(tcb.rcv.nxt, tcb.rcv.edge);
}

/** FlightSize: bytes sent and not acknowledged (RFC 5681 §2). */
export function flightSize(tcb: Tcb): number {
  return seqDistance(tcb.snd.una, tcb.snd.nxt);
}

/** Our FIN was sent and SND.UNA lies beyond it. */
export function finAcknowledged(tcb: Tcb): boolean {
  return tcb.fin !== null && seqGt(tcb.snd.una, tcb.fin);
}

/** A reset or a timeout flushes all queues (§3.10.7.4 step 2, §3.10.8); after an orderly end the user may read on. */
function flushUnread({ rcv }: Tcb): void {
  rcv.unread.length = 0;
  rcv.unreadBytes = 0;
}

/** Deletes the TCB's activity: timers off, queues flushed, nothing owed, state CLOSED. The user is told why. */
export function deleteTcb(tcb: Tcb, reason: CloseReason): void {
  // A refused SYN is a reset to the text (§3.10.7.3), unless the peer's SYN came in between.
  const signal = reason === 'refused' && tcb.state === 'SYN-SENT' ? ENDINGS.reset : ENDINGS[reason];
  for (const name of TIMER_NAMES) tcb.timers[name] = undefined;
  tcb.sent.clear();
  tcb.scoreboard.clear();
  tcb.owedAck = 'none';
  if (reason !== 'closed') flushUnread(tcb);
  enter(tcb, 'CLOSED');
  if (signal !== null) tcb.settings.emit({ kind: 'signal', signal });
  tcb.settings.emit({ kind: 'closed', reason });
}

/**
 * SYN-RECEIVED from a passive OPEN goes back to LISTEN; the user is not told (§3.10.7.4 steps 2 and 4). Nothing of the
 * attempt is left; what the user has asked for meanwhile (SEND, CLOSE, timeouts) waits for the next peer.
 */
export function returnToListen(tcb: Tcb): void {
  const { state, opened, remote, challenges, notes } = tcb;
  const { queue, pushedTo, urgentEnd, closing, userGone, userTimeoutMs, submissions, keepAlive } = tcb;
  const asked = { queue, pushedTo, urgentEnd, closing, userGone, userTimeoutMs, submissions, keepAlive };
  const timers = { ...timersOff(), user: tcb.timers.user };
  Object.assign(tcb, { ...createTcb(tcb.settings), ...asked, state, opened, remote, timers, challenges, notes });
  enter(tcb, 'LISTEN');
}

/** Enters TIME-WAIT and starts its 2 MSL (§3.6.1, MUST-13); all other timers stop. */
export function enterTimeWait(tcb: Tcb, now: number): void {
  for (const name of TIMER_NAMES) if (name !== 'delayed-ack') tcb.timers[name] = undefined;
  tcb.timers['time-wait'] = now + 2 * tcb.settings.conventions.mslMs;
  enter(tcb, 'TIME-WAIT');
}
