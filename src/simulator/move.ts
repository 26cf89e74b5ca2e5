import type { Conventions, ProfileName } from '../tcp/conventions.ts';
import type { Call, HostName } from '../trace/trace.ts';
import type { Condition } from './condition.ts';
import type { FaultEffect } from './fault.ts';
import type { ForgedSegment } from './forged-segment.ts';
import type { NetworkSpec } from './network-spec.ts';

/** What the path does otherwise from now on, to segments sent from now on. What is not named stays as it is. */
export interface NetworkChange {
  /** Whose segments it is about. */
  readonly from: HostName | 'both';
  readonly set: Partial<NetworkSpec>;
}

/**
 * What an end does otherwise from now on; what is not named stays as it is. The window is that of the present connection
 * too, and never shrinks below what was offered (RFC 9293 §3.8.6, SHLD-14). All else is settled by the SYN, and holds
 * from the next connection on; one that still listens is not begun yet.
 */
export interface EndpointChange {
  readonly profile?: ProfileName;
  readonly conventions?: Partial<Conventions>;
  /** MSS announced, bytes. */
  readonly mss?: number;
  /** Receive buffer, bytes. */
  readonly window?: number;
}

/** One thing done to a run while it runs. */
export type Move =
  | { readonly kind: 'call'; readonly host: HostName; readonly call: Call }
  /** What the network does to the next segment that `from` sends; to the second one where `nth` is 2, and so on. */
  | { readonly kind: 'next-segment'; readonly from: HostName; readonly nth: number; readonly effect: FaultEffect }
  | { readonly kind: 'forge'; readonly forgery: ForgedSegment }
  | { readonly kind: 'network'; readonly change: NetworkChange }
  | { readonly kind: 'endpoint'; readonly host: HostName; readonly change: EndpointChange };

/**
 * A move of a scenario: once, `afterMs` after its condition first holds. At a time it comes after all else of that time,
 * so that one who looks at a run and then acts changes nothing that was to be seen; moves of one time keep their order.
 * It draws nothing before it is made, so that the run up to it is the same with and without it.
 */
export interface ScenarioMove {
  readonly when: Condition;
  readonly afterMs: number;
  readonly move: Move;
}
