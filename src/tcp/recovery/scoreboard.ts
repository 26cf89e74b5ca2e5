import { firstReaching } from '../bisect.ts';
import { seqDistance, seqGe, seqGt, seqLe, seqLt, seqMax } from '../sequence.ts';

/** [start, end) that the peer holds above a gap. */
interface SackedRange {
  start: number;
  end: number;
}

/** DupThresh of RFC 6675 §2: so many duplicate ACKs, or SACKed pieces above, mean a loss. */
export const DUP_THRESH = 3;

/**
 * What the peer has told by SACK blocks that it holds (the scoreboard of RFC 6675 §3). Everything in it lies between
 * SND.UNA and SND.NXT; a cumulative ACK or a retransmission timeout takes it away again, never a later block
 * (RFC 2018 §8: until it is acknowledged the receiver may still discard it).
 */
export class Scoreboard {
  /** In order, with a gap between any two. */
  #ranges: SackedRange[] = [];
  #bytes = 0;

  /** Octets SACKed. */
  get bytes(): number {
    return this.#bytes;
  }

  /** One past the highest SACKed number, or null. */
  get highest(): number | null {
    const last = this.#ranges[this.#ranges.length - 1];
    return last === undefined ? null : last.end;
  }

  /** The SACKed ranges in order, [start, end). */
  ranges(): (readonly [number, number])[] {
    return this.#ranges.map(({ start, end }) => [start, end]);
  }

  /** Marks [start, end) as SACKed. Returns how many of its octets were not before. */
  add(start: number, end: number): number {
    const ranges = this.#ranges;
    const from = firstReaching(this.#ranges, start);
    let after = from;
    let known = 0;
    let low = start;
    let high = end;
    for (let next = ranges[after]; next !== undefined && seqLe(next.start, end); next = ranges[after]) {
      known += seqDistance(next.start, next.end);
      if (seqLt(next.start, low)) low = next.start;
      high = seqMax(high, next.end);
      after += 1;
    }
    const added = seqDistance(low, high) - known;
    if (added === 0) return 0;
    this.#bytes += added;
    const range = ranges[from];
    if (range !== undefined && after === from + 1) {
      range.start = low;
      range.end = high;
    } else ranges.splice(from, after - from, { start: low, end: high });
    return added;
  }

  /** SND.UNA has moved to `una`: forgets what lies below. */
  advance(una: number): void {
    let passed = 0;
    for (const range of this.#ranges) {
      if (seqGt(range.end, una)) {
        if (seqLt(range.start, una)) {
          this.#bytes -= seqDistance(range.start, una);
          range.start = una;
        }
        break;
      }
      this.#bytes -= seqDistance(range.start, range.end);
      passed += 1;
    }
    if (passed > 0) this.#ranges.splice(0, passed);
  }

  /** Forgets everything: after a timeout the peer may have discarded it (RFC 2018 §8). */
  clear(): void {
    this.#ranges = [];
    this.#bytes = 0;
  }

  /** SACKed octets below `seq`. */
  bytesBelow(seq: number): number {
    let bytes = 0;
    for (const { start, end } of this.#ranges) {
      if (seqGe(start, seq)) break;
      bytes += seqDistance(start, seqLt(end, seq) ? end : seq);
    }
    return bytes;
  }

  /** The first number from `seq` on that is not SACKed. */
  nextHole(seq: number): number {
    const range = this.#ranges[firstReaching(this.#ranges, seq)];
    return range !== undefined && seqLe(range.start, seq) ? range.end : seq;
  }

  /** Where the SACKed octets above `seq` begin, or null if there are none. */
  nextSacked(seq: number): number | null {
    for (let i = firstReaching(this.#ranges, seq); i < this.#ranges.length; i++) {
      const range = this.#ranges[i];
      if (range !== undefined && seqGt(range.start, seq)) return range.start;
    }
    return null;
  }

  /** One past the highest octet below `nxt` that is not SACKed. */
  topHole(nxt: number): number {
    const last = this.#ranges[this.#ranges.length - 1];
    return last !== undefined && last.end === nxt ? last.start : nxt;
  }

  /**
   * IsLost (RFC 6675 §4): every octet below the result that is not SACKed is taken for lost, since DupThresh SACKed
   * pieces, or more than (DupThresh - 1) * SMSS SACKed octets, lie above it. Null: none is.
   */
  lossEdge(smss: number): number | null {
    let bytes = 0;
    const count = this.#ranges.length;
    for (let i = count - 1; i >= 0; i--) {
      const range = this.#ranges[i];
      if (range === undefined) break;
      bytes += seqDistance(range.start, range.end);
      if (count - i >= DUP_THRESH || bytes > (DUP_THRESH - 1) * smss) return range.start;
    }
    return null;
  }
}
