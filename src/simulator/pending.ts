import type { Segment } from '../tcp/segment.ts';
import type { HostName } from '../trace/trace.ts';
import type { Move } from './move.ts';
import type { ResolvedAction } from './resolve.ts';
import type { Forgery } from './scenario.ts';

/** What a run's event queue holds; its timers are alarms of the hosts. */
export type Pending =
  | { readonly kind: 'arrival'; readonly to: HostName; readonly n: number; readonly segment: Segment }
  | { readonly kind: 'action'; readonly action: ResolvedAction }
  | { readonly kind: 'forgery'; readonly forgery: Forgery }
  | { readonly kind: 'move'; readonly move: Move };
