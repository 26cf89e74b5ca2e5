import { seqGe, seqGt, seqLe, seqLt } from '../../tcp/sequence.ts';
import type { Passing } from './passing.ts';
import type { RetransmissionCause } from './segment-analysis.ts';
import type { Sent } from './sent-log.ts';
import type { GapWitness, Side } from './side.ts';

/** Duplicate ACKs that trigger a fast retransmit (RFC 5681 §3.2). */
const DUPLICATE_THRESHOLD = 3;
/** Within this time a host answers what has come, ms (tshark's value). */
const TURNAROUND_MS = 20;
/** The time by which a segment may be late where no round trip is known, ms (tshark's value). */
const LATE_AT_MOST_MS = 3;

/** Whether the receiver had acknowledged or SACKed all of it when it passed. */
export function isSpurious({ segment, end, receiver }: Passing): boolean {
  if (!receiver.ackKnown) return false;
  if (seqLe(end, receiver.ack)) return true;
  const from = seqGt(receiver.ack, segment.seq) ? receiver.ack : segment.seq;
  return receiver.sacked.covered(from, end) === (end - from) >>> 0;
}

/**
 * For a segment of which nothing was captured before: how late it is, ms, when it was sent before what was captured
 * ahead of it; null when it was sent after that, so again. The sender's clock tells (RFC 7323), else how it
 * counts its datagrams, else whether a round trip has passed, without which nobody can know of a loss.
 */
export function filling(passing: Passing): number | null {
  const { segment, sender, receiver, end } = passing;
  const gap = sender.gaps.at(segment.seq, end);
  const witness = gap?.known;
  if (witness === undefined) return null;
  const late = Math.max(0, segment.ms - witness.ms);
  const order = sentBefore(passing, witness);
  if (order !== null) return order ? late : null;
  if (receiver.duplicates >= DUPLICATE_THRESHOLD && passing.pathRttMs === null) return null;
  return late < (passing.pathRttMs ?? LATE_AT_MOST_MS) ? late : null;
}

/** Whether it was sent before the witness, as far as the sender's own counters tell. */
function sentBefore({ segment, sender }: Passing, witness: GapWitness): boolean | null {
  const tsval = segment.options.timestamps?.[0];
  if (tsval !== undefined && witness.tsval >= 0 && tsval !== witness.tsval) return seqLt(tsval, witness.tsval);
  if (segment.identification === null || witness.identification < 0) return null;
  if (!countsUp(sender)) return null;
  const ahead = (segment.identification - witness.identification) & 0xffff;
  if (ahead === 0) return null;
  return ahead >= 0x8000;
}

/** Whether the identifications it sent in order went up in small steps, nearly always. */
function countsUp({ identification: { inSteps, otherwise } }: Side): boolean {
  return inSteps >= 2 && inSteps >= 16 * otherwise;
}

/** Why the sender sent again. `before`: what was captured of the same numbers. */
export function causeOf(
  passing: Passing,
  before: { readonly first: Sent; readonly last: Sent } | null,
): RetransmissionCause {
  const { segment, sender, receiver, end, leastRtoMs } = passing;
  const { ms } = segment;
  // Where the original was not captured, it was sent before what came after the gap.
  const sentMs = before?.last.ms ?? sender.gaps.at(segment.seq, end)?.known.ms ?? null;
  if (sentMs === null) return 'unknown';
  // An ACK of new data starts the timer anew (RFC 6298 §5.3).
  const waited = ms - Math.max(sentMs, receiver.advancedMs);
  const silence = ms - Math.max(sentMs, receiver.lastMs);
  const sentAgainBefore = before !== null && before.first !== before.last;
  if (waited >= leastRtoMs && (silence >= leastRtoMs || sentAgainBefore)) return 'timeout';
  // What a timeout took for lost goes again in its wake; duplicate ACKs count only beyond that (RFC 6582 §3.2).
  if (isInRecovery(passing, 'timeout')) return 'timeout';
  if (isResentInRecovery(passing, before)) {
    // A recovery sends nothing twice (RFC 6675 §5): after less than a round trip only the timer can have.
    return waited >= leastRtoMs || waited < (passing.pathRttMs ?? 0) ? 'timeout' : 'unknown';
  }
  // Elsewhere than at the sender it does not show whether the timer had run out first.
  const mayBeTimer = waited >= leastRtoMs && !passing.isAtSender;
  if (!isSpurious(passing) && isReported(passing)) return mayBeTimer ? 'unknown' : 'fast';
  if (isInRecovery(passing, 'fast') && !mayBeTimer) return 'fast';
  return waited >= leastRtoMs ? 'timeout' : 'unknown';
}

/** A SYN is sent again on its own, or because the peer's came again. */
function isInRecovery({ syn, sender: { recovery }, segment }: Passing, kind: 'fast' | 'timeout'): boolean {
  return !syn && recovery !== null && recovery.kind === kind && seqLt(segment.seq, recovery.until);
}

/** Whether the recovery that is under way has sent it already. */
export function isResentInRecovery(
  { sender: { recovery } }: Passing,
  before: { readonly first: Sent; readonly last: Sent } | null,
): boolean {
  if (recovery === null || before === null || before.first === before.last) return false;
  return before.last.ms >= recovery.sinceMs;
}

/** Whether the receiver has said that something after it arrived and this did not: duplicate ACKs, or SACK blocks above it. */
function isReported({ segment, receiver, end, leastRtoMs, isAtSender }: Passing): boolean {
  // The sender acts on it at once, which is seen there at once, and elsewhere after a round trip at most.
  if (segment.ms - receiver.reportedMs >= (isAtSender ? TURNAROUND_MS : leastRtoMs)) return false;
  const hole = receiver.ackKnown && seqGe(receiver.ack, segment.seq) && seqLt(receiver.ack, end);
  if (hole && receiver.duplicates >= DUPLICATE_THRESHOLD) return true;
  const highest = receiver.sacked.list.at(-1);
  return highest !== undefined && seqGe(highest.from, end);
}
