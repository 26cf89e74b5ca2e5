/**
 * What stacks and textbooks decide differently, each under its own name. A question whose answer depends on one
 * prints it. Times are in milliseconds.
 */
export interface Conventions {
  /** RTO before the first measurement (RFC 6298 §2.1: 1 s). */
  readonly initialRtoMs: number;
  /** Lower bound of the RTO (RFC 6298 §2.4: SHOULD be 1 s; Linux: 200 ms). */
  readonly minimumRtoMs: number;
  /** Upper bound of the RTO (RFC 6298 §2.5: at least 60 s). */
  readonly maximumRtoMs: number;
  /** G of RFC 6298 §2. */
  readonly clockGranularityMs: number;
  /** How long one segment may go on being retransmitted: R2 (RFC 9293 §3.8.3: at least 100 s; SYN at least 3 min). */
  readonly giveUpMs: number;
  readonly giveUpSynMs: number;
  /** Delayed ACK timeout, or null for an ACK at once (RFC 9293 §3.8.6.3: less than 500). */
  readonly delayedAckMs: number | null;
  /** Data above a gap is held (SHLD-31) or thrown away. */
  readonly outOfOrder: 'hold' | 'discard';
  /** Challenge ACKs against blind attacks (RFC 5961, RFC 9293 §3.10.7.4). */
  readonly challengeAcks: boolean;
  /** At most this many challenge ACKs in any 5 s (RFC 5961 §7): two ends that disagree cannot ACK each other for ever. */
  readonly challengeAckLimit: number;
  /** Maximum segment lifetime (RFC 9293 §3.4.2: 2 min). TIME-WAIT lasts twice this. */
  readonly mslMs: number;
  readonly nagle: boolean;
  /** Initial congestion window (RFC 5681 §3.1, or RFC 6928's ten segments). */
  readonly initialWindow: 'rfc5681' | 'rfc6928';
  /** What ssthresh is set from on loss: FlightSize (RFC 5681 (4)) or cwnd. */
  readonly ssthreshBasis: 'flight-size' | 'cwnd';
}

export type ProfileName = 'rfc' | 'linux' | 'textbook';

const RFC: Conventions = {
  initialRtoMs: 1000,
  minimumRtoMs: 1000,
  maximumRtoMs: 60_000,
  clockGranularityMs: 1,
  giveUpMs: 100_000,
  giveUpSynMs: 180_000,
  delayedAckMs: 200,
  outOfOrder: 'hold',
  challengeAcks: true,
  challengeAckLimit: 10,
  mslMs: 120_000,
  nagle: true,
  initialWindow: 'rfc5681',
  ssthreshBasis: 'flight-size',
};

/** The named sets. `rfc` follows the text; `linux` a current kernel's defaults; `textbook` what exams assume. */
export const PROFILES: Readonly<Record<ProfileName, Conventions>> = {
  rfc: RFC,
  linux: {
    ...RFC,
    minimumRtoMs: 200,
    maximumRtoMs: 120_000,
    giveUpMs: 924_600, // tcp_retries2 = 15
    giveUpSynMs: 127_000, // tcp_syn_retries = 6
    delayedAckMs: 40,
    mslMs: 30_000, // TIME-WAIT is a fixed 60 s
    initialWindow: 'rfc6928',
    ssthreshBasis: 'cwnd',
  },
  textbook: { ...RFC, delayedAckMs: null, challengeAcks: false, nagle: false, mslMs: 30_000 },
};
