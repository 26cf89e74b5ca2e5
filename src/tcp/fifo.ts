/** The items that are gone are cut off when they are at least so many, and half of all. */
const CUT = 64;

/** First in, first out: what stands at the front is taken in constant time, however long the queue is. */
export class Fifo<T> {
  /** Those before `#head` are gone. */
  readonly #items: (T | undefined)[] = [];
  #head = 0;

  get length(): number {
    return this.#items.length - this.#head;
  }

  /** The item at `index`, counted from the front; undefined beyond the end. */
  at(index: number): T | undefined {
    return this.#items[this.#head + index];
  }

  push(item: T): void {
    this.#items.push(item);
  }

  /** Takes the item at the front; undefined when there is none. */
  shift(): T | undefined {
    const item = this.#items[this.#head];
    if (this.length === 0) return item;
    this.#items[this.#head] = undefined;
    this.#head += 1;
    if (this.#head === this.#items.length) {
      this.#items.length = 0;
      this.#head = 0;
    } else if (this.#head >= CUT && 2 * this.#head >= this.#items.length) {
      this.#items.splice(0, this.#head);
      this.#head = 0;
    }
    return item;
  }
}
