import { reopensTimeWait } from '../tcp/arrives/time-wait-reuse.ts';
import { abort } from '../tcp/calls/abort.ts';
import { close, closeFully } from '../tcp/calls/close.ts';
import { listenAnew } from '../tcp/calls/listen-anew.ts';
import { openActive, openPassive } from '../tcp/calls/open.ts';
import { offerWindow, receive } from '../tcp/calls/receive.ts';
import { canSetReceiveBuffer, setReceiveBuffer } from '../tcp/calls/receive-buffer.ts';
import { CE, type Segment } from '../tcp/segment.ts';
import { segmentArrives } from '../tcp/segment-arrives.ts';
import { output } from '../tcp/sending/output.ts';
import { resetFor } from '../tcp/sending/transmit.ts';
import { createTcb, type Effect, enter, type Tcb } from '../tcp/tcb.ts';
import { nextTimeout, timeout } from '../tcp/timeouts.ts';
import { setUserTimeout } from '../tcp/user-timeout.ts';
import { type Call, type HostName, peerOf, type Trace } from '../trace/trace.ts';
import { amount } from './amount.ts';
import { Conditions } from './conditions.ts';
import { EventQueue, isBefore } from './event-queue.ts';
import { forge } from './forge.ts';
import type { ForgedSegment } from './forged-segment.ts';
import { ackedBytes, createHost, type Host } from './host.ts';
import { endsListener } from './listener.ts';
import type { EndpointChange, Move } from './move.ts';
import { MovesAtTimes } from './moves-at-times.ts';
import { Network } from './network.ts';
import type { Pending } from './pending.ts';
import { type Random, randomFrom } from './random.ts';
import type { Recorder } from './recorder.ts';
import { resolveActions } from './resolve.ts';
import type { Scenario } from './scenario.ts';
import { Setups } from './setups.ts';
import { openWithStream, sendStream } from './stream.ts';
import type { Tap } from './tap.ts';

/** No run of a scenario from a file goes on beyond this many events. */
export const MOST_EVENTS = 200_000;

/** One play of a scenario: the event loop between two hosts, their applications and the network. */
export class Run {
  readonly hosts: Readonly<Record<HostName, Host>>;
  readonly #scenario: Scenario;
  readonly #tap: Tap;
  readonly #random: Random;
  readonly #queue = new EventQueue<Pending>();
  readonly #moves: MovesAtTimes;
  readonly #setups: Setups;
  readonly #conditions = new Conditions(this.#queue);
  readonly #network: Network;
  readonly #recorder: Recorder;
  #now = 0;

  constructor(scenario: Scenario, seed: string, recorder: Recorder, tap: Tap) {
    this.#scenario = scenario;
    this.#recorder = recorder;
    this.#tap = tap;
    this.#random = randomFrom(seed);
    const sizes = this.#random.fork('sizes');
    this.#network = new Network(scenario.network, scenario.faults, this.#random.fork('network'));
    this.#setups = new Setups(scenario, seed, sizes);
    this.hosts = {
      client: createHost('client', this.#setups.endpoint('client')),
      server: createHost('server', this.#setups.endpoint('server')),
    };
    for (const action of resolveActions(scenario.actions, sizes)) {
      this.#conditions.await(action.when, action.afterMs, { kind: 'action', action });
    }
    for (const forgery of scenario.forgeries) {
      this.#conditions.await(forgery.when, amount(forgery.afterMs, sizes), { kind: 'forgery', forgery });
    }
    this.#moves = new MovesAtTimes(scenario.moves);
    for (const { when, afterMs, move } of scenario.moves) {
      if (when.kind !== 'time') this.#conditions.await(when, afterMs, { kind: 'move', move });
    }
  }

  /** Plays until nothing is left to happen, or the scenario's time is over, or after `mostEvents` events. */
  toEnd(mostEvents: number): Trace['ended'] {
    for (;;) {
      const next = this.#queue.peek();
      const host = this.#firstToWake();
      const timerFirst = next === null || isBefore(host.alarm, next);
      const elseMs = timerFirst ? host.alarm.ms : next.ms;
      const moves = this.#moves.nextMs < elseMs;
      const ms = moves ? this.#moves.nextMs : elseMs;
      if (ms === Number.POSITIVE_INFINITY) return 'quiet';
      if (ms > this.#scenario.limitMs || this.#recorder.eventCount > mostEvents) return 'limit';
      this.#now = ms;
      if (moves) this.#move(this.#moves.take());
      else if (timerFirst) this.#expire(host);
      else {
        this.#queue.take();
        this.#handle(next.item);
      }
      this.#doReady();
    }
  }

  #firstToWake(): Host {
    const { client, server } = this.hosts;
    return isBefore(server.alarm, client.alarm) ? server : client;
  }

  #doReady(): void {
    for (let next = this.#conditions.takeReady(); next !== undefined; next = this.#conditions.takeReady()) {
      this.#handle(next);
    }
  }

  #handle(pending: Pending): void {
    switch (pending.kind) {
      case 'arrival':
        this.#arrive(this.hosts[pending.to], pending.n, pending.segment);
        break;
      case 'action':
        this.#act(this.hosts[pending.action.host], pending.action.call);
        break;
      case 'forgery':
        this.#forge(pending.forgery);
        break;
      case 'move':
        this.#move(pending.move);
        break;
    }
  }

  #move(move: Move): void {
    switch (move.kind) {
      case 'call':
        this.#act(this.hosts[move.host], move.call);
        break;
      case 'next-segment':
        this.#network.strike(move.from, move.nth, move.effect);
        break;
      case 'forge':
        this.#forge(move.forgery);
        break;
      case 'network':
        this.#network.change(move.change);
        break;
      case 'endpoint':
        this.#change(this.hosts[move.host], move.change);
        break;
    }
  }

  #change(host: Host, { window, ...others }: EndpointChange): void {
    this.#setUp(host, others);
    if (window !== undefined) this.#act(host, { name: 'set-receive-buffer', bytes: window });
  }

  #setUp(host: Host, change: EndpointChange): void {
    this.#setups.change(host.name, change);
    host.endpoint = this.#setups.endpoint(host.name);
    if (host.tcb?.state === 'LISTEN') this.#listenAnew(host, host.tcb);
  }

  /** Nothing of a connection in LISTEN is settled: it takes what its host is set up with now. */
  #listenAnew(host: Host, tcb: Tcb): void {
    listenAnew(tcb, { ...tcb.settings, ...this.#setups.settings(host) });
  }

  // ---- what happens to a host -------------------------------------------------------------------------------

  #arrive(host: Host, n: number, segment: Segment): void {
    this.#recorder.arrive(host, n, this.#now);
    const reused = this.#reuseTimeWait(host, segment);
    const tcb = this.#receiver(host);
    if (tcb === null) {
      const reset = resetFor(segment);
      this.#recorder.settleArrival(null, ['no-connection', reset === null ? 'rst-ignored' : 'rst-sent']);
      if (reset !== null) this.#transmit(host, reset, false, 0);
    } else {
      const acked = ackedBytes(host);
      const notes = segmentArrives(tcb, segment, this.#now);
      this.#recorder.settleArrival(host, reused ? ['time-wait-reused', ...notes] : notes);
      if (ackedBytes(host) > acked) this.#conditions.counted('acked', host.name, ackedBytes(host), this.#now);
    }
    this.#conditions.passed('arrived', peerOf(host.name), segment, this.#now);
    this.#finish(host, tcb);
  }

  /** The connection a segment is for: the present one, a new one if someone listens, or none. */
  #receiver(host: Host): Tcb | null {
    if (host.tcb !== null && host.tcb.state !== 'CLOSED') return host.tcb;
    if (!host.listening) return null;
    const tcb = this.#newConnection(host, null);
    openPassive(tcb);
    return tcb;
  }

  /** §3.6.1, MAY-2: a SYN may reopen a connection in TIME-WAIT if someone listens. */
  #reuseTimeWait(host: Host, segment: Segment): boolean {
    const old = host.tcb;
    if (old === null || !host.listening || !reopensTimeWait(old, segment)) return false;
    const { connection } = host;
    enter(old, 'CLOSED');
    openPassive(this.#newConnection(host, old));
    host.reopened = { tcb: old, connection };
    return true;
  }

  /** A refused SYN has brought the connection back to LISTEN, or it begins there. */
  #inListen(host: Host, tcb: Tcb): void {
    host.bufferToCome = null;
    if (tcb.settings.conventions !== host.endpoint.conventions) this.#listenAnew(host, tcb);
    this.#returnToTimeWait(host);
  }

  /** MAY-2, condition 2: the SYN turned out to be an old duplicate, so the connection returns to TIME-WAIT. */
  #returnToTimeWait(host: Host): void {
    if (host.reopened === null) return;
    const { tcb, connection } = host.reopened;
    Object.assign(host, { tcb, connection, reopened: null, ackedBefore: host.ackedBefore - tcb.queue.start });
    enter(tcb, 'TIME-WAIT');
    host.alarm.set(tcb, this.#now, this.#queue);
  }

  #expire(host: Host): void {
    const { tcb } = host;
    const next = tcb === null ? null : nextTimeout(tcb);
    if (tcb === null || next === null) return;
    this.#recorder.timer(host, next.name, this.#now);
    timeout(tcb, next.name, this.#now);
    this.#recorder.settleTimer(host);
    this.#finish(host, tcb);
  }

  #act(host: Host, call: Call): void {
    this.#recorder.call(host, call, this.#now);
    if (endsListener(call.name, host.tcb?.state ?? 'CLOSED')) host.listening = false;
    const error = this.#call(host, call);
    this.#recorder.settleCall(host, error);
    this.#finish(host, host.tcb);
  }

  /** After anything happened to a host: its application reacts, its TCP sends what is due, its timers are watched. */
  #finish(host: Host, tcb: Tcb | null): void {
    this.#doReady();
    if (tcb === null || host.tcb !== tcb) return;
    if (host.bufferToCome !== null) this.#setBuffer(host, tcb, host.bufferToCome);
    if (tcb.state !== 'CLOSED') output(tcb, this.#now);
    host.alarm.set(tcb, this.#now, this.#queue);
  }

  // ---- what a host's application and operator do ------------------------------------------------------------

  #call(host: Host, call: Call): string | null {
    switch (call.name) {
      case 'listen': {
        if (host.listening) return 'connection already exists';
        host.listening = true;
        // The port has a connection already: the listener waits beside it for the next one (§3.9.1.1, MUST-42).
        if (host.tcb !== null && host.tcb.state !== 'CLOSED') return null;
        return openPassive(this.#newConnection(host, null));
      }
      case 'listen-for-peer': {
        const present = host.tcb;
        if (present !== null && present.state !== 'CLOSED') return 'connection already exists';
        return openPassive(this.#newConnection(host, null), { remote: 'specified' });
      }
      case 'connect':
        return openActive(this.#toOpen(host), this.#now);
      case 'connect-with-data':
        return openWithStream(host, this.#toOpen(host), call.bytes, this.#now);
      case 'send':
      case 'send-urgent':
      case 'send-unpushed':
        return sendStream(host, call.name, call.bytes, this.#now);
      case 'set-user-timeout':
        if (host.tcb === null || host.tcb.state === 'CLOSED') return 'connection does not exist';
        setUserTimeout(host.tcb, call.ms, this.#now);
        return null;
      case 'read':
        return this.#read(host, call.bytes);
      case 'stop-reading':
        host.reads = false;
        return null;
      case 'resume-reading':
        host.reads = true;
        if (host.tcb !== null && host.tcb.rcv.unreadBytes > 0) this.#read(host, host.tcb.rcv.unreadBytes);
        return null;
      case 'set-receive-buffer':
        this.#setUp(host, { window: call.bytes });
        if (host.tcb !== null) this.#setBuffer(host, host.tcb, call.bytes);
        return null;
      case 'close':
        return host.tcb === null ? 'connection does not exist' : close(host.tcb, this.#now);
      case 'close-fully':
        return host.tcb === null ? 'connection does not exist' : closeFully(host.tcb, this.#now);
      case 'abort':
        return host.tcb === null ? 'connection does not exist' : abort(host.tcb, this.#now);
      case 'crash':
        this.#crash(host);
        return null;
    }
  }

  /** The connection an active OPEN is for: the present one, which may be in LISTEN, or a new one. */
  #toOpen(host: Host): Tcb {
    const { tcb } = host;
    return tcb === null || tcb.state === 'CLOSED' ? this.#newConnection(host, null) : tcb;
  }

  #read(host: Host, bytes: number): string | null {
    if (host.tcb === null) return 'connection does not exist';
    const error = this.#hand(host, host.tcb, bytes);
    offerWindow(host.tcb);
    return error;
  }

  /** Now, or as soon as the SYN under way is answered. */
  #setBuffer(host: Host, tcb: Tcb, bytes: number): void {
    if (tcb.state === 'LISTEN') return;
    const now = canSetReceiveBuffer(tcb);
    host.bufferToCome = now ? null : bytes;
    if (now) setReceiveBuffer(tcb, bytes);
  }

  /** The host loses all memory of its connections, and nothing is sent (§3.5.1). */
  #crash(host: Host): void {
    const { tcb } = host;
    if (tcb === null) return;
    const from = tcb.state;
    host.ackedBefore += tcb.queue.start;
    host.tcb = null;
    host.alarm.clear();
    if (from === 'CLOSED') return;
    this.#recorder.state(host, from, 'CLOSED', this.#now);
    this.#conditions.happened({ kind: 'state', host: host.name, state: 'CLOSED' }, this.#now);
  }

  #newConnection(host: Host, reopens: Tcb | null): Tcb {
    if (host.tcb !== null) host.ackedBefore += host.tcb.queue.start;
    host.connections += 1;
    host.connection = host.connections;
    host.reopened = null;
    host.streamOffset = 0;
    host.bufferToCome = null;
    const connection = host.connections;
    const tcb: Tcb = createTcb({
      ...this.#setups.settings(host),
      ipVersion: host.endpoint.address.includes(':') ? 6 : 4,
      chooseIss: (now) => {
        host.isnsChosen += 1;
        return this.#setups.chooseIss(host, now, reopens);
      },
      emit: (effect) => this.#onEffect(host, tcb, effect, connection),
    });
    host.tcb = tcb;
    host.alarm.clear();
    return tcb;
  }

  // ---- what a host's TCP does -------------------------------------------------------------------------------

  #onEffect(host: Host, tcb: Tcb, effect: Effect, connection: number): void {
    switch (effect.kind) {
      case 'send':
        this.#transmit(host, effect.segment, effect.repeats, connection);
        break;
      case 'state':
        this.#recorder.state(host, effect.from, effect.to, this.#now);
        this.#conditions.happened({ kind: 'state', host: host.name, state: effect.to }, this.#now);
        if (effect.to === 'LISTEN') this.#inListen(host, tcb);
        break;
      case 'deliver':
        if (host.reads) this.#hand(host, tcb, effect.data.length);
        break;
      case 'signal':
        // That the peer has closed shows in the state, so often that it would only fill the trace.
        if (effect.signal !== 'connection closing') this.#recorder.signal(host, effect.signal, this.#now);
        break;
      case 'closed':
        break;
    }
  }

  /** RECEIVE: hands up to `bytes` received bytes to the application. */
  #hand(host: Host, tcb: Tcb, bytes: number): string | null {
    const received = receive(tcb, bytes);
    if (received.kind === 'error') return received.error;
    let length = 0;
    for (const part of received.parts) {
      this.#tap.delivered?.(host.name, host.connection, part);
      length += part.length;
    }
    if (length === 0) return null;
    host.receivedBytes += length;
    this.#recorder.deliver(host, length, this.#now);
    this.#conditions.counted('received', host.name, host.receivedBytes, this.#now);
    // RECEIVE stops at the end of urgent data; what follows takes another call.
    return length < bytes && tcb.rcv.unreadBytes > 0 ? this.#hand(host, tcb, bytes - length) : null;
  }

  #transmit(host: Host, segment: Segment, repeats: boolean, connection: number): void {
    const { name } = host;
    const n = this.#recorder.send(host, segment, repeats, connection, this.#now);
    this.#conditions.passed('sent', name, segment, this.#now);
    const passage = this.#network.carry(name, segment, this.#now);
    if (passage.kind === 'lost') {
      this.#recorder.lose(host, n, passage.cause, this.#now);
      this.#conditions.passed('lost', name, segment, this.#now);
      return;
    }
    const to = peerOf(name);
    const arriving = passage.marked ? { ...segment, ecn: CE } : segment;
    if (passage.marked) this.#recorder.mark(n);
    this.#queue.add(passage.arrivesMs, { kind: 'arrival', to, n, segment: arriving });
    for (const arrivesMs of passage.copyArrivesMs) {
      const copy = this.#recorder.copy(n, this.#now);
      this.#queue.add(arrivesMs, { kind: 'arrival', to, n: copy, segment: arriving });
    }
  }

  #forge(forgery: ForgedSegment): void {
    const tcbs = { client: this.hosts.client.tcb, server: this.hosts.server.tcb };
    const segment = forge(forgery, tcbs, this.#random.fork(`forgery/${this.#recorder.segmentCount}`));
    const n = this.#recorder.forge(this.hosts[forgery.from], segment, forgery.origin, this.#now);
    const arrivesMs = this.#network.forgedArrival(forgery.from, this.#now);
    this.#queue.add(arrivesMs, { kind: 'arrival', to: peerOf(forgery.from), n, segment });
  }
}
