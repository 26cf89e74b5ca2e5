/** Rows of a chunk. */
const ROWS = 1024;
const SHIFT = 10;

interface Chunk {
  readonly floats: Float64Array;
  readonly words: Uint32Array;
}

function chunkOf(floats: number, words: number): Chunk {
  const buffer = new ArrayBuffer(ROWS * (8 * floats + 4 * words));
  return {
    floats: new Float64Array(buffer, 0, ROWS * floats),
    words: new Uint32Array(buffer, 8 * ROWS * floats, ROWS * words),
  };
}

/**
 * Chunks that were given back, all zeros, by the width of their rows. Most runs are short and follow one another by the
 * thousand: they would spend more on new chunks than on what they record.
 */
const spare = new Map<number, Chunk[]>();

const NO_FLOATS = new Float64Array(0);
const NO_WORDS = new Uint32Array(0);

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
  floats: Float64Array = NO_FLOATS;
  words: Uint32Array = NO_WORDS;
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
    return this.#chunks[row >>> SHIFT]?.floats[(row & (ROWS - 1)) * this.#floats + column] ?? 0;
  }

  setFloat(row: number, column: number, value: number): void {
    const chunk = this.#chunks[row >>> SHIFT];
    if (chunk !== undefined) chunk.floats[(row & (ROWS - 1)) * this.#floats + column] = value;
  }

  word(row: number, column: number): number {
    return this.#chunks[row >>> SHIFT]?.words[(row & (ROWS - 1)) * this.#words + column] ?? 0;
  }

  /** `value` is an integer, 0 to 2^32-1. */
  setWord(row: number, column: number, value: number): void {
    const chunk = this.#chunks[row >>> SHIFT];
    if (chunk !== undefined) chunk.words[(row & (ROWS - 1)) * this.#words + column] = value;
  }

  /** Empties the table and gives its chunks back; only once nobody reads it any more. */
  release(): void {
    const returned = spare.get(this.#width) ?? [];
    spare.set(this.#width, returned);
    for (const [at, chunk] of this.#chunks.entries()) {
      const used = Math.min(ROWS, this.length - at * ROWS);
      chunk.floats.fill(0, 0, used * this.#floats);
      chunk.words.fill(0, 0, used * this.#words);
      if (returned.length < MOST_SPARE) returned.push(chunk);
    }
    this.#chunks.length = 0;
    this.#room = 0;
    this.length = 0;
  }

  get #width(): number {
    return this.#floats * 256 + this.#words;
  }

  #grow(): void {
    const chunk = spare.get(this.#width)?.pop() ?? chunkOf(this.#floats, this.#words);
    this.#chunks.push(chunk);
    this.#room += ROWS;
    this.floats = chunk.floats;
    this.words = chunk.words;
    this.floatAt = 0;
    this.wordAt = 0;
  }
}

/** Of one width: as many as the tables of a run or two need. */
const MOST_SPARE = 8;
