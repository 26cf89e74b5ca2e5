import { seqGe, seqGt, seqLe, seqLt, seqMax } from '../../tcp/sequence.ts';
import { networkCopyOf } from './network-copy.ts';
import { type Passing, sentBy } from './passing.ts';
import { causeOf, filling, isResentInRecovery, isSpurious } from './retransmission.ts';
import type { GapWitness } from './side.ts';

/** What a segment is to the numbers of its sender: part of the stream, a copy, or nothing that belongs to it. */
export type Place = 'stream' | 'copy' | 'outside';

/** How far beyond the right edge of the receiver's window a segment may lie and still be believed: old windows may be missing. */
const LEAST_SLACK = 0x1_0000;

/**
 * Looks at SEG.SEQ and SEG.LEN: what is new, what was sent before, what is missing. Moves what is known of the sender's
 * numbers.
 */
export function takeSequence(passing: Passing): Place {
  const { sender, segment, syn } = passing;
  if (passing.rst) return 'stream';
  if (syn && (sender.iss === null || sender.iss !== segment.seq)) return startAt(passing);
  if (!sender.known) return begin(passing);
  if (sender.iss !== null && seqLt(segment.seq, sender.iss)) {
    // Below the ISN nothing of this connection lies; a keep-alive before anything was sent has the ISN itself.
    return 'outside';
  }
  if (passing.length === 0) return takeEmpty(passing);
  if (isProbe(passing)) {
    passing.findings.push({ kind: 'zero-window-probe' });
    if (segment.seq === sender.nxt) sender.probeEnd = passing.end;
    return 'stream';
  }
  countProbe(passing);
  if (seqGe(segment.seq, sender.nxt)) return takeNew(passing);
  if (isKeepAlive(passing)) {
    passing.findings.push({ kind: 'keep-alive' });
    return 'stream';
  }
  return takeOld(passing);
}

/** A SYN: the numbers of this end start here, whatever was seen before. */
function startAt(passing: Passing): Place {
  const { sender, segment } = passing;
  sender.log.clear();
  sender.gaps.clear();
  sender.iss = segment.seq;
  sender.base = segment.seq;
  sender.nxt = passing.end;
  sender.known = true;
  sender.finEnd = null;
  sender.recovery = null;
  sender.wild = null;
  sender.probeEnd = null;
  sender.log.add(sentBy(passing, false));
  return 'stream';
}

function begin(passing: Passing): Place {
  const { sender, receiver, segment } = passing;
  sender.known = true;
  sender.base = segment.seq;
  sender.nxt = passing.end;
  const known = passing.length > 0 && receiver.ackKnown && seqLe(passing.end, receiver.ack);
  if (known)
    passing.findings.push({
      kind: 'retransmission',
      of: null,
      cause: 'unknown',
      spurious: true,
      afterMs: null,
      waitedMs: null,
    });
  if (passing.length > 0) sender.log.add(sentBy(passing, known));
  if (passing.fin) sender.finEnd = passing.end;
  return 'stream';
}

/** No data, no SYN, no FIN: it only shows where the sender's numbers are. */
function takeEmpty(passing: Passing): Place {
  const { sender, receiver, segment, findings } = passing;
  countProbe(passing);
  if (seqGt(segment.seq, sender.nxt)) return seqAhead(passing);
  if (((sender.nxt - segment.seq) | 0) !== 1) return 'stream';
  // With data on its way it is only late: what is sent to be answered is sent on an idle connection (RFC 9293 §3.8.4).
  if (receiver.ackKnown && receiver.ack !== sender.nxt) return 'stream';
  findings.push(receiver.window === 0 ? { kind: 'zero-window-probe' } : { kind: 'keep-alive' });
  return 'stream';
}

/** RFC 9293 §3.8.6.1: a byte for a window of zero. It does not count as sent before it is acknowledged. */
function isProbe({ sender, receiver, segment, length, syn, fin }: Passing): boolean {
  if (syn || fin || length !== 1 || receiver.window !== 0) return false;
  return segment.seq === sender.nxt || (receiver.ackKnown && segment.seq === receiver.ack);
}

/** A probe whose byte was taken: what comes next continues after it. */
function countProbe({ sender, segment }: Passing): void {
  if (sender.probeEnd === null || !seqGe(segment.seq, sender.probeEnd)) return;
  sender.nxt = seqMax(sender.nxt, sender.probeEnd);
  sender.probeEnd = null;
}

/**
 * RFC 9293 §3.8.4: a byte of garbage at SND.NXT-1, on an idle connection. A byte that is not acknowledged yet, or that
 * was a segment of its own with PSH, is that byte sent again.
 */
function isKeepAlive({ sender, receiver, segment, length, syn, fin, end }: Passing): boolean {
  if (syn || fin || length !== 1 || end !== sender.nxt) return false;
  if (!receiver.ackKnown || seqLt(receiver.ack, end)) return false;
  const same = sender.log.covering(segment.seq, end);
  return (
    same === null || same.first.seq !== segment.seq || same.first.end !== end || same.first.flags !== segment.flags
  );
}

function takeNew(passing: Passing): Place {
  const { sender, segment } = passing;
  if (segment.seq !== sender.nxt) return seqAhead(passing);
  sender.log.add(sentBy(passing, false));
  sender.nxt = passing.end;
  sender.wild = null;
  if (passing.fin) sender.finEnd = passing.end;
  return 'stream';
}

const witnessOf = ({ frame, ms, options, identification }: Passing['segment']): GapWitness => ({
  frame,
  ms,
  tsval: options.timestamps?.[0] ?? -1,
  identification: identification ?? -1,
});

/** SEG.SEQ is beyond all that was captured of its sender. */
function seqAhead(passing: Passing): Place {
  const { sender, receiver, segment, end, findings } = passing;
  findings.push({ kind: 'gap-before', bytes: (segment.seq - sender.nxt) >>> 0 });
  if (isFarOutside(passing) && sender.wild !== segment.seq) {
    sender.wild = end;
    return 'outside';
  }
  sender.wild = null;
  sender.gaps.add(sender.nxt, segment.seq, witnessOf(segment));
  // What the receiver has acknowledged and was told of as unseen is no gap to be told of again.
  if (receiver.ackKnown && seqGt(receiver.ack, sender.nxt)) sender.gapsToldUpTo = receiver.ack;
  if (passing.length > 0) sender.log.add(sentBy(passing, false));
  sender.nxt = end;
  if (passing.fin) sender.finEnd = end;
  return 'stream';
}

function isFarOutside({ receiver, segment }: Passing): boolean {
  if (receiver.edge === null || receiver.windowBytes === null) return false;
  return seqGt(segment.seq, (receiver.edge + Math.max(LEAST_SLACK, receiver.windowBytes)) >>> 0);
}

/**
 * From here on what lies below SND.NXT goes again for the same cause, until all of it is acknowledged. What a recovery has
 * sent and sends again begins another.
 */
function beginRecovery({ sender, segment, end }: Passing, kind: 'fast' | 'timeout', isResent: boolean): void {
  const { recovery } = sender;
  if (!isResent && recovery !== null && recovery.kind === kind && seqLt(segment.seq, recovery.until)) return;
  sender.recovery = { kind, until: seqMax(sender.nxt, end), sinceMs: segment.ms };
}

/** It starts below SND.NXT: sent again, copied on the way, or late. */
function takeOld(passing: Passing): Place {
  const { sender, receiver, segment, end, findings } = passing;
  if (passing.syn && passing.hasAck && !sender.synAckSent && receiver.iss !== null) {
    // A SYN answered by a SYN (RFC 9293 Figure 7): the number is the same, the segment is another.
    return 'stream';
  }
  const copied = networkCopyOf(passing);
  if (copied !== null) {
    findings.push({ kind: 'network-copy', of: copied });
    return 'copy';
  }
  const low = seqMax(segment.seq, sender.base);
  const high = seqLt(end, sender.nxt) ? end : sender.nxt;
  const seen = seqLt(low, high) ? ((high - low) >>> 0) - sender.gaps.covered(low, high) : 0;
  const fills = seen === 0 ? filling(passing) : null;
  if (fills !== null) findings.push({ kind: 'out-of-order', lateMs: fills });
  else {
    const before = sender.log.covering(segment.seq, end);
    const spurious = isSpurious(passing);
    const cause = causeOf(passing, before);
    findings.push({
      kind: 'retransmission',
      of: before?.first.frame ?? null,
      cause,
      spurious,
      afterMs: before === null ? null : Math.max(0, segment.ms - before.first.ms),
      waitedMs: before === null ? null : Math.max(0, segment.ms - before.last.ms),
    });
    if (cause === 'timeout' || (cause === 'fast' && !spurious))
      beginRecovery(passing, cause, isResentInRecovery(passing, before));
  }
  sender.log.eachCovering(segment.seq, end, (entry) => {
    entry.again = true;
  });
  sender.log.add(sentBy(passing, true));
  sender.gaps.remove(segment.seq, end);
  if (seqLt(segment.seq, sender.base)) sender.base = segment.seq;
  if (seqGt(end, sender.nxt)) sender.nxt = end;
  if (passing.fin && sender.finEnd === null) sender.finEnd = end;
  return 'stream';
}
