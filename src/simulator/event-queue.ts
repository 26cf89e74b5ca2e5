import { Fifo } from '../tcp/sending/fifo.ts';

interface Entry<T> {
  readonly ms: number;
  readonly order: number;
  readonly item: T;
}

/**
 * A priority queue by virtual time; what was added first comes first at equal times. A path delivers in order, so most
 * of what is added comes after all that is there: that stands in a line, and only the rest needs a heap.
 */
export class EventQueue<T> {
  readonly #line = new Fifo<Entry<T>>();
  #endOfLine = 0;
  readonly #heap: Entry<T>[] = [];
  #orders = 0;

  get size(): number {
    return this.#line.length + this.#heap.length;
  }

  /** The place that something added now would have among what happens at the same time. */
  nextOrder(): number {
    return this.#orders++;
  }

  add(ms: number, item: T): void {
    const entry = { ms, order: this.nextOrder(), item };
    if (this.#line.length > 0 && ms < this.#endOfLine) {
      this.#rise(entry);
      return;
    }
    this.#line.push(entry);
    this.#endOfLine = ms;
  }

  /** The earliest item, which stays; null when there is none. */
  peek(): Entry<T> | null {
    const first = this.#line.at(0);
    const top = this.#heap[0];
    if (first === undefined || (top !== undefined && isBefore(top, first))) return top ?? null;
    return first;
  }

  /** Removes and returns the earliest item, or null when there is none. */
  take(): Entry<T> | null {
    const next = this.peek();
    if (next === null) return null;
    if (next === this.#heap[0]) this.#takeTop();
    else this.#line.shift();
    return next;
  }

  #rise(entry: Entry<T>): void {
    const heap = this.#heap;
    let at = heap.length;
    heap.push(entry);
    while (at > 0) {
      const parent = (at - 1) >> 1;
      const above = heap[parent];
      if (above === undefined || !isBefore(entry, above)) break;
      heap[at] = above;
      at = parent;
    }
    heap[at] = entry;
  }

  #takeTop(): void {
    const heap = this.#heap;
    const entry = heap.pop();
    if (entry === undefined || heap.length === 0) return;
    let at = 0;
    for (;;) {
      let child = 2 * at + 1;
      let below = heap[child];
      if (below === undefined) break;
      const right = heap[child + 1];
      if (right !== undefined && isBefore(right, below)) {
        child += 1;
        below = right;
      }
      if (!isBefore(below, entry)) break;
      heap[at] = below;
      at = child;
    }
    heap[at] = entry;
  }
}

/** Whether one comes before another: by time, then by which was there first. */
export function isBefore(a: { ms: number; order: number }, b: { ms: number; order: number }): boolean {
  return a.ms < b.ms || (a.ms === b.ms && a.order < b.order);
}
