import { ACK, FIN, flagBits, RST, type Segment, SYN, segmentLength } from '../tcp/segment.ts';
import { seqAdd, seqGt, seqLe } from '../tcp/sequence.ts';
import type { TracedSegment } from '../trace/trace.ts';

/** The bits that tell segments apart; the others may differ when one goes again (URG, PSH, ECE, CWR). */
const IDENTIFYING = FIN | SYN | RST | ACK;

/** Knows which segment of a host's present connection was the first with its sequence number and flags. */
export class FirstSent {
  readonly #segments: readonly TracedSegment[];
  #connection = 0;
  /** The numbers (n) of segments that each began beyond all before, so that they are in order of SEG.SEQ. */
  #inOrder: number[] = [];
  /** The number of each other one that was the first of its kind, such as a SYN that became a SYN,ACK. */
  readonly #others = new Map<number, number>();

  /** `segments` are those of the trace; n counts them from 1. */
  constructor(segments: readonly TracedSegment[]) {
    this.#segments = segments;
  }

  /**
   * Segment number `n` is sent in connection number `connection`. Returns the first one with its sequence number and
   * flags, or for a piece of an earlier segment, sent again with less room, that one; null if this is the first, or if it
   * has no length: such are never sent again.
   */
  before(segment: Segment, connection: number, n: number): number | null {
    if (segmentLength(segment) === 0) return null;
    if (connection !== this.#connection) {
      this.#connection = connection;
      this.#inOrder = [];
      this.#others.clear();
    }
    const { seq } = segment;
    const flags = segment.flags & IDENTIFYING;
    const other = this.#others.size === 0 ? undefined : this.#others.get(keyOf(seq, flags));
    if (other !== undefined) return other;
    const latest = this.#inOrderAt(this.#inOrder.length - 1);
    if (latest === undefined || seqGt(seq, latest.seq)) {
      if (latest !== undefined && liesWithin(seq, latest)) return latest.n;
      this.#inOrder.push(n);
    } else {
      const first = this.#latestUpTo(seq);
      if (first?.seq === seq && (flagBits(first.flags) & IDENTIFYING) === flags) return first.n;
      if (first !== undefined && liesWithin(seq, first)) return first.n;
      this.#others.set(keyOf(seq, flags), n);
    }
    // Data of a SYN goes again without it.
    if (flags & SYN && segment.data.length > 0) this.#others.set(keyOf(seqAdd(seq, 1), ACK), n);
    return null;
  }

  /** Of the segments in order the last that begins at `seq` or before, by bisection. */
  #latestUpTo(seq: number): TracedSegment | undefined {
    let low = 0;
    let high = this.#inOrder.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      const there = this.#inOrderAt(middle);
      if (there !== undefined && seqLe(there.seq, seq)) low = middle;
      else high = middle - 1;
    }
    return this.#inOrderAt(low);
  }

  #inOrderAt(index: number): TracedSegment | undefined {
    return this.#segments[(this.#inOrder[index] ?? 0) - 1];
  }
}

/** `seq` is one of a segment's numbers, but not where it begins. */
function liesWithin(seq: number, { seq: begin, len, flags }: TracedSegment): boolean {
  const length = len + (flags.includes('SYN') ? 1 : 0) + (flags.includes('FIN') ? 1 : 0);
  return seqGt(seq, begin) && seqGt(seqAdd(begin, length), seq);
}

function keyOf(seq: number, flags: number): number {
  return seq * 0x100 + flags;
}
