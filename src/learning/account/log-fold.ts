import { isUndoable } from '../events/event.ts';
import type { Place } from './account.ts';
import { AccountDraft, accountAfter, type CountedEvent } from './accounting.ts';
import { compareEvents, newestFirst, withEvents } from './history.ts';
import { type FoldedEvent, KEPT, type LearnerState } from './state.ts';

/**
 * Takes a long log in, event by event, on top of a state: what applyEvents would give, but the account is only drawn up
 * once, at the end.
 */
export class LogFold {
  readonly #from: LearnerState;
  readonly #horizon: number;
  readonly #settled: AccountDraft;
  /** The newest settled. */
  #boundary: Place | null;
  /** What is not settled yet, in order. */
  #pending: CountedEvent[];
  readonly #ahead: CountedEvent[] = [];
  readonly #undone: Map<string, Place | null>;
  #isLate = false;

  /** What is dated after `horizon` waits. */
  constructor(from: LearnerState, horizon: number) {
    this.#from = from;
    this.#horizon = horizon;
    this.#settled = new AccountDraft(from.base, from.rulesOfFold);
    this.#boundary = from.base.newest;
    this.#pending = [...newestFirst(from.recent)].reverse();
    this.#undone = new Map(from.undone);
    this.take(from.ahead);
  }

  take(events: readonly FoldedEvent[]): void {
    for (const event of events) {
      if (event.kind === 'undo') this.#takeUndo(event.undoes);
      else this.#takeEvent(event);
      if (this.#isLate) return;
    }
  }

  /** The state; null when the events did not come in order enough: the whole log then has to be folded at once. */
  state(): LearnerState | null {
    if (this.#isLate) return null;
    const { rulesOfFold, base } = this.#from;
    const settled = this.#boundary === base.newest ? base : this.#settled.account();
    return {
      ...accountAfter(settled, this.#pending, rulesOfFold),
      rulesOfFold,
      base: settled,
      recent: withEvents<CountedEvent>(null, this.#pending),
      ahead: this.#ahead,
      undone: this.#undone,
    };
  }

  #takeEvent(event: CountedEvent): void {
    if (this.#undone.size > 0 && this.#undone.has(event.id)) {
      if (this.#undone.get(event.id) === null) this.#undone.set(event.id, { at: event.at, id: event.id });
      if (isUndoable(event)) return;
    }
    if (event.at > this.#horizon) {
      this.#ahead.push(event);
      return;
    }
    const last = this.#pending.at(-1);
    if (last === undefined || compareEvents(last, event) < 0) {
      if (last === undefined && this.#boundary !== null && compareEvents(this.#boundary, event) >= 0)
        this.#isLate = true;
      else this.#add(event);
    } else this.#insert(event);
  }

  #add(event: CountedEvent): void {
    this.#pending.push(event);
    if (this.#pending.length <= 2 * KEPT) return;
    for (const settled of this.#pending.splice(0, KEPT)) {
      this.#settled.take(settled);
      this.#boundary = settled;
    }
    for (const [id, place] of this.#undone) {
      if (place !== null && this.#boundary !== null && compareEvents(place, this.#boundary) <= 0)
        this.#undone.delete(id);
    }
  }

  #insert(event: CountedEvent): void {
    const after = this.#pending.findLastIndex((other) => compareEvents(other, event) <= 0);
    const before = this.#pending[after];
    if (before?.id === event.id) return;
    if (after < 0 && this.#boundary !== null && compareEvents(this.#boundary, event) >= 0) this.#isLate = true;
    else this.#pending.splice(after + 1, 0, event);
  }

  #takeUndo(id: string): void {
    if (this.#undone.has(id)) return;
    const at = this.#pending.findLastIndex((event) => event.id === id);
    const event = this.#pending[at] ?? this.#ahead.find((other) => other.id === id);
    if (event === undefined) {
      // It may be among what is settled, or still to come.
      if (this.#boundary !== null) this.#isLate = true;
      else this.#undone.set(id, null);
      return;
    }
    this.#undone.set(id, { at: event.at, id });
    if (!isUndoable(event)) return;
    if (at >= 0) this.#pending.splice(at, 1);
    else this.#ahead.splice(this.#ahead.indexOf(event), 1);
  }
}
