import type { State } from '../../tcp/state.ts';
import type { HostName } from '../../trace/trace.ts';

/** Why a sender sent again, as far as the capture tells. */
export type RetransmissionCause =
  /** After duplicate ACKs or SACK blocks (RFC 5681 §3.2, RFC 6675). */
  | 'fast'
  /** After a silence that only a retransmission timer explains (RFC 6298 §5). */
  | 'timeout'
  | 'unknown';

/**
 * Something remarkable about a segment. A frame number is null where the capture does not hold that segment, or where it
 * is too long ago. Counts are bytes, times ms.
 */
export type Finding =
  /** It carries again what its sender has sent before. `spurious`: the receiver had already acknowledged it. */
  | {
      readonly kind: 'retransmission';
      readonly of: number | null;
      readonly cause: RetransmissionCause;
      readonly spurious: boolean;
      /** Since the segment it repeats was captured; null with `of`. `of` is the first that carried any of it. */
      readonly afterMs: number | null;
      /** Since any of it was captured last, which is what a timer waits from; null with `of`. */
      readonly waitedMs: number | null;
    }
  /** The network delivered it twice: not only the numbers are those of the other, but everything a sender changes. */
  | { readonly kind: 'network-copy'; readonly of: number }
  /** It fills a gap and was sent before segments that were captured before it. */
  | { readonly kind: 'out-of-order'; readonly lateMs: number }
  /** Bytes before it are not in the capture: lost on the way here, late, or not captured. */
  | { readonly kind: 'gap-before'; readonly bytes: number }
  /** It acknowledges bytes that are not in the capture. */
  | { readonly kind: 'acks-unseen'; readonly bytes: number }
  /** The `nth` that repeats the ACK of frame `of` (RFC 5681 §2). */
  | { readonly kind: 'duplicate-ack'; readonly nth: number; readonly of: number | null }
  /** It reports data received twice (RFC 2883): what was sent again was not needed. */
  | { readonly kind: 'dsack'; readonly range: readonly [number, number] }
  | { readonly kind: 'zero-window' }
  /** It only offers another window than before. */
  | { readonly kind: 'window-update' }
  /** It fills the window its receiver offered. */
  | { readonly kind: 'window-full' }
  | { readonly kind: 'zero-window-probe' }
  | { readonly kind: 'zero-window-probe-ack' }
  | { readonly kind: 'keep-alive' }
  | { readonly kind: 'keep-alive-ack' }
  /** A SYN on ports that an earlier conversation of the capture used. */
  | { readonly kind: 'reused-ports' }
  /** More data than the MSS its receiver announced: cut into segments only after it was captured (offload). */
  | { readonly kind: 'above-mss'; readonly mss: number }
  | { readonly kind: 'bad-checksum' }
  | { readonly kind: 'offloaded-checksum' }
  | { readonly kind: 'fragmented'; readonly fragments: number }
  /** The snap length cut off some of its data; `options`: some of the TCP options too. */
  | { readonly kind: 'cut'; readonly options: boolean };

export type FindingKind = Finding['kind'];

export const NO_FINDINGS: readonly Finding[] = [];

/** What is known of one segment from everything up to it. */
export interface SegmentAnalysis {
  readonly findings: readonly Finding[];
  /** It acknowledges frame `of` for the first time, so many ms later; null where it acknowledges nothing new that is known. */
  readonly rtt: { readonly ms: number; readonly of: number } | null;
  /** Bytes of its sender that are unacknowledged right after it; null before an ACK of the peer is known. */
  readonly inFlight: number | null;
  /** The window it offers, in bytes; null where the scaling is not known (the SYN segments are not in the capture). */
  readonly windowBytes: number | null;
  /** The ISNs its numbers count from, or what stands for them where the SYN is not in the capture: null. */
  readonly iss: number | null;
  readonly irs: number | null;
  /** What the ends must have been in after it; null: the capture does not settle it. */
  readonly states: Readonly<Record<HostName, State | null>>;
}

/** Where a capture was taken: at one of the ends, as far as the times of the handshake tell, or somewhere between. */
export type Vantage = HostName | 'unknown';
