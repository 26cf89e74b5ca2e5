import { seqGe, seqGt, seqLe, seqLt, seqMax } from '../../tcp/sequence.ts';

/** More parts than this are not told apart: the oldest is given up. */
const MOST = 256;

/** A range [from, to) of sequence numbers, with something known of all of it. */
export interface Range<Known> {
  from: number;
  to: number;
  known: Known;
}

/** Disjoint ranges of sequence numbers that lie less than 2^31 apart, lowest first. */
export class Ranges<Known> {
  #list: Range<Known>[] = [];

  get isEmpty(): boolean {
    return this.#list.length === 0;
  }

  /** The lowest range. */
  get first(): Readonly<Range<Known>> | undefined {
    return this.#list[0];
  }

  get list(): readonly Readonly<Range<Known>>[] {
    return this.#list;
  }

  /** Adds what of [from, to) is in no range yet. Ranges that touch stay apart, for what is known of them may differ. */
  add(from: number, to: number, known: Known): void {
    let at = from;
    const added: Range<Known>[] = [];
    for (const range of this.#list) {
      if (seqLe(range.to, at) || seqGe(range.from, to)) continue;
      if (seqLt(at, range.from)) added.push({ from: at, to: range.from, known });
      at = seqMax(at, range.to);
    }
    if (seqLt(at, to)) added.push({ from: at, to, known });
    if (added.length === 0) return;
    this.#list = [...this.#list, ...added].sort((a, b) => (a.from - b.from) | 0);
    if (this.#list.length > MOST) this.#list.splice(0, this.#list.length - MOST);
  }

  /** Takes [from, to) out. */
  remove(from: number, to: number): void {
    if (this.#list.length === 0) return;
    const left: Range<Known>[] = [];
    for (const range of this.#list) {
      if (seqLe(range.to, from) || seqGe(range.from, to)) {
        left.push(range);
        continue;
      }
      if (seqLt(range.from, from)) left.push({ ...range, to: from });
      if (seqGt(range.to, to)) left.push({ ...range, from: to });
    }
    this.#list = left.length > MOST ? left.slice(left.length - MOST) : left;
  }

  /** How many numbers of [from, to) are in ranges. */
  covered(from: number, to: number): number {
    let count = 0;
    for (const range of this.#list) {
      const low = seqMax(range.from, from);
      const high = seqLt(range.to, to) ? range.to : to;
      if (seqLt(low, high)) count += (high - low) >>> 0;
    }
    return count;
  }

  /** The lowest range that holds any of [from, to). */
  at(from: number, to: number): Readonly<Range<Known>> | undefined {
    return this.#list.find((range) => seqLt(range.from, to) && seqGt(range.to, from));
  }

  clear(): void {
    if (this.#list.length > 0) this.#list = [];
  }
}
