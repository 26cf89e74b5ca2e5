import { seqGe, seqGt, seqLe, seqLt, seqMax } from '../../tcp/sequence.ts';
import type { LogBudget } from './sent-log.ts';

/** So many ranges are always kept, and so many at most while the budget has room: beyond that the lowest is given up. */
const ALWAYS = 16;
const MOST = 256;

/** A range [from, to) of sequence numbers, with something known of all of it. */
export interface Range<Known> {
  from: number;
  to: number;
  known: Known;
}

/** Disjoint ranges of sequence numbers that lie less than 2^31 apart, lowest first. */
export class Ranges<Known> {
  readonly #budget: LogBudget;
  #list: Range<Known>[] = [];
  /** What it took of the budget. */
  #taken = 0;

  constructor(budget: LogBudget) {
    this.#budget = budget;
  }

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
    const highest = this.#list.at(-1);
    if (highest === undefined || seqGe(from, highest.to)) this.#list.push({ from, to, known });
    else this.#addBetween(from, to, known);
    this.#keepBound();
  }

  #addBetween(from: number, to: number, known: Known): void {
    let at = from;
    const added: Range<Known>[] = [];
    for (const range of this.#list) {
      if (seqLe(range.to, at) || seqGe(range.from, to)) continue;
      if (seqLt(at, range.from)) added.push({ from: at, to: range.from, known });
      at = seqMax(at, range.to);
    }
    if (seqLt(at, to)) added.push({ from: at, to, known });
    if (added.length > 0) this.#list = [...this.#list, ...added].sort((a, b) => (a.from - b.from) | 0);
  }

  #keepBound(): void {
    while (this.#list.length > ALWAYS + this.#taken) {
      if (this.#list.length > MOST || this.#budget.left <= 0) this.#list.shift();
      else {
        this.#budget.left--;
        this.#taken++;
      }
    }
  }

  /** Takes [from, to) out. */
  remove(from: number, to: number): void {
    const [lowest, highest] = [this.#list[0], this.#list.at(-1)];
    if (lowest === undefined || highest === undefined) return;
    if (seqLe(to, lowest.from) || seqGe(from, highest.to)) return;
    const left: Range<Known>[] = [];
    for (const range of this.#list) {
      if (seqLe(range.to, from) || seqGe(range.from, to)) {
        left.push(range);
        continue;
      }
      if (seqLt(range.from, from)) left.push({ ...range, to: from });
      if (seqGt(range.to, to)) left.push({ ...range, from: to });
    }
    this.#list = left;
    this.#keepBound();
  }

  /** How many numbers of [from, to) are in ranges. */
  covered(from: number, to: number): number {
    let count = 0;
    for (const range of this.#list) {
      if (seqGe(range.from, to)) break;
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

  /** Forgets all, and gives back what it took of the budget. */
  clear(): void {
    this.#budget.left += this.#taken;
    this.#taken = 0;
    if (this.#list.length > 0) this.#list = [];
  }
}
