/** Words in the first chunk: most runs are of a few segments. Each chunk is larger than the one before, up to a limit. */
const FIRST = 1 << 9;
const LARGEST = 1 << 14;

/** Of words: the edges of a range, for example. */
type Pair = readonly [number, number];

const real = new Float64Array(1);
const halves = new Uint32Array(real.buffer);

/**
 * Numbers in the order they were written, as entries that each begin with a head other than 0. They stand outside the
 * heap and are never moved: a long run writes millions, and the garbage collector need not carry them about.
 */
export class Journal {
  /** An entry is never split between two. What is left of a chunk is 0. */
  readonly #chunks: Uint32Array[] = [];
  #chunk: Uint32Array = new Uint32Array(FIRST);
  #at = 0;

  constructor() {
    this.#chunks.push(this.#chunk);
  }

  get chunks(): readonly Uint32Array[] {
    return this.#chunks;
  }

  /** Begins an entry of at most `words` words, the head included; a real number takes two. */
  begin(head: number, words: number): void {
    if (this.#at + words > this.#chunk.length) {
      this.#chunk = new Uint32Array(Math.max(words, Math.min(LARGEST, this.#chunk.length * 2)));
      this.#chunks.push(this.#chunk);
      this.#at = 0;
    }
    this.word(head);
  }

  /** Writes 0 .. 2^32-1. */
  word(value: number): void {
    this.#chunk[this.#at++] = value;
  }

  real(value: number): void {
    real[0] = value;
    this.word(halves[0] ?? 0);
    this.word(halves[1] ?? 0);
  }

  pair([first, second]: Pair): void {
    this.word(first);
    this.word(second);
  }

  pairs(pairs: readonly Pair[]): void {
    for (const pair of pairs) this.pair(pair);
  }
}

/** Reads a journal from its beginning. */
export class JournalReader {
  readonly #chunks: readonly Uint32Array[];
  #next = 0;
  #chunk: Uint32Array = new Uint32Array(0);
  #at = 0;

  constructor({ chunks }: Journal) {
    this.#chunks = chunks;
  }

  /** The head of the next entry; 0 after the last. */
  head(): number {
    for (let head = this.word(); ; head = this.word()) {
      if (head !== 0) return head;
      const chunk = this.#chunks[this.#next];
      if (chunk === undefined) return 0;
      this.#next += 1;
      this.#chunk = chunk;
      this.#at = 0;
    }
  }

  word(): number {
    return this.#chunk[this.#at++] ?? 0;
  }

  real(): number {
    halves[0] = this.word();
    halves[1] = this.word();
    return real[0] ?? 0;
  }

  pair(): Pair {
    return [this.word(), this.word()];
  }

  pairs(count: number): readonly Pair[] {
    const pairs: Pair[] = [];
    for (let i = 0; i < count; i++) pairs.push(this.pair());
    return pairs;
  }
}
