import { expectedSamples } from './rto.ts';
import { seqAdd, seqDistance, seqGe, seqGt, seqLe } from './sequence.ts';
import { flightSize, type SentSegment, type Tcb } from './tcb.ts';
import { resend, startRetransmissionTimer } from './transmit.ts';

/** Number of duplicate ACKs that mean a loss (RFC 5681 §3.2). */
const DUPLICATE_THRESHOLD = 3;

/**
 * Takes what `ack` covers off the retransmission queue, measures the round trip (RFC 6298, Karn), restarts or stops
 * the timer (§5.2, 5.3) and moves loss recovery on. SND.UNA has not moved yet.
 */
export function acknowledgeSent(tcb: Tcb, ack: number, echoedMs: number | null, now: number): void {
  const ackedBytes = takeAcknowledged(tcb, ack, echoedMs, now);
  tcb.snd.una = ack;
  // Every ACK of new data restarts the timer (RFC 6298 §5.3). RFC 6582 §3.2 step 3 would have only the first partial
  // ACK of a fast recovery do so ("impatient"); this is the slow-but-steady variant, as in kernels.
  if (tcb.sent.length === 0) delete tcb.timers.retransmission;
  else startRetransmissionTimer(tcb, now);
  recoverOnAck(tcb, ack, ackedBytes, now);
}

/** Returns the data bytes that `ack` newly acknowledges. */
function takeAcknowledged(tcb: Tcb, ack: number, echoedMs: number | null, now: number): number {
  const flight = flightSize(tcb);
  let ackedBytes = 0;
  let measured: number | null = null;
  let repeated = false;
  let done = 0;
  for (const record of tcb.sent) {
    const end = seqAdd(record.seq, record.length + (record.syn || record.fin ? 1 : 0));
    if (!seqLe(end, ack)) {
      const part = seqGt(ack, record.seq) ? seqDistance(record.seq, ack) : 0;
      if (part > 0) {
        ackedBytes += part;
        tcb.sent[done] = withoutStart(record, part);
      }
      break;
    }
    done += 1;
    ackedBytes += record.length;
    if (record.transmissions > 1) repeated = true;
    else measured ??= now - record.lastSentMs;
    if (record.syn) tcb.congestion.open(tcb.snd.mss, tcb.synLost);
  }
  const first = tcb.sent[0];
  const last = tcb.sent[done - 1];
  const synTaken = done > 0 && first?.syn === true;
  tcb.sent.splice(0, done);
  const head = tcb.sent[0];
  if (head !== undefined) tcb.queue.discardBefore(head.offset);
  else if (last !== undefined) tcb.queue.discardBefore(last.offset + last.length);
  // Karn (RFC 6298 §3): an ACK that covers a retransmission tells no round trip, since it may have waited for it.
  // A timestamp echoed tells which transmission it answers (RFC 7323 §4.1).
  if (echoedMs !== null) tcb.rto.sample(echoedMs, expectedSamples(flight, tcb.snd.mss));
  else if (measured !== null && !repeated) tcb.rto.sample(measured);
  if (synTaken && tcb.synLost) tcb.rto.afterLostSyn();
  return ackedBytes;
}

/** A record whose first `bytes` data bytes are acknowledged. */
function withoutStart(record: SentSegment, bytes: number): SentSegment {
  return {
    ...record,
    seq: seqAdd(record.seq, bytes),
    offset: record.offset + bytes,
    length: record.length - bytes,
  };
}

function recoverOnAck(tcb: Tcb, ack: number, ackedBytes: number, now: number): void {
  const { recovery, congestion } = tcb;
  switch (recovery.kind) {
    case 'none':
      recovery.duplicateAcks = 0;
      if (ackedBytes > 0) congestion.acked(ackedBytes);
      break;
    case 'fast':
      if (seqGe(ack, recovery.recover)) {
        congestion.leaveFastRecovery(flightSize(tcb));
        tcb.recovery = { kind: 'none', duplicateAcks: 0, recover: recovery.recover };
      } else {
        // Partial ACK: the next hole is lost too (RFC 6582 §3.2).
        congestion.deflate(ackedBytes);
        const hole = tcb.sent[0];
        if (hole !== undefined) resend(tcb, hole, now);
      }
      break;
    case 'timeout':
      if (ackedBytes > 0) congestion.acked(ackedBytes);
      if (seqGe(ack, recovery.recover)) {
        tcb.recovery = { kind: 'none', duplicateAcks: 0, recover: recovery.recover };
      }
      break;
  }
}

/** A duplicate ACK as RFC 5681 §2 defines it; the third sets off fast retransmit (§3.2). */
export function duplicateAck(tcb: Tcb, ack: number, now: number): void {
  const { recovery, congestion } = tcb;
  if (recovery.kind === 'fast') {
    congestion.inflate();
    return;
  }
  if (recovery.kind === 'timeout') return;
  recovery.duplicateAcks += 1;
  if (recovery.duplicateAcks !== DUPLICATE_THRESHOLD) return;
  // Not again for segments of a recovery that is already over (RFC 6582 §3.2 step 2).
  if (recovery.recover !== null && !seqGt(ack, recovery.recover)) return;
  const hole = tcb.sent[0];
  if (hole === undefined) return;
  congestion.enterFastRecovery(flightSize(tcb));
  tcb.recovery = { kind: 'fast', recover: tcb.snd.nxt };
  resend(tcb, hole, now);
}
