import type { State } from '../tcp/state.ts';
import type { HostName } from '../trace/trace.ts';

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
