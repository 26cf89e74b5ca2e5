import { type Segment, segmentLength } from '../tcp/segment.ts';

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
    this.#numbers[segment.flags] ??= new Map();
    const numbers = this.#numbers[segment.flags];
    const first = numbers?.get(segment.seq | 0);
    if (first !== undefined) return first;
    numbers?.set(segment.seq | 0, n);
    return null;
  }
}
