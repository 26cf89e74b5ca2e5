import { startRetransmissionTimer } from '../sending/transmit.ts';
import { seqDistance, seqGt, seqLe } from '../sequence.ts';
import { flightSize, type Tcb } from '../tcb.ts';
import { recoverOnAck } from './loss-recovery.ts';
import { expectedSamples } from './rto.ts';
import type { SentSegment } from './sent-segments.ts';

/**
 * Takes what `ack` covers off the retransmission queue and the scoreboard, measures the round trip (RFC 6298, Karn),
 * moves SND.UNA and loss recovery on, and restarts or stops the timer (RFC 6298 §5.2, 5.3).
 */
export function acknowledgeSent(tcb: Tcb, ack: number, echoedMs: number | null, now: number): void {
  const ackedBytes = takeAcknowledged(tcb, ack, echoedMs, now);
  const known = tcb.scoreboard.bytes === 0 ? 0 : tcb.scoreboard.bytesBelow(ack);
  tcb.snd.una = ack;
  tcb.scoreboard.advance(ack);
  const restart = recoverOnAck(tcb, ackedBytes, known, now);
  if (tcb.sent.length === 0) tcb.timers.retransmission = undefined;
  else if (restart) startRetransmissionTimer(tcb, now);
}

/** Returns the data bytes that `ack` newly acknowledges. */
function takeAcknowledged(tcb: Tcb, ack: number, echoedMs: number | null, now: number): number {
  const { sent, queue, rto } = tcb;
  const flight = flightSize(tcb);
  let ackedBytes = 0;
  let measured: number | null = null;
  let repeated = false;
  let synTaken = false;
  let taken: SentSegment | undefined;
  for (let record = sent.first; record !== undefined && seqLe(record.end, ack); record = sent.first) {
    taken = record;
    sent.dropFirst();
    ackedBytes += record.length;
    if (record.transmissions > 1) repeated = true;
    else measured ??= now - record.lastSentMs;
    if (record.syn) {
      synTaken = true;
      tcb.congestion.open(tcb.snd.mss, forfeitsInitialWindow(tcb, record));
    }
  }
  const head = sent.first;
  if (head !== undefined && seqGt(ack, head.seq)) {
    const part = seqDistance(head.seq, ack);
    ackedBytes += part;
    sent.trimFirst(part);
    queue.discardBefore(head.offset + part);
  } else if (head !== undefined) queue.discardBefore(head.offset);
  else if (taken !== undefined) queue.discardBefore(taken.offset + taken.length);
  // Karn (RFC 6298 §3): an ACK that covers a retransmission tells no round trip, since it may have waited for it.
  // A timestamp echoed tells which transmission it answers (RFC 7323 §4.1).
  if (echoedMs !== null) rto.sample(echoedMs, expectedSamples(flight, tcb.snd.mss));
  else if (measured !== null && !repeated) rto.sample(measured);
  if (synTaken && tcb.synLost) rto.afterLostSyn();
  return ackedBytes;
}

/**
 * A lost SYN makes the initial window one segment (RFC 5681 §3.1). RFC 6928 §2 would have it go again more than once:
 * a single retransmission is as likely to come of a path longer than the first RTO.
 */
function forfeitsInitialWindow({ synLost, settings }: Tcb, syn: SentSegment): boolean {
  return synLost && (settings.conventions.initialWindow !== 'rfc6928' || syn.transmissions > 2);
}
