import { ACK, flagNames, type Segment } from '../tcp/segment.ts';
import type { HostName, Origin, Snapshot, TracedSegment, TraceEvent } from '../trace/trace.ts';

type Mutable<T> = { -readonly [Key in keyof T]: T[Key] };

type EventOf<K extends TraceEvent['kind']> = Extract<TraceEvent, { kind: K }>;

/** Collects what happens into the parts of a Trace. */
export class Recorder {
  readonly segments: Mutable<TracedSegment>[] = [];
  readonly events: TraceEvent[] = [];
  /** The n of the first segment that a TCP sent with a number and flags, by host and connection. */
  readonly #firstSent = new Map<string, number>();

  /** Numbers a segment and keeps it; its fate is settled later. */
  add(
    from: HostName,
    segment: Segment,
    sentMs: number,
    about: { origin: Origin; repeats: number | null; connection: number },
  ): Mutable<TracedSegment> {
    const traced: Mutable<TracedSegment> = {
      n: this.segments.length + 1,
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
      ...about,
    };
    this.segments.push(traced);
    if (about.origin === 'tcp') {
      const key = identity(from, about.connection, segment);
      if (!this.#firstSent.has(key)) this.#firstSent.set(key, traced.n);
    }
    return traced;
  }

  /** The n of the segment that this one, sent again by `host` in this connection, repeats; or null. */
  originalOf(host: HostName, connection: number, segment: Segment): number | null {
    return this.#firstSent.get(identity(host, connection, segment)) ?? null;
  }

  /** Adds an event and returns it, so that what is known only afterwards can be filled in. */
  event<K extends TraceEvent['kind']>(event: EventOf<K>): Mutable<EventOf<K>> {
    this.events.push(event);
    return event;
  }

  /**
   * Processing of `cause` is over: it and all that it led to at its host happened in one instant, and that instant
   * left `after` behind.
   */
  settle(cause: TraceEvent, after: Snapshot | null): void {
    for (let index = this.events.lastIndexOf(cause); index < this.events.length; index++) {
      const event = this.events[index] as Mutable<TraceEvent> | undefined;
      if (event !== undefined && event.host === cause.host && event.kind !== 'lost') event.after = after;
    }
  }
}

function identity(host: HostName, connection: number, { seq, flags }: Segment): string {
  return `${host}/${connection}/${seq}/${flags}`;
}
