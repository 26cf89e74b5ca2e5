import { firstReaching } from '../bisect.ts';
import { seqAdd, seqDistance, seqGe, seqGt, seqLe, seqLt, seqMax } from '../sequence.ts';

/** [start, end) in sequence space. */
export type SequenceRange = readonly [start: number, end: number];

const NOTHING: readonly Uint8Array[] = [];

/** Contiguous bytes, in the pieces they came in. */
interface HeldRange {
  seq: number;
  end: number;
  readonly parts: Uint8Array[];
  /** What `ranges` tells of it: one object as long as it does not grow, since a trace keeps it for every event. */
  told: SequenceRange | null;
}

/** What lies above a gap and waits for it to be filled (RFC 9293 §3.10.7.4, SHLD-31). */
export class Reassembly {
  /** In sequence order, with a gap before each. */
  readonly #ranges: HeldRange[] = [];
  #fin: number | null = null;
  /** What `ranges` answered last; null once that is out of date. */
  #told: readonly SequenceRange[] | null = [];

  /** Sequence number of a FIN that arrived above a gap, or null. */
  get fin(): number | null {
    return this.#fin;
  }

  get isEmpty(): boolean {
    return this.#ranges.length === 0 && this.#fin === null;
  }

  get holdsData(): boolean {
    return this.#ranges.length > 0;
  }

  /** The held ranges, adjacent ones joined, in order. The same array as long as nothing changes. */
  ranges(): readonly SequenceRange[] {
    this.#told ??= this.#ranges.map((range) => this.#tell(range));
    return this.#told;
  }

  /** The held range that `seq` lies in, or null. */
  rangeHolding(seq: number): SequenceRange | null {
    const range = this.#ranges[firstReaching(this.#ranges, seqAdd(seq, 1))];
    return range !== undefined && seqLe(range.seq, seq) ? this.#tell(range) : null;
  }

  /** The first part of [start, end) that is held already, or null. */
  firstHeldIn(start: number, end: number): SequenceRange | null {
    const range = this.#ranges[firstReaching(this.#ranges, seqAdd(start, 1))];
    if (range === undefined || seqGe(range.seq, end)) return null;
    return [seqMax(range.seq, start), seqLt(range.end, end) ? range.end : end];
  }

  #tell(range: HeldRange): SequenceRange {
    range.told ??= [range.seq, range.end];
    return range.told;
  }

  /** Keeps the bytes of `data` not already held; what is held first stays. */
  hold(seq: number, data: Uint8Array): void {
    if (data.length === 0) return;
    this.#told = null;
    const end = seqAdd(seq, data.length);
    const from = firstReaching(this.#ranges, seq);
    let after = from;
    for (let next = this.#ranges[after]; next !== undefined && seqLe(next.seq, end); next = this.#ranges[after]) {
      after += 1;
    }
    const range = this.#ranges[from];
    if (range === undefined || after === from) {
      this.#ranges.splice(from, 0, { seq, end, parts: [data], told: null });
      return;
    }
    range.told = null;
    if (seqLt(seq, range.seq)) {
      range.parts.unshift(data.subarray(0, seqDistance(seq, range.seq)));
      range.seq = seq;
    }
    for (const next of this.#ranges.splice(from + 1, after - from - 1)) {
      range.parts.push(data.subarray(seqDistance(seq, range.end), seqDistance(seq, next.seq)));
      for (const part of next.parts) range.parts.push(part);
      range.end = next.end;
    }
    if (seqLt(range.end, end)) {
      range.parts.push(data.subarray(seqDistance(seq, range.end)));
      range.end = end;
    }
  }

  /** Remembers that a FIN stands at `seq`. */
  holdFin(seq: number): void {
    this.#fin = seq;
  }

  /** Takes out everything that is contiguous from `next` on, in order; older bytes are dropped. */
  takeFrom(next: number): readonly Uint8Array[] {
    if (this.#ranges.length === 0) return NOTHING;
    const out: Uint8Array[] = [];
    let nxt = next;
    for (let first = this.#ranges[0]; first !== undefined && !seqGt(first.seq, nxt); first = this.#ranges[0]) {
      this.#ranges.shift();
      this.#told = null;
      let seq = first.seq;
      for (const part of first.parts) {
        const end = seqAdd(seq, part.length);
        if (seqGt(end, nxt)) {
          out.push(part.subarray(seqDistance(seq, nxt)));
          nxt = end;
        }
        seq = end;
      }
    }
    return out;
  }
}
