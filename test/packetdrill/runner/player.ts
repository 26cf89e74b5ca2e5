import { ACK, NO_DATA, PSH, type Segment } from '../../../src/tcp/segment.ts';
import { evaluate, namesIn } from './assertion.ts';
import { Endpoint, type SentSegment } from './endpoint.ts';
import { difference } from './match.ts';
import { notation } from './notation.ts';
import { Numbers } from './numbers.ts';
import { takeSent } from './offloaded.ts';
import { MalformedScript, Mismatch, Runaway } from './outcome.ts';
import { PendingCall } from './pending-call.ts';
import type { Packet, Script, ScriptEvent, SystemCall } from './script.ts';
import type { RunSettings } from './settings.ts';
import { Program } from './system-calls.ts';
import { infoValue } from './tcp-info.ts';
import { type Due, due, seconds, tolerance } from './timing.ts';

/** One play of a script against one endpoint. */
export class Player {
  readonly #script: Script;
  readonly #settings: RunSettings;
  readonly #endpoint = new Endpoint();
  readonly #program: Program;
  readonly #numbers = new Numbers();
  #pending: PendingCall | null = null;
  #previousMs = 0;

  constructor(script: Script, settings: RunSettings) {
    this.#script = script;
    this.#settings = settings;
    this.#program = new Program(this.#endpoint, () => ({
      conventions: { ...settings.conventions },
      mss: settings.mss,
      receiveBuffer: settings.receiveBuffer,
      ipVersion: settings.ipVersion,
      abortsOnClose: false,
    }));
  }

  /** Plays to the end. @throws Mismatch where the endpoint does not do what the script says */
  play(): void {
    for (const event of this.#script.events) {
      try {
        this.#happen(event);
      } catch (error) {
        if (error instanceof Runaway) throw new Mismatch(event.line, event.text, error.message);
        throw error;
      }
    }
    const last = this.#script.events.at(-1);
    if (last === undefined) return;
    this.#awaitPending();
    const [extra] = this.#settings.judgesRest ? this.#endpoint.sent : [];
    if (extra !== undefined) throw new Mismatch(last.line, 'nothing more after this line', this.#describe(extra));
  }

  #happen(event: ScriptEvent): void {
    const { action } = event;
    const time = due(event.when, this.#previousMs);
    if (action.kind === 'expect') {
      this.#expect(event, action.packet, time);
      return;
    }
    const at = time.earliestMs;
    if (at < this.#previousMs) throw new MalformedScript(event.line, 'this event lies before the one above it');
    this.#passTimeUntil(at);
    this.#previousMs = at;
    switch (action.kind) {
      case 'inject':
        this.#inject(action.packet);
        break;
      case 'call':
        this.#call(event, action.call, at);
        break;
      case 'assert':
        this.#assert(event);
        break;
      case 'shell':
        break; // taken into account before the start
    }
  }

  // ---- time ---------------------------------------------------------------------------------------------------

  /** Expires every timer up to `ms`. */
  #passTimeUntil(ms: number): void {
    for (let next = this.#endpoint.nextTimeout(); next !== null && next <= ms; next = this.#endpoint.nextTimeout()) {
      this.#expireNext();
    }
    this.#endpoint.wait(ms);
  }

  #expireNext(): void {
    this.#endpoint.expire();
    this.#react();
  }

  /** After anything happened: a call that waits may go on, then the endpoint sends what is due. */
  #react(): void {
    this.#pending?.tryAgain(this.#program, this.#endpoint.now);
    this.#endpoint.settle();
    this.#pending?.tryAgain(this.#program, this.#endpoint.now);
  }

  // ---- segments -----------------------------------------------------------------------------------------------

  #inject(packet: Packet): void {
    const { options, ecn } = packet;
    const segment: Segment = {
      seq: packet.seq,
      ack: packet.flags & ACK ? this.#numbers.meant(packet.ack) : 0,
      flags: packet.flags,
      window: packet.window ?? 0,
      urgent: packet.urgent,
      ecn: ecn === null || ecn === 'ect' ? 0 : ecn,
      options: options === 'any' ? {} : this.#numbers.meantOptions(options),
      data: packet.length === 0 ? NO_DATA : new Uint8Array(packet.length),
    };
    this.#endpoint.deliver(segment);
    this.#react();
  }

  #expect(event: ScriptEvent, packet: Packet, time: Due): void {
    const slack = tolerance(this.#settings, time.latestMs - this.#previousMs);
    const latest = time.latestMs + slack;
    while (this.#endpoint.sent.length === 0) {
      const next = this.#endpoint.nextTimeout();
      if (next === null || next > latest) {
        throw new Mismatch(event.line, event.text, `nothing sent by ${seconds(Math.max(latest, this.#endpoint.now))}`);
      }
      this.#expireNext();
    }
    const sent = takeSent(this.#endpoint.sent, packet.length);
    if (sent === null) return;
    this.#numbers.learn(sent.segment, packet);
    const wrong = difference(packet, sent.segment, this.#numbers, sent.pieces > 1 ? ~PSH : ~0);
    if (wrong !== null) throw new Mismatch(event.line, event.text, `${this.#describe(sent)}: another ${wrong}`);
    if (sent.ms < time.earliestMs - slack || sent.ms > latest) {
      const wanted =
        time.atMs === null ? `${seconds(time.earliestMs)} to ${seconds(time.latestMs)}` : seconds(time.atMs);
      throw new Mismatch(event.line, `${event.text} (at ${wanted})`, this.#describe(sent));
    }
    this.#previousMs = time.atMs ?? sent.ms;
    this.#passTimeUntil(this.#previousMs);
  }

  #describe(sent: SentSegment): string {
    this.#numbers.learnUnexpected(sent.segment);
    return `${notation(sent.segment, this.#numbers)} at ${seconds(sent.ms)}`;
  }

  // ---- calls and assertions -----------------------------------------------------------------------------------

  #call(event: ScriptEvent, call: SystemCall, at: number): void {
    this.#awaitPending();
    // The end of a call is on the scale of its beginning: relative to the event before, or absolute.
    const base = event.when.kind === 'relative' ? at - event.when.ms : 0;
    const until = call.endMs === null ? at : base + call.endMs;
    if (until < at) throw new MalformedScript(event.line, 'a call that ends before it begins');
    const slack = tolerance(this.#settings, until - at);
    this.#pending = new PendingCall(event, call, { endsMs: until, slackMs: slack });
    this.#react();
    // A call without a range of times is over before the next event.
    if (call.endMs === null) this.#awaitPending();
  }

  /** The call that waits, if any, must return now or within its tolerance. */
  #awaitPending(): void {
    const pending = this.#pending;
    if (pending === null) return;
    while (!pending.returned) {
      const next = this.#endpoint.nextTimeout();
      if (next === null || next > pending.latestMs) break;
      this.#expireNext();
    }
    pending.finish();
    this.#pending = null;
  }

  #assert(event: ScriptEvent): void {
    if (event.action.kind !== 'assert') return;
    const connection = this.#endpoint.current;
    for (const { condition, line, text } of event.action.assertions) {
      if (connection === null) throw new Mismatch(line, text, 'no connection');
      const { tcb } = connection;
      if (evaluate(condition, (name) => infoValue(tcb, name)) !== 0) continue;
      const names = namesIn(condition).filter((name) => name.startsWith('tcpi_'));
      throw new Mismatch(line, text, names.map((name) => `${name} = ${infoValue(tcb, name)}`).join(', '));
    }
  }
}
