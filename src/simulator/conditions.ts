import type { Segment } from '../tcp/segment.ts';
import type { HostName } from '../trace/trace.ts';
import type { Condition } from './condition.ts';
import type { EventQueue } from './event-queue.ts';
import type { Pending } from './pending.ts';
import { type Happening, Watches } from './watch.ts';

/** What waits for a condition, and how long after it. */
interface Awaiting {
  readonly pending: Pending;
  readonly afterMs: number;
}

/** What of a run waits for something to happen; when it has, it is ready, or in the queue for the time it still waits. */
export class Conditions {
  /** By what they wait for. */
  readonly #watches: Readonly<Record<Happening['kind'], Watches<Awaiting>>> = {
    state: new Watches(),
    received: new Watches(),
    acked: new Watches(),
    segment: new Watches(),
  };
  readonly #queue: EventQueue<Pending>;
  readonly #ready: Pending[] = [];

  constructor(queue: EventQueue<Pending>) {
    this.#queue = queue;
  }

  /** Lets `pending` wait for `when`, and `afterMs` longer. */
  await(when: Condition, afterMs: number, pending: Pending): void {
    if (when.kind === 'time') this.#queue.add(when.ms + afterMs, pending);
    else this.#watches[when.kind].add(when, { pending, afterMs });
  }

  happened(happening: Happening, nowMs: number): void {
    for (const { pending, afterMs } of this.#watches[happening.kind].met(happening)) {
      if (afterMs === 0) this.#ready.push(pending);
      else this.#queue.add(nowMs + afterMs, pending);
    }
  }

  /** Of the bytes of all its connections `host` has `total` received or acknowledged now. */
  counted(kind: 'received' | 'acked', host: HostName, total: number, nowMs: number): void {
    if (this.#watches[kind].length === 0) return;
    this.happened({ kind, host, total }, nowMs);
  }

  /** A segment that claims to be from a host is sent, arrives or is lost. */
  passed(event: 'sent' | 'arrived' | 'lost', from: HostName, { flags, data }: Segment, nowMs: number): void {
    if (this.#watches.segment.length === 0) return;
    this.happened({ kind: 'segment', event, from, flags, length: data.length }, nowMs);
  }

  /** Takes the first of what waits for nothing more; none if there is none. */
  takeReady(): Pending | undefined {
    return this.#ready.shift();
  }
}
