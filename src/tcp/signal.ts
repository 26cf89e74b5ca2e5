/** Why a connection is no more. */
export type CloseReason = 'closed' | 'reset' | 'refused' | 'timed-out' | 'user-timeout' | 'keep-alive' | 'aborted';

/**
 * What a TCP tells its user unasked (RFC 9293 §3.9.1.8, §3.10.7, §3.10.8, in the text's words). Those that end the
 * connection answer the calls that were pending as well.
 */
export const SIGNALS = [
  'urgent data',
  'excessive retransmissions',
  'connection closing',
  'connection reset',
  'connection refused',
  'connection aborted due to user timeout',
] as const;

export type Signal = (typeof SIGNALS)[number];

/** What the user learns when the connection ends; null where the end is of its own making, or was told before. */
export const ENDINGS: Readonly<Record<CloseReason, Signal | null>> = {
  closed: null,
  aborted: null,
  reset: 'connection reset', // §3.10.7.4 step 2
  refused: 'connection refused', // §3.10.7.4 step 2, SYN-RECEIVED after an active OPEN
  // The text knows one report for every end by silence: of the user timeout (§3.10.8), of R2 (§3.8.3) and of keep-alives.
  'timed-out': 'connection aborted due to user timeout',
  'user-timeout': 'connection aborted due to user timeout',
  'keep-alive': 'connection aborted due to user timeout',
};
