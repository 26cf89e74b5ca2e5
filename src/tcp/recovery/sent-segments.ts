import { firstReaching } from '../bisect.ts';
import { seqAdd } from '../sequence.ts';

/** A segment on the retransmission queue: sent, not yet fully acknowledged. */
export interface SentSegment {
  readonly seq: number;
  /** One past the last number it occupies, SYN and FIN included. */
  readonly end: number;
  /** Offset of its first data byte in the stream (see SendQueue). */
  readonly offset: number;
  readonly length: number;
  readonly syn: boolean;
  readonly fin: boolean;
  readonly psh: boolean;
  readonly firstSentMs: number;
  lastSentMs: number;
  transmissions: number;
  /** Sent again by the retransmission timer at least once: ssthresh is set only the first time (RFC 5681 §3.1). */
  timedOut: boolean;
}

/** What a segment is, apart from when and how often it was sent. */
type Content = Pick<SentSegment, 'seq' | 'end' | 'offset' | 'length' | 'syn' | 'fin' | 'psh'>;

/** A segment that is sent now for the first time. */
export function newlySent({ seq, end, offset, length, syn, fin, psh }: Content, now: number): SentSegment {
  return {
    seq,
    end,
    offset,
    length,
    syn,
    fin,
    psh,
    firstSentMs: now,
    lastSentMs: now,
    transmissions: 1,
    timedOut: false,
  };
}

/** Below this many segments taken off, the front of the array is not worth cutting away. */
const SLACK = 1024;

/** The retransmission queue, oldest first, without gaps in sequence space. */
export class SentSegments {
  #records: SentSegment[] = [];
  /** Where the queue begins in #records: taking segments off the front moves nothing. */
  #head = 0;

  get length(): number {
    return this.#records.length - this.#head;
  }

  get first(): SentSegment | undefined {
    return this.#records[this.#head];
  }

  get last(): SentSegment | undefined {
    return this.length === 0 ? undefined : this.#records[this.#records.length - 1];
  }

  push(record: SentSegment): void {
    this.#records.push(record);
  }

  dropFirst(): void {
    this.#head += 1;
    if (this.#head < SLACK || this.#head * 2 < this.#records.length) return;
    this.#records = this.#records.slice(this.#head);
    this.#head = 0;
  }

  /** The first `bytes` data bytes of the oldest segment are acknowledged: it goes on without them. */
  trimFirst(bytes: number): void {
    const record = this.first;
    if (record !== undefined) this.#records[this.#head] = part(record, bytes, record.length);
  }

  clear(): void {
    this.#records = [];
    this.#head = 0;
  }

  /** The segment that holds `seq`, or undefined when it lies above the queue. */
  holding(seq: number): SentSegment | undefined {
    return this.#records[this.#indexHolding(seq)];
  }

  /**
   * Cuts `length` data bytes out of a segment of the queue, `skip` bytes into it, to be a segment of their own; FIN and
   * PSH stay with its last byte. Returns the piece.
   */
  split(record: SentSegment, skip: number, length: number): SentSegment {
    const cuts = [0, skip, skip + length, record.length].filter((cut, i, all) => i === 0 || cut > (all[i - 1] ?? 0));
    const pieces = cuts.slice(1).map((to, i) => part(record, cuts[i] ?? 0, to));
    this.#records.splice(this.#indexHolding(record.seq), 1, ...pieces);
    return pieces[skip === 0 ? 0 : 1] ?? record;
  }

  #indexHolding(seq: number): number {
    return firstReaching(this.#records, seqAdd(seq, 1), this.#head);
  }
}

/** The data bytes from..to of a segment that was sent, as a segment. */
function part(record: SentSegment, from: number, to: number): SentSegment {
  const isLast = to === record.length;
  return {
    ...record,
    seq: seqAdd(record.seq, from),
    end: isLast ? record.end : seqAdd(record.seq, to),
    offset: record.offset + from,
    length: to - from,
    fin: record.fin && isLast,
    psh: record.psh && isLast,
  };
}
