import { ACK, FIN, RST, type Segment, SYN, segmentLength } from '../tcp/segment.ts';
import { seqAdd, seqGt, seqLe } from '../tcp/sequence.ts';
import type { SegmentRows } from './segment-rows.ts';

/** The bits that tell segments apart; the others may differ when one goes again (URG, PSH, ECE, CWR). */
const IDENTIFYING = FIN | SYN | RST | ACK;

/** Knows which segment of a host's present connection was the first with its sequence number and flags. */
export class FirstSent {
  readonly #segments: SegmentRows;
  #connection = 0;
  /** The numbers (n) of segments that each began beyond all before, so that they are in order of SEG.SEQ. */
  #inOrder: number[] = [];
  /** The number of each other one that was the first of its kind, such as a SYN that became a SYN,ACK. */
  readonly #others = new Map<number, number>();

  /** `segments` are those of the trace. */
  constructor(segments: SegmentRows) {
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
    const latest = this.#inOrder.at(-1);
    if (latest === undefined || seqGt(seq, this.#segments.seq(latest))) {
      if (latest !== undefined && this.#liesWithin(seq, latest)) return latest;
      this.#inOrder.push(n);
    } else {
      const first = this.#latestUpTo(seq);
      if (this.#segments.seq(first) === seq && (this.#segments.flags(first) & IDENTIFYING) === flags) return first;
      if (this.#liesWithin(seq, first)) return first;
      this.#others.set(keyOf(seq, flags), n);
    }
    // Data of a SYN goes again without it.
    if (flags & SYN && segment.data.length > 0) this.#others.set(keyOf(seqAdd(seq, 1), ACK), n);
    return null;
  }

  /** Of the segments in order, of which there is one, the number of the last that begins at `seq` or before. */
  #latestUpTo(seq: number): number {
    let low = 0;
    let high = this.#inOrder.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (seqLe(this.#segments.seq(this.#inOrder[middle] ?? 0), seq)) low = middle;
      else high = middle - 1;
    }
    return this.#inOrder[low] ?? 0;
  }

  /** `seq` is one of the numbers of segment `n`, but not where it begins. */
  #liesWithin(seq: number, n: number): boolean {
    const begin = this.#segments.seq(n);
    return seqGt(seq, begin) && seqGt(seqAdd(begin, this.#segments.segmentLength(n)), seq);
  }
}

function keyOf(seq: number, flags: number): number {
  return seq * 0x100 + flags;
}
