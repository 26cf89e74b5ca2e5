import { abort } from '../tcp/calls/abort.ts';
import { close } from '../tcp/calls/close.ts';
import { openActive, openPassive } from '../tcp/calls/open.ts';
import { offerWindow, receive } from '../tcp/calls/receive.ts';
import { send } from '../tcp/calls/send.ts';
import { output } from '../tcp/output.ts';
import type { Segment } from '../tcp/segment.ts';
import { segmentArrives } from '../tcp/segment-arrives.ts';
import { SEQUENCE_SPACE } from '../tcp/sequence.ts';
import { createTcb, type Effect, enter, type Tcb } from '../tcp/tcb.ts';
import { issAbove, reopensTimeWait } from '../tcp/time-wait-reuse.ts';
import { nextTimeout, timeout } from '../tcp/timeouts.ts';
import { resetFor } from '../tcp/transmit.ts';
import { type Call, type HostName, peerOf, type Snapshot, type Trace } from '../trace/trace.ts';
import { amount } from './amount.ts';
import { EventQueue } from './event-queue.ts';
import { finishedTrace } from './finished-trace.ts';
import { forge } from './forge.ts';
import { ackedBytes, createHost, type Host } from './host.ts';
import { chooseIsn } from './isn-choice.ts';
import { Network } from './network.ts';
import { payload } from './payload.ts';
import { isStale, type Pending } from './pending.ts';
import { type Random, randomFrom } from './random.ts';
import { Recorder } from './recorder.ts';
import { conventionsFor, resolveActions, resolveEndpoint } from './resolve.ts';
import type { Forgery, Scenario } from './scenario.ts';
import { snapshotOf } from './snapshot.ts';
import type { Tap } from './tap.ts';
import { type Happening, Watch } from './watch.ts';

/** No run goes on beyond this many events, whatever its scenario asks for. */
const MOST_EVENTS = 200_000;

/** One play of a scenario: the event loop between two hosts, their applications and the network. */
export class Run {
  readonly #scenario: Scenario;
  readonly #seed: string;
  readonly #tap: Tap;
  readonly #random: Random;
  readonly #queue = new EventQueue<Pending>();
  readonly #network: Network;
  readonly #recorder = new Recorder();
  readonly #hosts: Readonly<Record<HostName, Host>>;
  readonly #watched: { readonly watch: Watch; readonly pending: Pending; readonly afterMs: number }[] = [];
  /** Actions whose condition has just come true and that wait for nothing more. */
  readonly #ready: Pending[] = [];
  #now = 0;

  constructor(scenario: Scenario, seed: string, tap: Tap) {
    this.#scenario = scenario;
    this.#seed = seed;
    this.#tap = tap;
    this.#random = randomFrom(seed);
    const sizes = this.#random.fork('sizes');
    this.#network = new Network(scenario.network, scenario.faults, this.#random.fork('network'));
    this.#hosts = {
      client: createHost('client', resolveEndpoint(scenario, scenario.client, sizes)),
      server: createHost('server', resolveEndpoint(scenario, scenario.server, sizes)),
    };
    for (const action of resolveActions(scenario.actions, sizes)) {
      this.#await(action.when, action.afterMs, { kind: 'action', action });
    }
    for (const forgery of scenario.forgeries) {
      this.#await(forgery.when, amount(forgery.afterMs, sizes), { kind: 'forgery', forgery });
    }
  }

  /** Plays until nothing is left to happen or a limit is reached. */
  toEnd(): Trace {
    let ended: Trace['ended'] = 'quiet';
    for (let next = this.#queue.take(); next !== null; next = this.#queue.take()) {
      if (isStale(next.item, next.ms)) continue;
      if (next.ms > this.#scenario.limitMs || this.#recorder.events.length > MOST_EVENTS) {
        ended = 'limit';
        break;
      }
      this.#now = next.ms;
      this.#handle(next.item);
      this.#doReady();
    }
    return finishedTrace(this.#scenario, this.#seed, this.#hosts, this.#recorder, ended);
  }

  #await(when: Forgery['when'], afterMs: number, pending: Pending): void {
    if (when.kind === 'time') this.#queue.add(when.ms + afterMs, pending);
    else this.#watched.push({ watch: new Watch(when), pending, afterMs });
  }

  #happened(happening: Happening): void {
    for (const { watch, pending, afterMs } of this.#watched) {
      if (!watch.sees(happening)) continue;
      if (afterMs === 0) this.#ready.push(pending);
      else this.#queue.add(this.#now + afterMs, pending);
    }
  }

  #doReady(): void {
    for (let next = this.#ready.shift(); next !== undefined; next = this.#ready.shift()) this.#handle(next);
  }

  #handle(pending: Pending): void {
    switch (pending.kind) {
      case 'arrival':
        this.#arrive(this.#hosts[pending.to], pending.n, pending.segment);
        break;
      case 'timer':
        this.#expire(pending.host, pending.tcb);
        break;
      case 'action':
        this.#act(this.#hosts[pending.action.host], pending.action.call);
        break;
      case 'forgery':
        this.#forge(pending.forgery);
        break;
    }
  }

  // ---- what happens to a host -------------------------------------------------------------------------------

  #arrive(host: Host, n: number, segment: Segment): void {
    const traced = this.#recorder.segments[n - 1];
    if (traced === undefined) return;
    traced.arrivedMs = this.#now;
    traced.fate = 'delivered';
    const event = this.#recorder.event<'arrive'>({
      kind: 'arrive',
      ms: this.#now,
      host: host.name,
      segment: n,
      notes: [],
      after: null,
    });
    const reused = this.#reuseTimeWait(host, segment);
    const tcb = this.#receiver(host);
    if (tcb === null) {
      const reset = resetFor(segment);
      event.notes = reset === null ? ['no-connection', 'rst-ignored'] : ['no-connection', 'rst-sent'];
      if (reset !== null) this.#transmit(host, reset, false, 0);
    } else {
      const acked = ackedBytes(host);
      const notes = segmentArrives(tcb, segment, this.#now);
      event.notes = reused ? ['time-wait-reused', ...notes] : notes;
      this.#recorder.settle(event, this.#snapshot(host));
      if (ackedBytes(host) > acked) this.#happened({ kind: 'acked', host: host.name, total: ackedBytes(host) });
    }
    this.#happened({
      kind: 'segment',
      event: 'arrived',
      from: peerOf(host.name),
      flags: segment.flags,
      length: segment.data.length,
    });
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

  /** MAY-2, condition 2: the SYN turned out to be an old duplicate, so the connection returns to TIME-WAIT. */
  #returnToTimeWait(host: Host): void {
    if (host.reopened === null) return;
    const { tcb, connection } = host.reopened;
    Object.assign(host, { tcb, connection, reopened: null, ackedBefore: host.ackedBefore - tcb.queue.start });
    enter(tcb, 'TIME-WAIT');
    this.#queue.add(Math.max(nextTimeout(tcb)?.at ?? 0, this.#now), { kind: 'timer', host, tcb });
  }

  #expire(host: Host, tcb: Tcb): void {
    const next = nextTimeout(tcb);
    if (next === null) return;
    const event = this.#recorder.event<'timer'>({
      kind: 'timer',
      ms: this.#now,
      host: host.name,
      timer: next.name,
      after: null,
    });
    timeout(tcb, next.name, this.#now);
    this.#recorder.settle(event, this.#snapshot(host));
    this.#finish(host, tcb);
  }

  #act(host: Host, call: Call): void {
    const event = this.#recorder.event<'call'>({
      kind: 'call',
      ms: this.#now,
      host: host.name,
      call,
      error: null,
      after: null,
    });
    event.error = this.#call(host, call);
    this.#recorder.settle(event, this.#snapshot(host));
    this.#finish(host, host.tcb);
  }

  /** After anything happened to a host: its application reacts, its TCP sends what is due, its timers are watched. */
  #finish(host: Host, tcb: Tcb | null): void {
    this.#doReady();
    if (tcb === null || host.tcb !== tcb) return;
    if (tcb.state !== 'CLOSED') output(tcb, this.#now);
    const next = nextTimeout(tcb);
    if (next !== null) this.#queue.add(Math.max(next.at, this.#now), { kind: 'timer', host, tcb });
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
      case 'connect': {
        const present = host.tcb;
        const free = present === null || present.state === 'CLOSED';
        return openActive(free ? this.#newConnection(host, null) : present, this.#now);
      }
      case 'send':
        return this.#send(host, call.bytes);
      case 'read':
        return this.#read(host, call.bytes);
      case 'stop-reading':
        host.reads = false;
        return null;
      case 'close':
        host.listening = host.listening && host.tcb?.state !== 'LISTEN';
        return host.tcb === null ? 'connection does not exist' : close(host.tcb, this.#now);
      case 'abort':
        return host.tcb === null ? 'connection does not exist' : abort(host.tcb, this.#now);
      case 'crash':
        this.#crash(host);
        return null;
    }
  }

  #send(host: Host, bytes: number): string | null {
    if (host.tcb === null) return 'connection does not exist';
    const error = send(host.tcb, payload(host.name, host.streamOffset, bytes));
    if (error !== null) return error;
    host.streamOffset += bytes;
    host.sentBytes += bytes;
    return null;
  }

  #read(host: Host, bytes: number): string | null {
    if (host.tcb === null) return 'connection does not exist';
    const error = this.#hand(host, host.tcb, bytes);
    offerWindow(host.tcb);
    return error;
  }

  /** The host loses all memory of its connections, and nothing is sent (§3.5.1). */
  #crash(host: Host): void {
    const { tcb } = host;
    host.listening = false;
    if (tcb === null) return;
    const from = tcb.state;
    host.ackedBefore += tcb.queue.start;
    host.tcb = null;
    if (from === 'CLOSED') return;
    this.#recorder.event({ kind: 'state', ms: this.#now, host: host.name, from, to: 'CLOSED', after: null });
    this.#happened({ kind: 'state', host: host.name, state: 'CLOSED' });
  }

  #newConnection(host: Host, reopens: Tcb | null): Tcb {
    if (host.tcb !== null) host.ackedBefore += host.tcb.queue.start;
    host.connections += 1;
    host.connection = host.connections;
    host.reopened = null;
    host.streamOffset = 0;
    const connection = host.connections;
    const tcb: Tcb = createTcb({
      conventions: conventionsFor(this.#scenario, host.endpoint),
      mss: host.endpoint.mss,
      receiveBuffer: host.endpoint.window,
      ipVersion: host.endpoint.address.includes(':') ? 6 : 4,
      timestampOffset: this.#timestampOffset(host),
      chooseIss: (now) => this.#chooseIss(host, now, reopens),
      emit: (effect) => this.#onEffect(host, tcb, effect, connection),
    });
    host.tcb = tcb;
    return tcb;
  }

  /** RFC 7323 §7.1: an offset that tells nothing of the host's uptime; the same for every incarnation (§5.4). */
  #timestampOffset(host: Host): number {
    return this.#random.fork(`timestamps/${host.name}`).int(0, SEQUENCE_SPACE - 1);
  }

  /** An ISS for `host`; above those of the connection that it reopens. */
  #chooseIss(host: Host, now: number, reopens: Tcb | null): number {
    host.isnsChosen += 1;
    const peer = this.#hosts[peerOf(host.name)].endpoint;
    const chance = this.#random.fork(`isn/${host.name}/${host.isnsChosen}`);
    const secret = `${this.#seed}/${host.name}`;
    const iss = chooseIsn(host.endpoint, peer, host.isnsChosen, now, { chance, secret });
    return reopens === null ? iss : issAbove(reopens, iss);
  }

  // ---- what a host's TCP does -------------------------------------------------------------------------------

  #onEffect(host: Host, tcb: Tcb, effect: Effect, connection: number): void {
    switch (effect.kind) {
      case 'send':
        this.#transmit(host, effect.segment, effect.repeats, connection);
        break;
      case 'state':
        this.#recorder.event({
          kind: 'state',
          ms: this.#now,
          host: host.name,
          from: effect.from,
          to: effect.to,
          after: this.#snapshot(host),
        });
        this.#happened({ kind: 'state', host: host.name, state: effect.to });
        if (effect.to === 'LISTEN') this.#returnToTimeWait(host);
        break;
      case 'deliver':
        if (host.reads) this.#hand(host, tcb, effect.data.length);
        break;
      case 'closed':
        break;
    }
  }

  /** RECEIVE: hands up to `bytes` received bytes to the application. */
  #hand(host: Host, tcb: Tcb, bytes: number): string | null {
    const received = receive(tcb, bytes);
    if (received.kind === 'error') return received.error;
    const { parts } = received;
    const length = parts.reduce((sum, part) => sum + part.length, 0);
    if (length === 0) return null;
    for (const part of parts) this.#tap.delivered?.(host.name, host.connection, part);
    host.receivedBytes += length;
    const after = this.#snapshot(host);
    this.#recorder.event({ kind: 'deliver', ms: this.#now, host: host.name, bytes: length, after });
    this.#happened({ kind: 'received', host: host.name, total: host.receivedBytes });
    return null;
  }

  #transmit(host: Host, segment: Segment, repeats: boolean, connection: number): void {
    const { name } = host;
    const original = repeats ? this.#recorder.originalOf(name, connection, segment) : null;
    const traced = this.#recorder.add(name, segment, this.#now, { origin: 'tcp', repeats: original, connection });
    this.#recorder.event({ kind: 'send', ms: this.#now, host: name, segment: traced.n, after: this.#snapshot(host) });
    const about = { from: name, flags: segment.flags, length: segment.data.length };
    this.#happened({ kind: 'segment', event: 'sent', ...about });
    const passage = this.#network.carry(name, segment.flags, segment.data.length, this.#now);
    if (passage.kind === 'lost') {
      traced.fate = 'lost';
      this.#recorder.event({ kind: 'lost', ms: this.#now, host: name, segment: traced.n, cause: passage.cause });
      this.#happened({ kind: 'segment', event: 'lost', ...about });
      return;
    }
    const to = peerOf(name);
    this.#queue.add(passage.arrivesMs, { kind: 'arrival', to, n: traced.n, segment });
    for (const arrivesMs of passage.copyArrivesMs) {
      const copy = this.#recorder.add(name, segment, this.#now, { origin: 'copy', repeats: traced.n, connection });
      this.#queue.add(arrivesMs, { kind: 'arrival', to, n: copy.n, segment });
    }
  }

  #forge(forgery: Forgery): void {
    const tcbs = { client: this.#hosts.client.tcb, server: this.#hosts.server.tcb };
    const segment = forge(forgery, tcbs, this.#random.fork(`forgery/${this.#recorder.segments.length}`));
    const host = this.#hosts[forgery.from];
    const traced = this.#recorder.add(forgery.from, segment, this.#now, {
      origin: forgery.origin,
      repeats: null,
      connection: 0,
    });
    this.#recorder.event({
      kind: 'send',
      ms: this.#now,
      host: host.name,
      segment: traced.n,
      after: this.#snapshot(host),
    });
    const arrivesMs = this.#network.forgedArrival(this.#now);
    this.#queue.add(arrivesMs, { kind: 'arrival', to: peerOf(forgery.from), n: traced.n, segment });
  }

  // ---- the trace --------------------------------------------------------------------------------------------

  #snapshot(host: Host): Snapshot | null {
    return host.tcb === null ? null : snapshotOf(host.tcb, host.connection);
  }
}
