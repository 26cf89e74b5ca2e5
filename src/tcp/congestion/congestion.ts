/**
 * How cwnd and ssthresh move. Which segment to send again, and how the window breathes during fast recovery, is loss
 * recovery's business (retransmission.ts, loss-recovery.ts). Everything in bytes, times in ms.
 */
export interface CongestionControl {
  readonly cwnd: number;
  readonly ssthresh: number;
  /** The connection's SMSS is known: the initial window; one segment if our SYN was lost (RFC 5681 §3.1). */
  open(smss: number, synLost: boolean): void;
  /** New data was acknowledged outside recovery. `srttMs`: the smoothed round trip, null before the first measurement. */
  acked(bytes: number, now: number, srttMs: number | null): void;
  /** A congestion event (a loss found by duplicate ACKs, or an ECN echo): ssthresh is lowered and cwnd set to it. */
  reduce(flightSize: number): void;
  /** The retransmission timer expired; `first`: for the first time for this segment (RFC 5681 §3.1 (4)). */
  timeout(flightSize: number, first: boolean): void;
  /** Nothing was sent for more than an RTO: the restart window (RFC 5681 §4.1). */
  restart(): void;
  /** Fast recovery inflates and deflates the window (RFC 5681 §3.2, RFC 6582 §3.2). */
  setWindow(cwnd: number): void;
}
