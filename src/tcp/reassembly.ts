import { seqAdd, seqDistance, seqGt, seqLe, seqLt } from './sequence.ts';

interface HeldRange {
  readonly seq: number;
  readonly data: Uint8Array;
}

/** What lies above a gap and waits for it to be filled (RFC 9293 §3.10.7.4, SHLD-31). */
export class Reassembly {
  /** Non-overlapping, in sequence order. */
  #ranges: HeldRange[] = [];
  #fin: number | null = null;

  /** Sequence number of a FIN that arrived above a gap, or null. */
  get fin(): number | null {
    return this.#fin;
  }

  get isEmpty(): boolean {
    return this.#ranges.length === 0 && this.#fin === null;
  }

  /** The held ranges as [start, end) with adjacent ones joined. */
  ranges(): [number, number][] {
    const out: [number, number][] = [];
    for (const { seq, data } of this.#ranges) {
      const last = out.at(-1);
      const end = seqAdd(seq, data.length);
      if (last !== undefined && last[1] === seq) last[1] = end;
      else out.push([seq, end]);
    }
    return out;
  }

  /** Keeps the bytes of `data` not already held; what is held first stays. */
  hold(seq: number, data: Uint8Array): void {
    let start = seq;
    let rest = data;
    const out: HeldRange[] = [];
    for (const range of this.#ranges) {
      const rangeEnd = seqAdd(range.seq, range.data.length);
      if (rest.length > 0 && seqLt(start, range.seq)) {
        const before = Math.min(rest.length, seqDistance(start, range.seq));
        out.push({ seq: start, data: rest.subarray(0, before) });
        rest = rest.subarray(before);
        start = seqAdd(start, before);
      }
      out.push(range);
      if (rest.length > 0 && seqLt(start, rangeEnd)) {
        const overlap = Math.min(rest.length, seqDistance(start, rangeEnd));
        rest = rest.subarray(overlap);
        start = seqAdd(start, overlap);
      }
    }
    if (rest.length > 0) out.push({ seq: start, data: rest });
    this.#ranges = out;
  }

  /** Remembers that a FIN stands at `seq`. */
  holdFin(seq: number): void {
    this.#fin = seq;
  }

  /** Takes out everything that is contiguous from `next` on, in order; older bytes are dropped. */
  takeFrom(next: number): Uint8Array[] {
    const out: Uint8Array[] = [];
    let nxt = next;
    for (;;) {
      const first = this.#ranges[0];
      if (first === undefined || seqGt(first.seq, nxt)) break;
      this.#ranges.shift();
      const end = seqAdd(first.seq, first.data.length);
      if (seqLe(end, nxt)) continue;
      const fresh = first.data.subarray(seqDistance(first.seq, nxt));
      out.push(fresh);
      nxt = end;
    }
    return out;
  }
}
