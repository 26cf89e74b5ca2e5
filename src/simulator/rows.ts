/** Rows of the first chunk, and of every one once there are many. */
const FEW = 32;
const MANY = 1024;
const SHIFT = 10;

interface Chunk {
  readonly floats: Float64Array;
  readonly words: Uint32Array;
}

function chunkOf(rows: number, floats: number, words: number): Chunk {
  const buffer = new ArrayBuffer(rows * (8 * floats + 4 * words));
  return {
    floats: new Float64Array(buffer, 0, rows * floats),
    words: new Uint32Array(buffer, 8 * rows * floats, rows * words),
  };
}

/**
 * A table that grows at its end, each row with the same number of floats and of 32-bit words. It lies outside the heap:
 * what a long run records would otherwise be millions of small objects, which the garbage collector carries about.
 */
export class Rows {
  /** Of a row. */
  readonly #floats: number;
  readonly #words: number;
  readonly #chunks: Chunk[] = [];
  #room = 0;
  length = 0;
  /** The chunk of the row added last, and where that row begins in it: it is filled in through these, without a look-up. */
  floats: Float64Array = new Float64Array(0);
  words: Uint32Array = new Uint32Array(0);
  floatAt = 0;
  wordAt = 0;

  constructor(floats: number, words: number) {
    this.#floats = floats;
    this.#words = words;
  }

  /** Adds a row of zeros; returns its index. */
  add(): number {
    const row = this.length;
    if (row === this.#room) this.#grow();
    else {
      this.floatAt += this.#floats;
      this.wordAt += this.#words;
    }
    this.length = row + 1;
    return row;
  }

  float(row: number, column: number): number {
    return this.#chunks[row >>> SHIFT]?.floats[(row & (MANY - 1)) * this.#floats + column] ?? 0;
  }

  setFloat(row: number, column: number, value: number): void {
    const chunk = this.#chunks[row >>> SHIFT];
    if (chunk !== undefined) chunk.floats[(row & (MANY - 1)) * this.#floats + column] = value;
  }

  word(row: number, column: number): number {
    return this.#chunks[row >>> SHIFT]?.words[(row & (MANY - 1)) * this.#words + column] ?? 0;
  }

  /** `value` is an integer, 0 to 2^32-1. */
  setWord(row: number, column: number, value: number): void {
    const chunk = this.#chunks[row >>> SHIFT];
    if (chunk !== undefined) chunk.words[(row & (MANY - 1)) * this.#words + column] = value;
  }

  /** Only the first chunk starts small and is copied when it is full: most runs are short, and need no more. */
  #grow(): void {
    const [first] = this.#chunks;
    if (first === undefined || this.#room < MANY) {
      const rows = first === undefined ? FEW : Math.min(MANY, this.#room * 4);
      const larger = chunkOf(rows, this.#floats, this.#words);
      if (first !== undefined) {
        larger.floats.set(first.floats);
        larger.words.set(first.words);
      }
      this.#chunks[0] = larger;
      this.#room = rows;
    } else {
      this.#chunks.push(chunkOf(MANY, this.#floats, this.#words));
      this.#room += MANY;
    }
    const chunk = this.#chunks[this.length >>> SHIFT];
    if (chunk === undefined) return;
    this.floats = chunk.floats;
    this.words = chunk.words;
    this.floatAt = (this.length & (MANY - 1)) * this.#floats;
    this.wordAt = (this.length & (MANY - 1)) * this.#words;
  }
}
