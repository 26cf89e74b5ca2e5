import type { Move, ScenarioMove } from './move.ts';

/** When a move waits for a time only: that time, ms; else infinite. */
function timeOf({ when, afterMs }: ScenarioMove): number {
  return when.kind === 'time' ? when.ms + afterMs : Number.POSITIVE_INFINITY;
}

/** The moves that wait for a time only, the earliest first; those of one time in the order given. */
export class MovesAtTimes {
  readonly #moves: readonly { readonly ms: number; readonly move: Move }[];
  #taken = 0;
  /** When the next one is due, ms; infinite after the last. */
  nextMs: number;

  constructor(moves: readonly ScenarioMove[]) {
    this.#moves = moves
      .filter(({ when }) => when.kind === 'time')
      .map((timed) => ({ ms: timeOf(timed), move: timed.move }))
      .sort((a, b) => a.ms - b.ms);
    this.nextMs = this.#dueMs();
  }

  /** Takes the next one out. */
  take(): Move {
    const next = this.#moves[this.#taken];
    if (next === undefined) throw new RangeError('no move is left');
    this.#taken += 1;
    this.nextMs = this.#dueMs();
    return next.move;
  }

  #dueMs(): number {
    return this.#moves[this.#taken]?.ms ?? Number.POSITIVE_INFINITY;
  }
}
