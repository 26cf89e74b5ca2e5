import type { Tcb, TimerName } from '../tcp/tcb.ts';
import { nextTimeout } from '../tcp/timeouts.ts';
import type { EventQueue } from './event-queue.ts';

/** When the TCP of a host is to be woken: at its next timeout. Never, as long as `ms` is infinite. */
export class Alarm {
  ms = Number.POSITIVE_INFINITY;
  /** Its place among what happens at that time: that of the moment since when this timer has been the next to expire. */
  order = 0;
  readonly #known: Partial<Record<TimerName, { at: number; order: number }>> = {};

  /** Sets it for the next timer of `tcb`; at `now`, if that is overdue. */
  set(tcb: Tcb, now: number, queue: EventQueue<unknown>): void {
    const next = nextTimeout(tcb);
    if (next === null) {
      this.clear();
      return;
    }
    const { name, at } = next;
    this.#known[name] ??= { at: Number.NaN, order: 0 };
    const known = this.#known[name];
    if (known.at !== at) {
      known.at = at;
      known.order = queue.nextOrder();
    }
    this.ms = Math.max(at, now);
    this.order = known.order;
  }

  clear(): void {
    this.ms = Number.POSITIVE_INFINITY;
  }
}
