/**
 * What stacks and textbooks decide differently, and which extensions are in use, each under its own name. A question
 * whose answer depends on one prints it. Times are in milliseconds.
 */
export interface Conventions {
  // ---- retransmission timeout ---------------------------------------------------------------------------------

  /** RTO before the first measurement (RFC 6298 §2.1: 1 s). */
  readonly initialRtoMs: number;
  /** Lower bound of the RTO (RFC 6298 §2.4: SHOULD be 1 s; Linux: 200 ms). */
  readonly minimumRtoMs: number;
  /** What the lower bound holds for: the whole RTO (RFC 6298 §2.4), or its variance term 4*RTTVAR, as Linux does. */
  readonly minimumRtoOf: 'rto' | 'variance';
  /** Upper bound of the RTO (RFC 6298 §2.5: at least 60 s). */
  readonly maximumRtoMs: number;
  /** G of RFC 6298 §2. */
  readonly clockGranularityMs: number;

  // ---- giving up ----------------------------------------------------------------------------------------------

  /** R1: the user is told after this many retransmissions of one segment (RFC 9293 §3.8.3, SHLD-10: at least 3). */
  readonly adviseAfter: number;
  /** How long one segment may go on being retransmitted: R2 (RFC 9293 §3.8.3: at least 100 s; SYN at least 3 min). */
  readonly giveUpMs: number;
  readonly giveUpSynMs: number;
  /**
   * The user timeout of OPEN (RFC 9293 §3.10.1, §3.10.8): data unacknowledged for so long aborts; null: none. The five
   * minutes that §3.9.1.1 names as the global default would end a connection whose peer keeps its window shut, which
   * MUST-37 forbids; no profile has them.
   */
  readonly userTimeoutMs: number | null;
  /** Keep-alives, off by default (RFC 9293 §3.8.4, MUST-25). */
  readonly keepAlive: boolean;
  /** Idle time before the first keep-alive (MUST-28: at least two hours by default), then between probes. */
  readonly keepAliveIdleMs: number;
  readonly keepAliveIntervalMs: number;
  /** This many keep-alives in a row without an answer end the connection (MUST-29: one lost is no proof). */
  readonly keepAliveProbes: number;
  /** A keep-alive carries no data (SHLD-12) or one octet of garbage (MAY-6), for peers that answer only such. */
  readonly keepAliveOctet: boolean;

  // ---- acknowledging ------------------------------------------------------------------------------------------

  /** Delayed ACK timeout, or null for an ACK at once (RFC 9293 §3.8.6.3: less than 500). */
  readonly delayedAckMs: number | null;
  /** The first so many segments with data are acknowledged at once although ACKs are delayed (Linux's quick ACKs). */
  readonly quickAcks: number;
  /** The peer's FIN is acknowledged at once (RFC 9293 §3.10.7.4 step 8), or delayed like data (Linux). */
  readonly finAck: 'now' | 'delayed';
  /** Data above a gap is held (SHLD-31) or thrown away. */
  readonly outOfOrder: 'hold' | 'discard';
  /** Selective acknowledgments (RFC 2018), where both ends permit them. */
  readonly sack: boolean;
  /** Duplicate data is reported in the first SACK block (RFC 2883). */
  readonly dsack: boolean;

  // ---- windows ------------------------------------------------------------------------------------------------

  /** Window scaling (RFC 7323 §2), where both ends offer it. */
  readonly windowScaling: boolean;
  /** A window that is no multiple of 2^shift is rounded down (RFC 7323 §2.3: right-shifted) or up (Linux). */
  readonly windowRounding: 'down' | 'up';
  /** After a read the peer is told of a window that was too narrow to send into, or of one that has doubled (Linux). */
  readonly windowUpdate: 'narrow' | 'doubled';
  /** What a probe of a zero window carries: one byte beyond it (RFC 9293 §3.8.6.1), or nothing, at SND.UNA-1 (Linux). */
  readonly zeroWindowProbe: 'byte' | 'empty';
  readonly nagle: boolean;
  /** Nagle holds a small segment back behind any data outstanding (RFC 9293 §3.7.4), or behind a small segment (Linux). */
  readonly nagleBehind: 'any' | 'small';
  /** PSH at the end of what was written (RFC 9293 §3.9.1.2), and also on the second of two segments that leave together (Linux). */
  readonly pushBursts: boolean;

  // ---- timestamps ---------------------------------------------------------------------------------------------

  /** The timestamps option, RTT measurement by it and PAWS (RFC 7323 §3 to §5), where both ends offer it. */
  readonly timestamps: boolean;
  /** A segment without the timestamps that were agreed on: dropped (RFC 7323 §3.2, SHOULD), or taken (Linux). */
  readonly missingTimestamps: 'drop' | 'accept';

  // ---- congestion ---------------------------------------------------------------------------------------------

  /** How cwnd grows and by how much a loss cuts it: RFC 5681, or RFC 9438. */
  readonly congestionControl: 'reno' | 'cubic';
  /**
   * What follows fast retransmit without SACK: slow start (4.3BSD Tahoe), fast recovery ended by any new ACK (Reno,
   * RFC 5681 §3.2), or by the ACK of all that was outstanding (NewReno, RFC 6582).
   */
  readonly lossRecovery: 'tahoe' | 'reno' | 'newreno';
  /** Which partial ACKs of fast recovery restart the timer: the first (RFC 6582 §3.2 step 3), or every one (kernels). */
  readonly partialAckTimer: 'first' | 'every';
  /** New data for the first two duplicate ACKs (RFC 3042; with SACK in use they always are, RFC 6675 §5 step 3). */
  readonly limitedTransmit: boolean;
  /** Initial congestion window (RFC 5681 §3.1, RFC 6928's ten segments, or the one segment of older textbooks). */
  readonly initialWindow: 'rfc5681' | 'rfc6928' | 'one';
  /** ssthresh to begin with: without bound (RFC 5681 §3.1: arbitrarily high), or this many segments. */
  readonly initialSsthreshSegments: number | null;
  /** What one ACK adds to cwnd in slow start at most, in SMSS (RFC 5681 (2): 1; RFC 3465: 2; Linux: no limit, null). */
  readonly slowStartLimit: number | null;
  /** Congestion avoidance: one SMSS for each cwnd of acknowledged bytes, or SMSS*SMSS/cwnd an ACK (RFC 5681 (3)). */
  readonly congestionAvoidance: 'counted' | 'per-ack';
  /** What ssthresh is set from on loss: FlightSize (RFC 5681 (4)) or cwnd. */
  readonly ssthreshBasis: 'flight-size' | 'cwnd';
  /** After an idle RTO cwnd falls back to the restart window (RFC 5681 §4.1). */
  readonly idleRestart: boolean;
  /** Explicit congestion notification (RFC 3168), where both ends offer it. */
  readonly ecn: boolean;

  // ---- opening, closing, attacks ------------------------------------------------------------------------------

  /** Challenge ACKs against blind attacks (RFC 5961, RFC 9293 §3.10.7.4). */
  readonly challengeAcks: boolean;
  /** At most this many challenge ACKs in any 5 s (RFC 5961 §7): two ends that disagree cannot ACK each other for ever. */
  readonly challengeAckLimit: number;
  /**
   * How far below SND.UNA an ACK may lie before it is challenged: MAX.SND.WND (RFC 5961 §5.2), but by Linux never below
   * the first byte sent ("ghost ACKs").
   */
  readonly oldestAck: 'window' | 'ever-sent';
  /**
   * A RST with the number of the peer's FIN, as macOS sends it when a process is killed, ends the connection (Linux),
   * or is below RCV.NXT and ignored (RFC 9293 §3.10.7.4 step 1).
   */
  readonly resetAtFin: boolean;
  /** A SYN that has FIN set in LISTEN: taken as a SYN (RFC 9293 §3.10.7.2), or dropped as a probe of a scanner (Linux). */
  readonly synFin: 'accept' | 'drop';
  /** Data that SEND has queued when the SYN goes out goes with it (§3.10.1, §3.10.2: may), else once ESTABLISHED. */
  readonly dataOnSyn: boolean;
  /** A SYN that comes again in SYN-RECEIVED: answered with an ACK (RFC 9293 §3.10.7.4 step 1), or the SYN,ACK again (kernels). */
  readonly repeatedSyn: 'ack' | 'syn-ack';
  /** Maximum segment lifetime (RFC 9293 §3.4.2: 2 min). TIME-WAIT lasts twice this. */
  readonly mslMs: number;
  /** A new SYN in TIME-WAIT: never accepted, by its sequence number (MAY-2), or by timestamps too (RFC 6191, SHLD-4). */
  readonly timeWaitReuse: 'never' | 'sequence' | 'timestamps';
  /** A RST in TIME-WAIT ends it, or is ignored so that it cannot be assassinated (RFC 1337, fix F1). */
  readonly timeWaitReset: 'accept' | 'ignore';
}

export type ProfileName = 'rfc' | 'linux' | 'textbook';

const RFC: Conventions = {
  initialRtoMs: 1000,
  minimumRtoMs: 1000,
  minimumRtoOf: 'rto',
  maximumRtoMs: 60_000,
  clockGranularityMs: 1,
  adviseAfter: 3,
  giveUpMs: 100_000,
  giveUpSynMs: 180_000,
  userTimeoutMs: null,
  keepAlive: false,
  keepAliveIdleMs: 7_200_000,
  keepAliveIntervalMs: 75_000,
  keepAliveProbes: 9,
  keepAliveOctet: false,
  delayedAckMs: 200,
  quickAcks: 0,
  finAck: 'now',
  outOfOrder: 'hold',
  sack: false,
  dsack: false,
  windowScaling: false,
  windowRounding: 'down',
  windowUpdate: 'narrow',
  zeroWindowProbe: 'byte',
  nagle: true,
  nagleBehind: 'any',
  pushBursts: false,
  timestamps: false,
  missingTimestamps: 'drop',
  congestionControl: 'reno',
  lossRecovery: 'newreno',
  partialAckTimer: 'first',
  limitedTransmit: true,
  initialWindow: 'rfc5681',
  initialSsthreshSegments: null,
  slowStartLimit: 1,
  congestionAvoidance: 'counted',
  ssthreshBasis: 'flight-size',
  idleRestart: true,
  ecn: false,
  challengeAcks: true,
  challengeAckLimit: 10,
  oldestAck: 'window',
  resetAtFin: false,
  synFin: 'accept',
  dataOnSyn: false,
  repeatedSyn: 'ack',
  mslMs: 120_000,
  timeWaitReuse: 'timestamps',
  timeWaitReset: 'accept',
};

/**
 * The named sets. `rfc` is RFC 9293 with what it requires and no optional extension; `linux` a current kernel's
 * defaults; `textbook` what exams assume.
 */
export const PROFILES: Readonly<Record<ProfileName, Conventions>> = {
  rfc: RFC,
  linux: {
    ...RFC,
    minimumRtoMs: 200,
    minimumRtoOf: 'variance',
    maximumRtoMs: 120_000,
    giveUpMs: 924_600, // tcp_retries2 = 15
    giveUpSynMs: 127_000, // tcp_syn_retries = 6
    delayedAckMs: 40,
    quickAcks: 16,
    finAck: 'delayed',
    sack: true,
    dsack: true,
    windowScaling: true,
    windowRounding: 'up',
    windowUpdate: 'doubled',
    zeroWindowProbe: 'empty',
    timestamps: true,
    missingTimestamps: 'accept',
    nagleBehind: 'small',
    pushBursts: true,
    congestionControl: 'cubic',
    partialAckTimer: 'every',
    initialWindow: 'rfc6928',
    slowStartLimit: null,
    ssthreshBasis: 'cwnd',
    oldestAck: 'ever-sent',
    resetAtFin: true,
    synFin: 'drop',
    repeatedSyn: 'syn-ack',
    mslMs: 30_000, // TIME-WAIT is a fixed 60 s
  },
  textbook: {
    ...RFC,
    delayedAckMs: null,
    challengeAcks: false,
    nagle: false,
    limitedTransmit: false,
    idleRestart: false,
    mslMs: 30_000,
  },
};
