import { NOT_ECT, type Segment } from '../tcp/segment.ts';
import { HOST_NAMES, type HostName } from '../trace/trace.ts';
import { amount } from './amount.ts';
import type { Fault, FaultEffect } from './fault.ts';
import type { NetworkChange } from './move.ts';
import type { NetworkSpec } from './network-spec.ts';
import type { Random } from './random.ts';
import { matches } from './segment-match.ts';

/** What the network does with one segment: when its copies arrive, or why it does not. */
export type Passage =
  | { readonly kind: 'lost'; readonly cause: 'fault' | 'chance' }
  | {
      readonly kind: 'carried';
      readonly arrivesMs: number;
      readonly copyArrivesMs: readonly number[];
      /** A router has set CE on it (RFC 3168 §5). */
      readonly marked: boolean;
    };

/** What the network looks at in a segment. */
type Carried = Pick<Segment, 'flags' | 'data' | 'ecn'>;

/** One direction of the path. */
interface Direction {
  readonly spec: NetworkSpec;
  /** Whether anything is left to chance. */
  readonly draws: boolean;
}

function direction(spec: NetworkSpec): Direction {
  const { loss, duplicate, reorder, delayMs } = spec;
  return { spec, draws: loss > 0 || duplicate > 0 || reorder > 0 || typeof delayMs !== 'number' };
}

const NO_EFFECTS: readonly FaultEffect[] = [];
const NO_COPIES: readonly number[] = [];

/** The path between the two ends. Keeps each direction in order unless told to reorder. */
export class Network {
  /** For the segments of each host. */
  readonly #directions: Record<HostName, Direction>;
  readonly #faults: { readonly fault: Fault; seen: number }[];
  readonly #random: Random;
  /** What faults and forgers draw, apart from the rest. */
  readonly #chosen: Random;
  readonly #lastArrival: Record<HostName, number> = { client: 0, server: 0 };

  constructor(spec: NetworkSpec, faults: readonly Fault[], random: Random) {
    this.#directions = { client: direction(spec), server: direction(spec) };
    this.#faults = faults.map((fault) => ({ fault, seen: 0 }));
    this.#random = random;
    this.#chosen = random.fork('chosen');
  }

  /** A segment leaves `from` at `now`. */
  carry(from: HostName, { flags, data: { length }, ecn }: Carried, now: number): Passage {
    const { spec, draws } = this.#directions[from];
    const random = this.#random;
    // All draws are made for every segment, so that a fault added to a scenario leaves the rest of the run as it was.
    const lost = draws && random.chance(spec.loss);
    const copied = draws && random.chance(spec.duplicate);
    const reordered = draws && random.chance(spec.reorder);
    const delay = amount(spec.delayMs, random);
    const later = draws ? amount(spec.reorderMs, random) : 0;
    const congested = spec.mark > 0 && random.chance(spec.mark);

    const effects = this.#faults.length === 0 ? NO_EFFECTS : this.#effectsOn(from, flags, length);
    if (find(effects, 'drop') !== null) return { kind: 'lost', cause: 'fault' };
    const marked = find(effects, 'mark') !== null;
    if (marked && ecn === NOT_ECT) return { kind: 'lost', cause: 'fault' };
    if (lost || (congested && ecn === NOT_ECT)) return { kind: 'lost', cause: 'chance' };

    let arrivesMs = now + delay;
    const held = find(effects, 'delay');
    if (held !== null) arrivesMs += amount(held.ms, this.#chosen);
    else if (reordered) arrivesMs += later;
    else {
      arrivesMs = Math.max(arrivesMs, this.#lastArrival[from]);
      this.#lastArrival[from] = arrivesMs;
    }
    if (!copied && effects.length === 0) {
      return { kind: 'carried', arrivesMs, copyArrivesMs: NO_COPIES, marked: congested };
    }
    const copyArrivesMs: number[] = [];
    for (const effect of effects) {
      if (effect.kind === 'duplicate') copyArrivesMs.push(arrivesMs + amount(effect.afterMs, this.#chosen));
    }
    if (copied) copyArrivesMs.push(arrivesMs + later);
    return { kind: 'carried', arrivesMs, copyArrivesMs, marked: congested || marked };
  }

  /** When a forged segment that claims to be from `from`, sent off the path at `now`, reaches its target. */
  forgedArrival(from: HostName, now: number): number {
    return now + amount(this.#directions[from].spec.delayMs, this.#chosen);
  }

  /** Holds for segments that leave from now on; those of one direction still arrive in order. */
  change({ from, set }: NetworkChange): void {
    for (const host of from === 'both' ? HOST_NAMES : [from]) {
      this.#directions[host] = direction({ ...this.#directions[host].spec, ...set });
    }
  }

  /** The nth segment that leaves `from` from now on meets with this. */
  strike(from: HostName, nth: number, effect: FaultEffect): void {
    this.#faults.push({ fault: { from, match: 'any', nth, effect }, seen: 0 });
  }

  #effectsOn(from: HostName, flags: number, length: number): FaultEffect[] {
    const effects: FaultEffect[] = [];
    for (const entry of this.#faults) {
      const { fault } = entry;
      if (fault.from !== from || !matches(fault.match, flags, length)) continue;
      entry.seen += 1;
      if (entry.seen === fault.nth) effects.push(fault.effect);
    }
    return effects;
  }
}

/** The first of these effects that is of this kind, or null. A loop: this is done for every segment. */
function find<K extends FaultEffect['kind']>(
  effects: readonly FaultEffect[],
  kind: K,
): Extract<FaultEffect, { kind: K }> | null {
  for (const effect of effects) if (effect.kind === kind) return effect as Extract<FaultEffect, { kind: K }>;
  return null;
}
