import { MOVING, MOVING_END } from './snapshot-columns.ts';

const WIDTH = MOVING_END - MOVING;
const LARGEST = 4096 * WIDTH;

/** Tables for the numbers of snapshots that move with every segment, a row a snapshot. */
export class MovingTables {
  /** The one that the latest row stands in. */
  latest: Float64Array;
  #end = 0;

  /** `rows` is how many rows there will be at most. */
  constructor(rows: number) {
    this.latest = new Float64Array(Math.min(LARGEST, rows * WIDTH));
  }

  /** Adds what moves of a whole row. Returns where it begins. */
  add(row: readonly number[]): number {
    if (this.#end === this.latest.length) {
      this.latest = new Float64Array(LARGEST);
      this.#end = 0;
    }
    const begin = this.#end;
    for (let column = MOVING; column < MOVING_END; column++) this.latest[this.#end++] = row[column] ?? 0;
    return begin;
  }
}
