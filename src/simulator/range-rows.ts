import { Rows } from './rows.ts';

type Range = readonly [number, number];

/** Lists of ranges of sequence numbers, one behind the other. */
export class RangeRows {
  readonly #rows = new Rows(0, 2);

  /** Keeps a list; returns where it begins. */
  add(ranges: readonly Range[]): number {
    const begin = this.#rows.length;
    for (const [start, end] of ranges) {
      const row = this.#rows.add();
      this.#rows.setWord(row, 0, start);
      this.#rows.setWord(row, 1, end);
    }
    return begin;
  }

  /** Gives the tables back; nothing may be read after this. */
  release(): void {
    this.#rows.release();
  }

  /** The list of `count` that begins at `begin`. */
  read(begin: number, count: number): readonly Range[] {
    return Array.from({ length: count }, (_, at): Range => {
      return [this.#rows.word(begin + at, 0), this.#rows.word(begin + at, 1)];
    });
  }
}
