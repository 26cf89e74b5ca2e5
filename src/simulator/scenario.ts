import type { Text } from '../language.ts';
import type { Conventions, ProfileName } from '../tcp/conventions.ts';
import type { CallWith, HostName } from '../trace/trace.ts';
import type { Amount } from './amount.ts';
import type { Condition } from './condition.ts';
import type { Fault } from './fault.ts';
import type { ForgedSegment } from './forged-segment.ts';
import type { ScenarioMove } from './move.ts';
import type { NetworkSpec } from './network-spec.ts';

/**
 * How a host chooses initial sequence numbers: fixed ones (one per connection, the last repeats), always 0,
 * drawn by the seed over the whole space, drawn by the seed just below 2^32, or RFC 6528's M + F.
 */
export type IsnChoice = readonly number[] | 'zero' | 'random' | 'near-wrap' | 'rfc6528';

export interface EndpointSpec {
  readonly isn: IsnChoice;
  /** MSS announced, bytes. */
  readonly mss: Amount;
  /** Receive buffer, bytes: the largest window offered. */
  readonly window: Amount;
  readonly port: number;
  readonly address: string;
  readonly nagle: boolean;
  readonly delayedAck: boolean;
  /** Whether the application reads data as it comes. */
  readonly reads: boolean;
  /** What this end's TCP does otherwise than the profile and the scenario say. */
  readonly conventions: Partial<Conventions>;
}

/** A call whose sizes and times the seed may draw. */
export type ScenarioCall = CallWith<Amount>;

/** An application call: once, `afterMs` after its condition first holds. */
export interface Action {
  readonly host: HostName;
  readonly when: Condition;
  readonly afterMs: Amount;
  readonly call: ScenarioCall;
}

/** Such a segment, and when it comes. */
export interface Forgery extends ForgedSegment {
  readonly when: Condition;
  readonly afterMs: Amount;
}

/** Everything a run needs besides a seed. The YAML form is documented in docs/scenarios.md. */
export interface Scenario {
  readonly name: string;
  readonly title: Text;
  /** What to look at, one or two sentences. */
  readonly about: Text;
  readonly profile: ProfileName;
  /** What both TCPs do otherwise than the profile says. */
  readonly conventions: Partial<Conventions>;
  readonly client: EndpointSpec;
  readonly server: EndpointSpec;
  readonly network: NetworkSpec;
  readonly actions: readonly Action[];
  readonly faults: readonly Fault[];
  readonly forgeries: readonly Forgery[];
  /** What was done by hand while it ran. */
  readonly moves: readonly ScenarioMove[];
  /** Maximum segment lifetime, ms; null: the profile's. */
  readonly mslMs: number | null;
  /** The run stops here at the latest (virtual ms). */
  readonly limitMs: number;
}
