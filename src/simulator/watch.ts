import type { State } from '../tcp/state.ts';
import type { HostName } from '../trace/trace.ts';
import type { Condition } from './condition.ts';
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

/** What waits for something to happen; a time comes by itself. */
export type Awaited = Exclude<Condition, { kind: 'time' }>;

interface Watch<T> {
  readonly condition: Awaited;
  readonly item: T;
  /** How often what it waits for has happened. */
  count: number;
}

/** Items that each wait for a condition. */
export class Watches<T> {
  #waiting: Watch<T>[] = [];

  /** How many still wait. */
  get length(): number {
    return this.#waiting.length;
  }

  add(condition: Awaited, item: T): void {
    this.#waiting.push({ condition, item, count: 0 });
  }

  /** Takes out the items whose conditions this happening makes true, in the order they were added. */
  met(happening: Happening): T[] {
    const met = this.#waiting.filter((watch) => holdsAt(watch, happening));
    if (met.length > 0) this.#waiting = this.#waiting.filter((watch) => !met.includes(watch));
    return met.map(({ item }) => item);
  }
}

/** Whether the condition comes true at this happening, which counts towards it. */
function holdsAt(watch: Watch<unknown>, happening: Happening): boolean {
  const { condition } = watch;
  switch (condition.kind) {
    case 'state':
      if (happening.kind !== 'state' || happening.host !== condition.host) return false;
      if (happening.state !== condition.state) return false;
      watch.count += 1;
      return watch.count === condition.times;
    case 'received':
    case 'acked':
      return (
        happening.kind === condition.kind && happening.host === condition.host && happening.total >= condition.bytes
      );
    case 'segment':
      if (happening.kind !== 'segment' || happening.event !== condition.event) return false;
      if (happening.from !== condition.from) return false;
      if (!matches(condition.match, happening.flags, happening.length)) return false;
      watch.count += 1;
      return watch.count === condition.nth;
  }
}
