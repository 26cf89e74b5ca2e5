import { firstReaching } from '../../tcp/bisect.ts';
import { ACK, FIN, RST, type Segment, SYN, segmentLength } from '../../tcp/segment.ts';
import { seqAdd, seqGe, seqLe } from '../../tcp/sequence.ts';

/** The bits that tell segments apart; the others may differ when one goes again (URG, PSH, ECE, CWR). */
const IDENTIFYING = FIN | SYN | RST | ACK;

/** Below this many acknowledged segments the front of the array is not worth cutting away. */
const SLACK = 1024;

/** A segment as it was first sent. */
interface Sent {
  readonly n: number;
  readonly seq: number;
  /** One past the last number it occupies. */
  readonly end: number;
  readonly flags: number;
}

/** Knows which segment of a host's present connection was the first with its sequence number and flags. */
export class FirstSent {
  #connection = 0;
  /** Those that each began beyond all before, so that they are in order. */
  #inOrder: Sent[] = [];
  /** Where those begin that may be sent again. */
  #head = 0;
  /** The number of each other one that was the first of its kind, such as a SYN that became a SYN,ACK. */
  readonly #others = new Map<number, number>();

  /**
   * Segment number `n` is sent in connection number `connection`, whose SND.UNA is `una`, where that is known. Returns
   * the number of the first one with its sequence number and flags, or for a piece of an earlier segment, sent again
   * with less room, of that one; null if this is the first, or if it has no length: such are never sent again.
   */
  before(segment: Segment, connection: number, n: number, una: number | null): number | null {
    const length = segmentLength(segment);
    if (length === 0) return null;
    if (connection !== this.#connection) this.#begin(connection);
    else if (una !== null) this.#forget(una);
    const { seq } = segment;
    const flags = segment.flags & IDENTIFYING;
    const other = this.#others.size === 0 ? undefined : this.#others.get(keyOf(seq, flags));
    if (other !== undefined) return other;
    const latest = this.#inOrder.at(-1);
    if (latest === undefined || seqGe(seq, latest.end)) {
      this.#inOrder.push({ n, seq, end: seqAdd(seq, length), flags });
    } else {
      const first = this.#inOrder[firstReaching(this.#inOrder, seqAdd(seq, 1), this.#head)];
      if (first !== undefined && seqLe(first.seq, seq) && (first.seq !== seq || first.flags === flags)) return first.n;
      this.#others.set(keyOf(seq, flags), n);
    }
    // Data of a SYN goes again without it.
    if (flags & SYN && segment.data.length > 0) this.#others.set(keyOf(seqAdd(seq, 1), ACK), n);
    return null;
  }

  #begin(connection: number): void {
    this.#connection = connection;
    this.#inOrder = [];
    this.#head = 0;
    this.#others.clear();
  }

  /** What is acknowledged is not sent again, but for the last byte of all: a keep-alive may carry it (§3.8.4). */
  #forget(una: number): void {
    for (let first = this.#inOrder[this.#head]; first !== undefined && seqLe(first.end, una); ) {
      if (this.#head === this.#inOrder.length - 1) break;
      this.#head += 1;
      first = this.#inOrder[this.#head];
    }
    if (this.#head < SLACK || this.#head * 2 < this.#inOrder.length) return;
    this.#inOrder = this.#inOrder.slice(this.#head);
    this.#head = 0;
  }
}

function keyOf(seq: number, flags: number): number {
  return seq * 0x100 + flags;
}
