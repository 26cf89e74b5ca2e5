/*
 * What wrong rules make of windows, from the quantities of a question.
 */

/** What a sender may still send depends on these, all in bytes. */
export interface SendWindow {
  readonly cwnd: number;
  readonly rwnd: number;
  /** Sent and not yet acknowledged: SND.NXT - SND.UNA. */
  readonly flight: number;
}

/** The right rule, for the wrong ones to differ from: what may still be sent. */
export function usableWindow({ cwnd, rwnd, flight }: SendWindow): number {
  return Math.max(0, Math.min(cwnd, rwnd) - flight);
}

/** M20: the whole window, as if nothing were under way. */
export function wholeWindow({ cwnd, rwnd }: SendWindow): number {
  return Math.min(cwnd, rwnd);
}

/** N120: the larger window taken for the limit. */
export function byLargerWindow({ cwnd, rwnd, flight }: SendWindow): number {
  return Math.max(0, Math.max(cwnd, rwnd) - flight);
}

/** N121: the two windows added up. */
export function byBothWindows({ cwnd, rwnd, flight }: SendWindow): number {
  return Math.max(0, cwnd + rwnd - flight);
}
