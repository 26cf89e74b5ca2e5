import type { State } from '../tcp/state.ts';
import type { HostName } from '../trace/trace.ts';
import type { Condition } from './scenario.ts';
import { matches } from './segment-match.ts';

/** Something a condition may wait for, as it happens. */
export type Happening =
  | { readonly kind: 'state'; readonly host: HostName; readonly state: State }
  | { readonly kind: 'received' | 'acked'; readonly host: HostName; readonly total: number }
  | {
      readonly kind: 'segment';
      readonly event: 'sent' | 'arrived' | 'lost';
      readonly from: HostName;
      readonly flags: number;
      readonly length: number;
    };

/** Waits for a condition; `sees` answers true once, at the happening that makes it hold. */
export class Watch {
  readonly #condition: Condition;
  #count = 0;
  #met = false;

  constructor(condition: Condition) {
    this.#condition = condition;
  }

  sees(happening: Happening): boolean {
    if (this.#met) return false;
    this.#met = this.#holdsAt(happening);
    return this.#met;
  }

  #holdsAt(happening: Happening): boolean {
    const condition = this.#condition;
    switch (condition.kind) {
      case 'time':
        return false;
      case 'state':
        if (happening.kind !== 'state' || happening.host !== condition.host) return false;
        if (happening.state !== condition.state) return false;
        this.#count += 1;
        return this.#count === condition.times;
      case 'received':
      case 'acked':
        return (
          happening.kind === condition.kind && happening.host === condition.host && happening.total >= condition.bytes
        );
      case 'segment':
        if (happening.kind !== 'segment' || happening.event !== condition.event) return false;
        if (happening.from !== condition.from) return false;
        if (!matches(condition.match, happening.flags, happening.length)) return false;
        this.#count += 1;
        return this.#count === condition.nth;
    }
  }
}
