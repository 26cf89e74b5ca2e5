import { type Tcb, TIMER_NAMES, type TimerName } from '../tcp/tcb.ts';
import type { RunningTimer } from '../trace/trace.ts';

const NONE: readonly RunningTimer[] = Object.freeze([]);

/** Lists the running timers of a host. It gives out one list as long as it fits: a trace has one for every event. */
export class TimerLists {
  /** The last one that was not empty. */
  #last: readonly RunningTimer[] = NONE;

  of(timers: Tcb['timers']): readonly RunningTimer[] {
    let running = 0;
    let same = true;
    // For-in: engines make the look-up by such a name as cheap as by a fixed one.
    for (const name in timers) {
      const expiresMs = timers[name as TimerName];
      if (expiresMs === undefined) continue;
      const known = this.#last[running++];
      same &&= known !== undefined && known.name === name && known.expiresMs === expiresMs;
    }
    if (running === 0) return NONE;
    if (!same || running !== this.#last.length) {
      const names = TIMER_NAMES.filter((name) => timers[name] !== undefined);
      this.#last = names.map((name) => ({ name, expiresMs: timers[name] ?? 0 }));
    }
    return this.#last;
  }
}
