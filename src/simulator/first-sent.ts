import { ACK, FIN, RST, type Segment, SYN, segmentLength } from '../tcp/segment.ts';

/** The bits that tell segments apart; the others may differ when one goes again (URG, PSH, ECE, CWR). */
const IDENTIFYING = FIN | SYN | RST | ACK;

/** Knows the number of the first segment that a host sent with a sequence number and flags in its present connection. */
export class FirstSent {
  #connection = 0;
  /** By flags, then by sequence number as a signed integer, which makes a cheap key. */
  #numbers: (Map<number, number> | undefined)[] = [];

  /**
   * Segment number `n` is sent in connection number `connection`. Returns the first one with its sequence number and
   * flags; null if this is it, or if it has no length: such are never sent again.
   */
  before(segment: Segment, connection: number, n: number): number | null {
    if (segmentLength(segment) === 0) return null;
    if (connection !== this.#connection) {
      this.#connection = connection;
      this.#numbers = [];
    }
    const flags = segment.flags & IDENTIFYING;
    this.#numbers[flags] ??= new Map();
    const numbers = this.#numbers[flags];
    const first = numbers?.get(segment.seq | 0);
    if (first !== undefined) return first;
    numbers?.set(segment.seq | 0, n);
    if (flags & SYN && segment.data.length > 0) {
      // Data of a SYN goes again without it.
      this.#numbers[ACK] ??= new Map();
      this.#numbers[ACK].set((segment.seq + 1) | 0, n);
    }
    return null;
  }
}
