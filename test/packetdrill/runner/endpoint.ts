import { issAbove, reopensTimeWait } from '../../../src/tcp/arrives/time-wait-reuse.ts';
import { openPassive } from '../../../src/tcp/calls/open.ts';
import type { Segment } from '../../../src/tcp/segment.ts';
import { segmentArrives } from '../../../src/tcp/segment-arrives.ts';
import { output } from '../../../src/tcp/sending/output.ts';
import { resetFor } from '../../../src/tcp/sending/transmit.ts';
import { seqAdd } from '../../../src/tcp/sequence.ts';
import type { CloseReason } from '../../../src/tcp/signal.ts';
import { createTcb, type Effect, enter, type Tcb } from '../../../src/tcp/tcb.ts';
import { nextTimeout, timeout } from '../../../src/tcp/timeouts.ts';
import { Runaway } from './outcome.ts';
import type { OpenConventions } from './settings.ts';

/** What setsockopt may change; a listening socket hands a copy to each connection. */
export interface SocketOptions {
  readonly ipVersion: 4 | 6;
  readonly conventions: OpenConventions;
  mss: number;
  receiveBuffer: number;
  /** SO_LINGER with a time of 0: close() aborts. */
  abortsOnClose: boolean;
}

export interface Connection {
  readonly tcb: Tcb;
  readonly options: SocketOptions;
  /** Why it ended, until the program has been told. */
  ended: CloseReason | null;
}

/** A listening socket and the connections it has not handed out. */
export interface Listener {
  readonly options: SocketOptions;
  readonly backlog: Connection[];
}

export interface SentSegment {
  readonly ms: number;
  readonly segment: Segment;
}

/** Scripts see ISNs as 0; with this one every script also crosses the end of the sequence space early on. */
const FIRST_ISS = 0xffff_fe00;
/** The timestamp clock at time 0; it too goes round soon. */
const FIRST_TIMESTAMP = 0xffff_ff00;

/** More than this no script waits to look at, and no script makes more timers expire. */
const MOST_UNSEEN = 100_000;
const MOST_TIMEOUTS = 100_000;

/**
 * One TCP endpoint in virtual time: the engine's connections, of which packetdrill's single pair of addresses lets
 * one be alive at a time. What it sends is kept until the script looks at it.
 */
export class Endpoint {
  readonly sent: SentSegment[] = [];
  readonly #connections: Connection[] = [];
  /** Connections that have come through a listener. */
  readonly #known = new WeakSet<Connection>();
  /** Connections that took the place of one in TIME-WAIT. */
  readonly #reopened = new WeakMap<Connection, Connection>();
  #listener: Listener | null = null;
  #isnsChosen = 0;
  #timeouts = 0;
  #now = 0;

  /** ms since the script began. */
  get now(): number {
    return this.#now;
  }

  /** The connection under test: the latest that went beyond LISTEN, or the one that listens. */
  get current(): Connection | null {
    return this.#connections.findLast(({ tcb }) => tcb.state !== 'LISTEN') ?? this.#connections.at(-1) ?? null;
  }

  create(options: SocketOptions): Connection {
    return this.#create(options, null);
  }

  listen(options: SocketOptions): Listener {
    this.#listener = { options, backlog: [] };
    this.#awaitPeer();
    return this.#listener;
  }

  stopListening(): void {
    this.#listener = null;
    for (const { tcb } of this.#connections) if (tcb.state === 'LISTEN') enter(tcb, 'CLOSED');
  }

  /** A segment arrives now. */
  deliver(segment: Segment): void {
    const connection = this.#receiver(segment);
    if (connection === null) {
      const reset = resetFor(segment);
      if (reset !== null) this.sent.push({ ms: this.#now, segment: reset });
      return;
    }
    const { tcb } = connection;
    segmentArrives(tcb, segment, this.#now);
    const { backlog } = this.#listener ?? {};
    if (tcb.opened === 'passive' && tcb.state !== 'LISTEN' && !this.#known.has(connection)) {
      this.#known.add(connection);
      backlog?.push(connection);
    }
  }

  /** Every connection sends what is due, once the program has reacted. */
  settle(): void {
    for (const connection of this.#connections) {
      const { tcb } = connection;
      if (tcb.state !== 'CLOSED') output(tcb, this.#now);
    }
  }

  /** When a timer expires next, or null when none runs. */
  nextTimeout(): number | null {
    let at: number | null = null;
    for (const { tcb } of this.#connections) {
      const next = nextTimeout(tcb);
      if (next !== null && (at === null || next.at < at)) at = next.at;
    }
    return at;
  }

  /** Lets time pass until `ms`; no timer may expire before. */
  wait(ms: number): void {
    this.#now = Math.max(this.#now, ms);
  }

  /** Lets time pass until the next timer and expires it. */
  expire(): void {
    const at = this.nextTimeout();
    if (at === null) return;
    this.#timeouts += 1;
    if (this.#timeouts > MOST_TIMEOUTS) throw new Runaway(`more than ${MOST_TIMEOUTS} timers that expire`);
    this.wait(at);
    for (const { tcb } of this.#connections) {
      const next = nextTimeout(tcb);
      if (next !== null && next.at <= this.#now) {
        timeout(tcb, next.name, this.#now);
        return;
      }
    }
  }

  #create(options: SocketOptions, reopens: Tcb | null): Connection {
    const tcb: Tcb = createTcb({
      conventions: options.conventions,
      mss: options.mss,
      receiveBuffer: options.receiveBuffer,
      ipVersion: options.ipVersion,
      timestampOffset: FIRST_TIMESTAMP,
      chooseIss: () => this.#chooseIss(reopens),
      emit: (effect) => this.#onEffect(connection, effect),
    });
    const connection: Connection = { tcb, options, ended: null };
    this.#connections.push(connection);
    return connection;
  }

  /** Another one for each connection, and beyond the numbers of the one in TIME-WAIT that it reopens. */
  #chooseIss(reopens: Tcb | null): number {
    const chosen = seqAdd(FIRST_ISS, 64_000 * this.#isnsChosen++);
    return reopens === null ? chosen : issAbove(reopens, chosen);
  }

  #onEffect(connection: Connection, effect: Effect): void {
    if (effect.kind === 'send') {
      if (this.sent.length === MOST_UNSEEN) throw new Runaway(`more than ${MOST_UNSEEN} segments nobody looks at`);
      this.sent.push({ ms: this.#now, segment: effect.segment });
    }
    if (effect.kind === 'closed') connection.ended = effect.reason;
    if (effect.kind === 'state' && effect.to === 'LISTEN') this.#returnToTimeWait(connection);
  }

  /** MAY-2, condition 2: the SYN turned out to be an old duplicate. */
  #returnToTimeWait(connection: Connection): void {
    const old = this.#reopened.get(connection);
    if (old !== undefined) enter(old.tcb, 'TIME-WAIT');
  }

  /** A connection in LISTEN for the next SYN. */
  #awaitPeer(): Connection | null {
    if (this.#listener === null) return null;
    const { options } = this.#listener;
    const connection = this.#create({ ...options, conventions: { ...options.conventions } }, null);
    openPassive(connection.tcb);
    return connection;
  }

  /** The connection a segment belongs to, a new one if someone listens, or none. */
  #receiver(segment: Segment): Connection | null {
    const alive = this.#connections.findLast(({ tcb }) => tcb.state !== 'CLOSED' && tcb.state !== 'LISTEN');
    if (alive !== undefined) return this.#inPlaceOf(alive, segment) ?? alive;
    const waiting = this.#connections.findLastIndex(({ tcb }) => tcb.state === 'LISTEN');
    if (waiting < 0) return this.#awaitPeer();
    // Options set since listen() hold for the connections that come from it.
    this.#connections.splice(waiting, 1);
    return this.#awaitPeer();
  }

  /** RFC 9293 §3.6.1, MAY-2: a new SYN may take the place of a connection in TIME-WAIT where someone listens. */
  #inPlaceOf(old: Connection, segment: Segment): Connection | null {
    if (this.#listener === null || !reopensTimeWait(old.tcb, segment)) return null;
    const { options } = this.#listener;
    const connection = this.#create({ ...options, conventions: { ...options.conventions } }, old.tcb);
    this.#reopened.set(connection, old);
    enter(old.tcb, 'CLOSED');
    openPassive(connection.tcb);
    return connection;
  }
}
