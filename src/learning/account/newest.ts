/**
 * The newest so many values of a long run. Values are kept with the newest last and cut back now and then, so that one
 * more costs the same however many are wanted; `values` gives them with the newest first.
 */
export class Newest<Value> {
  readonly #kept: Value[];
  readonly #most: number;

  /** `values` with the newest first. */
  constructor(values: readonly Value[], most: number) {
    this.#kept = values.toReversed();
    this.#most = most;
  }

  add(value: Value): void {
    this.#kept.push(value);
    if (this.#kept.length >= 4 * this.#most) this.#kept.splice(0, this.#kept.length - this.#most);
  }

  values(): readonly Value[] {
    return this.#kept.slice(-this.#most).reverse();
  }
}
