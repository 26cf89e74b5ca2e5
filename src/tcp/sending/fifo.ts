/** First in, first out: adding to the end and taking from the front take the same time however long the queue is. */
export class Fifo<T> {
  /** A ring, its size a power of two: the item at `index` stands at (#head + index) modulo that size. */
  #ring: (T | undefined)[] = new Array(16).fill(undefined);
  #head = 0;
  #length = 0;

  get length(): number {
    return this.#length;
  }

  /** The item at `index` >= 0, counted from the front; undefined beyond the end. */
  at(index: number): T | undefined {
    return index < this.#length ? this.#ring[(this.#head + index) & (this.#ring.length - 1)] : undefined;
  }

  push(item: T): void {
    if (this.#length === this.#ring.length) this.#grow();
    this.#ring[(this.#head + this.#length) & (this.#ring.length - 1)] = item;
    this.#length += 1;
  }

  /** Takes the item at the front; undefined when there is none. */
  shift(): T | undefined {
    if (this.#length === 0) return undefined;
    const item = this.#ring[this.#head];
    this.#ring[this.#head] = undefined;
    this.#head = (this.#head + 1) & (this.#ring.length - 1);
    this.#length -= 1;
    return item;
  }

  #grow(): void {
    const inOrder = [...this.#ring.slice(this.#head), ...this.#ring.slice(0, this.#head)];
    this.#ring = inOrder.concat(new Array(inOrder.length).fill(undefined));
    this.#head = 0;
  }
}
