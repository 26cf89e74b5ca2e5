/*
 * The windows of Reno's fast recovery, as wrong rules reckon them. Bytes throughout.
 */

/** What fast recovery makes of a loss: ssthresh, and cwnd at its three moments. */
export interface RecoveryWindows {
  readonly ssthresh: number;
  /** cwnd right after the fast retransmit. */
  readonly entered: number;
  /** cwnd after the last duplicate ACK. */
  readonly inflated: number;
  /** cwnd after the ACK of new data. */
  readonly left: number;
}

export interface LossEvent {
  readonly smss: number;
  /** Duplicate ACKs after the third. */
  readonly further: number;
}

/** The steps of RFC 5681 §3.2 from an ssthresh that a wrong rule has set: M34 and N123. */
export function windowsFrom(ssthresh: number, { smss, further }: LossEvent): RecoveryWindows {
  const entered = ssthresh + 3 * smss;
  return { ssthresh, entered, inflated: entered + further * smss, left: ssthresh };
}

/** M34: half of cwnd. */
export function halfOfCwnd(cwnd: number): number {
  return Math.floor(cwnd / 2);
}

/** M34: half of FlightSize without the floor of 2 SMSS. */
export function withoutFloor(flight: number): number {
  return Math.floor(flight / 2);
}

/** N123: half of all that the flight held when it was sent, whatever of it has been acknowledged. */
export function halfOfAllSent(sent: number, smss: number): number {
  return Math.max(Math.floor(sent / 2), 2 * smss);
}

/** M35: Tahoe's slow start instead of fast recovery; duplicates leave its window alone, the new ACK adds one SMSS. */
export function tahoeWindows({ smss }: LossEvent): Omit<RecoveryWindows, 'ssthresh'> {
  return { entered: smss, inflated: smss, left: 2 * smss };
}
