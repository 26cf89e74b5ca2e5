import type { Text } from '../language.ts';
import type { Conventions, ProfileName } from '../tcp/conventions.ts';
import type { Flag } from '../tcp/segment.ts';
import type { State } from '../tcp/state.ts';
import type { CallWith, HostName } from '../trace/trace.ts';
import type { ScenarioMove } from './move.ts';

/** A number, or a range from which the seed draws one. */
export type Amount = number | { readonly min: number; readonly max: number };

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

export interface NetworkSpec {
  /** One-way delay in ms. A range is drawn anew for each segment, without reordering. */
  readonly delayMs: Amount;
  /** Probabilities 0..1 for each segment. */
  readonly loss: number;
  readonly duplicate: number;
  readonly reorder: number;
  /** How much later a reordered segment or a duplicate arrives, ms. */
  readonly reorderMs: Amount;
  /**
   * Probability with which a router is congested when a segment passes: it marks an ECN-capable one (CE) and drops any
   * other (RFC 3168 §5).
   */
  readonly mark: number;
}

/** What has to be true before something happens; checked after every event. */
export type Condition =
  | { readonly kind: 'time'; readonly ms: number }
  | { readonly kind: 'state'; readonly host: HostName; readonly state: State; readonly times: number }
  | { readonly kind: 'received'; readonly host: HostName; readonly bytes: number }
  | { readonly kind: 'acked'; readonly host: HostName; readonly bytes: number }
  | {
      readonly kind: 'segment';
      readonly from: HostName;
      readonly match: SegmentMatch;
      readonly nth: number;
      readonly event: 'sent' | 'arrived' | 'lost';
    };

export type SegmentMatch = 'any' | 'syn' | 'syn-ack' | 'ack' | 'data' | 'fin' | 'rst';

/** A call whose sizes and times the seed may draw. */
export type ScenarioCall = CallWith<Amount>;

/** An application call: once, `afterMs` after its condition first holds. */
export interface Action {
  readonly host: HostName;
  readonly when: Condition;
  readonly afterMs: Amount;
  readonly call: ScenarioCall;
}

export type FaultEffect =
  | { readonly kind: 'drop' }
  /** As `mark` of the network: CE, or a drop where the segment is not ECN-capable. */
  | { readonly kind: 'mark' }
  | { readonly kind: 'delay'; readonly ms: Amount }
  | { readonly kind: 'duplicate'; readonly afterMs: Amount };

/** What the network does to the n-th segment of a side that matches; n counts from 1, retransmissions too. */
export interface Fault {
  readonly from: HostName;
  readonly match: SegmentMatch;
  readonly nth: number;
  readonly effect: FaultEffect;
}

/** A number given, or read from a host's connection at that moment, plus an offset (mod 2^32). */
export type SequenceSource =
  | { readonly kind: 'fixed'; readonly value: number }
  | {
      readonly kind: 'variable';
      readonly host: HostName;
      readonly name: 'iss' | 'irs' | 'snd.una' | 'snd.nxt' | 'rcv.nxt';
      readonly plus: number;
    }
  | { readonly kind: 'random' };

/** A number given, or TS.Recent of a host's connection at that moment, the last TSval it took, plus an offset. */
export type TimestampSource =
  | { readonly kind: 'fixed'; readonly value: number }
  | { readonly kind: 'recent'; readonly host: HostName; readonly plus: number };

/** Options of a forged segment; what a TCP would not send is allowed. */
export interface ForgedOptions {
  readonly mss?: number;
  readonly windowScale?: number;
  readonly sackPermitted?: true;
  readonly sack?: readonly (readonly [left: SequenceSource, right: SequenceSource])[];
  readonly timestamps?: readonly [value: TimestampSource, echoReply: TimestampSource];
}

/** A segment that no TCP of this run sends: made up off the path, or an old duplicate of an earlier connection. */
export interface ForgedSegment {
  /** Whom it comes from, or claims to. */
  readonly from: HostName;
  readonly origin: 'forged' | 'copy';
  readonly flags: readonly Flag[];
  readonly seq: SequenceSource;
  readonly ack: SequenceSource;
  readonly len: Amount;
  readonly window: number;
  /** The urgent pointer; 0 without URG. */
  readonly urgent: number;
  readonly options: ForgedOptions;
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
