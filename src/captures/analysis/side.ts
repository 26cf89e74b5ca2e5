import type { HostName } from '../../trace/trace.ts';
import { Ranges } from './ranges.ts';
import { RecentAcks } from './recent-acks.ts';
import type { FindingKind } from './segment-analysis.ts';
import { type LogBudget, type Sent, SentLog } from './sent-log.ts';

/** What was captured right after a gap: whatever fills the gap was sent before it or after it. */
export type GapWitness = Pick<Sent, 'frame' | 'ms' | 'tsval' | 'identification'>;

/** What the segments of one end have told so far, as a sender and as a receiver. Sequence numbers are absolute. */
export interface Side {
  readonly name: HostName;
  segments: number;
  bytes: number;
  /** NO_COUNTS as long as there are none. */
  findings: Partial<Record<FindingKind, number>>;

  /** Whether a segment of it was captured; before, the numbers below mean nothing. */
  known: boolean;
  iss: number | null;
  synAckSent: boolean;
  mss: number | null;
  windowScale: number | null;
  /** Its SYN was captured without all of its options: one that is not there may have been. */
  optionsUnknown: boolean;
  /** What its windows after the SYN are multiplied by; null where that is not known. */
  scale: number | null;
  /** The lowest number of which the capture can know that it was sent. */
  base: number;
  /** SND.NXT as far as captured. */
  nxt: number;
  /** The end of the last FIN it sent first. */
  finEnd: number | null;
  readonly log: SentLog;
  /** What lies below `nxt` and was not captured. */
  readonly gaps: Ranges<GapWitness>;
  /** How many of the gaps' numbers the peer has acknowledged, and that was told. */
  gapsToldUpTo: number | null;
  /** Where a segment ended that lay far outside the peer's window: not believed until another continues it. */
  wild: number | null;
  /** The end of a zero-window probe that was not acknowledged yet: its byte does not count as sent. */
  probeEnd: number | null;
  recovery: { readonly kind: 'fast' | 'timeout'; readonly until: number; readonly sinceMs: number } | null;
  lastKind: 'keep-alive' | 'zero-window-probe' | 'other';
  lastMs: number;
  /** Whether its IPv4 identifications change, and whether they count up: what they are evidence of. */
  identification: { last: number; changes: boolean; inSteps: number; otherwise: number };
  /** Whether something that passed may not have been taken by the receiver, and is not acknowledged yet. */
  inDoubt: boolean;
  /** The newest TSval in segments that came in order. */
  tsRecent: number | null;

  /** Whether an ACK of it was captured. */
  ackKnown: boolean;
  /** The highest acknowledgement number it sent, and the frame that had it first. */
  ack: number;
  ackFrame: number;
  /** When that was; -Infinity before. */
  advancedMs: number;
  /** An acknowledgement of what was not captured: believed when it is repeated. */
  claimed: number | null;
  duplicates: number;
  /** When it last reported something missing, by a duplicate ACK or a SACK block; -Infinity before. */
  reportedMs: number;
  readonly acks: RecentAcks;
  readonly sacked: Ranges<null>;
  /** The window field of its last segment that counts, in bytes where the scaling is known. */
  window: number | null;
  windowBytes: number | null;
  /** The right edge of its window. */
  edge: number | null;
  /** Smallest time from a segment of the peer to this end's ACK of it, ms, and how many were measured. */
  leastAckMs: number;
  ackTimes: number;
  ackTimeSum: number;
}

/** Shared by all ends of which nothing was found. */
export const NO_COUNTS: Readonly<Partial<Record<FindingKind, number>>> = {};

export function newSide(name: HostName, budget: LogBudget): Side {
  return {
    name,
    segments: 0,
    bytes: 0,
    findings: NO_COUNTS,
    known: false,
    iss: null,
    synAckSent: false,
    mss: null,
    windowScale: null,
    optionsUnknown: false,
    scale: null,
    base: 0,
    nxt: 0,
    finEnd: null,
    log: new SentLog(budget),
    gaps: new Ranges(budget),
    gapsToldUpTo: null,
    wild: null,
    probeEnd: null,
    recovery: null,
    lastKind: 'other',
    lastMs: Number.NEGATIVE_INFINITY,
    identification: { last: -1, changes: false, inSteps: 0, otherwise: 0 },
    inDoubt: false,
    tsRecent: null,
    ackKnown: false,
    ack: 0,
    ackFrame: 0,
    advancedMs: Number.NEGATIVE_INFINITY,
    claimed: null,
    duplicates: 0,
    reportedMs: Number.NEGATIVE_INFINITY,
    acks: new RecentAcks(),
    sacked: new Ranges(budget),
    window: null,
    windowBytes: null,
    edge: null,
    leastAckMs: Number.POSITIVE_INFINITY,
    ackTimes: 0,
    ackTimeSum: 0,
  };
}

/** Forgets all that is known of an end, for the next conversation: making one anew takes far longer. */
export function resetSide(side: Side): void {
  side.segments = 0;
  side.bytes = 0;
  side.findings = NO_COUNTS;
  side.known = false;
  side.iss = null;
  side.synAckSent = false;
  side.mss = null;
  side.windowScale = null;
  side.optionsUnknown = false;
  side.scale = null;
  side.base = 0;
  side.nxt = 0;
  side.finEnd = null;
  side.log.release();
  side.gaps.clear();
  side.gapsToldUpTo = null;
  side.wild = null;
  side.probeEnd = null;
  side.recovery = null;
  side.lastKind = 'other';
  side.lastMs = Number.NEGATIVE_INFINITY;
  const { identification } = side;
  identification.last = -1;
  identification.changes = false;
  identification.inSteps = 0;
  identification.otherwise = 0;
  side.inDoubt = false;
  side.tsRecent = null;
  side.ackKnown = false;
  side.ack = 0;
  side.ackFrame = 0;
  side.advancedMs = Number.NEGATIVE_INFINITY;
  side.claimed = null;
  side.duplicates = 0;
  side.reportedMs = Number.NEGATIVE_INFINITY;
  side.acks.clear();
  side.sacked.clear();
  side.window = null;
  side.windowBytes = null;
  side.edge = null;
  side.leastAckMs = Number.POSITIVE_INFINITY;
  side.ackTimes = 0;
  side.ackTimeSum = 0;
}

/** The number up to which everything it sent was captured without a gap. */
export function contiguous(side: Side): number {
  return side.gaps.first?.from ?? side.nxt;
}

/** The largest right shift a receiver may use (RFC 7323 §2.3). */
const MOST_SHIFT = 14;

/** After a SYN: scaling is in force only when both SYN segments offer it (RFC 7323 §2.2). */
export function agreeOnScaling(one: Side, other: Side): void {
  one.scale = scaleOf(one, other);
  other.scale = scaleOf(other, one);
}

function scaleOf(side: Side, peer: Side): number | null {
  const offered = (one: Side) => one.iss === null || one.windowScale !== null || one.optionsUnknown;
  if (!offered(side) || !offered(peer)) return 1;
  if (side.iss === null || peer.iss === null || side.windowScale === null || peer.windowScale === null) return null;
  return 2 ** Math.min(side.windowScale, MOST_SHIFT);
}

/** RFC 9293 §3.7.1: the MSS of an end that announces none. */
const DEFAULT_MSS = 536;

/** Whether its window has no room for a full segment, so that data may wait for it (RFC 9293 §3.8.6.2.1). */
export function isShut({ edge, ack, mss }: Side): boolean {
  return edge === null || (edge - ack) >>> 0 < (mss ?? DEFAULT_MSS);
}
