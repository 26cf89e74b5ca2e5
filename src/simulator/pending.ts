import type { Segment } from '../tcp/segment.ts';
import type { Tcb } from '../tcp/tcb.ts';
import { nextTimeout } from '../tcp/timeouts.ts';
import type { HostName } from '../trace/trace.ts';
import type { Host } from './host.ts';
import type { ResolvedAction } from './resolve.ts';
import type { Forgery } from './scenario.ts';

/** What a run's event queue holds. */
export type Pending =
  | { readonly kind: 'arrival'; readonly to: HostName; readonly n: number; readonly segment: Segment }
  | { readonly kind: 'timer'; readonly host: Host; readonly tcb: Tcb }
  | { readonly kind: 'action'; readonly action: ResolvedAction }
  | { readonly kind: 'forgery'; readonly forgery: Forgery };

/** A timer that was stopped or started anew since, or whose connection is no more: nothing happens at `ms`. */
export function isStale(pending: Pending, ms: number): boolean {
  if (pending.kind !== 'timer') return false;
  const { host, tcb } = pending;
  const next = nextTimeout(tcb);
  return host.tcb !== tcb || next === null || next.at > ms;
}
