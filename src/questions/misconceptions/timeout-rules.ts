/*
 * ssthresh at a retransmission timeout (RFC 5681 §3.1 (4)), and what learners make of it. Bytes.
 */

/** What (4) sets ssthresh to, `basis` being FlightSize: half of it, and two segments at least. */
export function halved(basis: number, smss: number): number {
  return Math.max(Math.floor(basis / 2), 2 * smss);
}

/** M34: half of FlightSize with nothing to stop it at two segments. */
export function halvedWithoutLeast(flight: number): number {
  return Math.floor(flight / 2);
}
