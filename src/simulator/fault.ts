import type { HostName } from '../trace/trace.ts';
import type { Amount } from './amount.ts';
import type { SegmentMatch } from './condition.ts';

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
