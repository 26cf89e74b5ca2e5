import { seqGe, seqGt, seqLe, seqLt } from '../../tcp/sequence.ts';
import type { Passing } from './passing.ts';
import type { SegmentAnalysis } from './segment-analysis.ts';
import type { Side } from './side.ts';

/** Looks at SEG.ACK and the SACK blocks: what is new, repeated, or of something that was not captured. Returns the round trip. */
export function takeAck(passing: Passing): SegmentAnalysis['rtt'] {
  const { sender, segment } = passing;
  if (!passing.hasAck) return null;
  takeSackBlocks(passing);
  const claims = isOfUnseen(passing);
  if (claims) return null;
  if (!sender.ackKnown || seqGt(segment.ack, sender.ack)) return advance(passing);
  if (segment.ack === sender.ack) repeat(passing);
  return null;
}

/**
 * An ACK beyond what the receiver of it was seen to send. It may be forged or broken, so it counts only when the next ACK
 * says the same: then bytes passed by uncaptured. Returns whether it is not to be believed yet.
 */
function isOfUnseen({ sender, receiver, segment, findings }: Passing): boolean {
  const { ack } = segment;
  if (!receiver.known) return false;
  if (receiver.probeEnd !== null && ack === receiver.probeEnd) {
    receiver.nxt = receiver.probeEnd;
    receiver.probeEnd = null;
  }
  const unseen = (ack - receiver.nxt) | 0;
  if (unseen <= 0) {
    sender.claimed = null;
    return false;
  }
  const confirmed = sender.claimed !== null && seqGe(ack, sender.claimed);
  if (!confirmed || ack !== sender.claimed) findings.push({ kind: 'acks-unseen', bytes: unseen });
  sender.claimed = ack;
  if (!confirmed) return true;
  receiver.gaps.add(receiver.nxt, ack, witnessOf(segment));
  receiver.gapsToldUpTo = ack;
  receiver.nxt = ack;
  return false;
}

const witnessOf = ({ frame, ms }: Passing['segment']) => ({ frame, ms, tsval: -1, identification: -1 });

/** It acknowledges more than any before it. */
function advance({ sender, receiver, segment, findings }: Passing): SegmentAnalysis['rtt'] {
  const { ack, frame, ms } = segment;
  const held = sender.duplicates > 0 || !sender.sacked.isEmpty;
  const before = sender.ackKnown ? sender.ack : null;
  sender.ackKnown = true;
  sender.ack = ack;
  sender.ackFrame = frame;
  sender.advancedMs = ms;
  sender.duplicates = 0;
  if (!sender.sacked.isEmpty) dropBelow(sender, ack);
  if (receiver.recovery !== null && seqGe(ack, receiver.recovery.until)) receiver.recovery = null;
  if (!receiver.known) return null;
  tellGaps(receiver, ack, findings);
  const measured = receiver.log.acknowledge(ack, before);
  // What was held above a gap waited for it there: its ACK says nothing of the path.
  if (measured === null || held) return null;
  const time = ms - measured.ms;
  if (time < 0) return null;
  sender.leastAckMs = Math.min(sender.leastAckMs, time);
  sender.ackTimes++;
  sender.ackTimeSum += time;
  return { ms: time, of: measured.frame };
}

function dropBelow(sender: Side, ack: number): void {
  const lowest = sender.sacked.first;
  if (lowest !== undefined && seqLt(lowest.from, ack)) sender.sacked.remove(lowest.from, ack);
}

/** Gaps below an ACK were no losses: those bytes reached the receiver, and only the capture misses them. */
function tellGaps(receiver: Side, ack: number, findings: Passing['findings']): void {
  const lowest = receiver.gaps.first;
  if (lowest === undefined || !seqLt(lowest.from, ack)) return;
  const told = receiver.gapsToldUpTo;
  const from = told !== null && seqGt(told, lowest.from) ? told : lowest.from;
  const bytes = seqLt(from, ack) ? receiver.gaps.covered(from, ack) : 0;
  if (bytes > 0) findings.push({ kind: 'acks-unseen', bytes });
  receiver.gapsToldUpTo = ack;
}

/** It repeats the highest ACK. */
function repeat(passing: Passing): void {
  const { sender, receiver, segment, findings } = passing;
  if (passing.length > 0 || passing.rst) return;
  if (receiver.lastKind === 'keep-alive') {
    findings.push({ kind: 'keep-alive-ack' });
    return;
  }
  if (receiver.lastKind === 'zero-window-probe' && segment.window === 0) {
    findings.push({ kind: 'zero-window-probe-ack' });
    return;
  }
  if (segment.window !== sender.window) return;
  if (!hasDataOutstanding(receiver, segment.ack)) return;
  sender.duplicates++;
  sender.reportedMs = segment.ms;
  findings.push({ kind: 'duplicate-ack', nth: sender.duplicates, of: sender.ackFrame });
}

/** Whether data of `side` beyond `ack` was captured; a FIN is none (RFC 5681 §2 (a)). */
function hasDataOutstanding(side: Side, ack: number): boolean {
  if (!side.known) return false;
  const outstanding = (side.nxt - ack) | 0;
  return outstanding > (side.finEnd !== null && side.finEnd === side.nxt ? 1 : 0);
}

/** RFC 2018 §4: what the sender of the blocks holds above a gap; RFC 2883 §4: the first may tell of data received twice. */
function takeSackBlocks({ sender, receiver, segment, findings }: Passing): void {
  const blocks = segment.options.sack;
  if (blocks === undefined) return;
  for (const [i, [from, to]] of blocks.entries()) {
    if (!seqLt(from, to)) continue;
    if (i === 0 && isDsack(blocks, segment.ack)) {
      findings.push({ kind: 'dsack', range: [from, to] });
      continue;
    }
    if (seqLe(to, segment.ack) || (receiver.known && seqGt(to, receiver.nxt))) continue;
    sender.sacked.add(from, to, null);
    sender.reportedMs = segment.ms;
  }
}

function isDsack(blocks: readonly (readonly [number, number])[], ack: number): boolean {
  const [first, second] = blocks;
  if (first === undefined) return false;
  if (seqLe(first[1], ack)) return true;
  return second !== undefined && seqGe(first[0], second[0]) && seqLe(first[1], second[1]);
}
