import { isAnswered, windowReduced } from '../congestion/ecn.ts';
import { resendFrom } from '../sending/transmit.ts';
import { seqAdd, seqGe, seqGt, seqLe, seqLt, seqMax } from '../sequence.ts';
import { flightSize, noRecovery, type Recovery, type Tcb } from '../tcb.ts';
import { DUP_THRESH } from './scoreboard.ts';

/**
 * A duplicate ACK: as RFC 5681 §2 defines it, or with SACK in use one that SACKs something new (RFC 6675 §2). The
 * third starts recovery (RFC 5681 §3.2, RFC 6675 §5).
 */
export function duplicateAck(tcb: Tcb, now: number): void {
  const { recovery, congestion, snd } = tcb;
  if (recovery.kind === 'fast') congestion.setWindow(congestion.cwnd + snd.mss);
  if (recovery.kind !== 'none') return;
  recovery.duplicateAcks += 1;
  if (recovery.duplicateAcks < DUP_THRESH && !firstIsLost(tcb)) return;
  // Not again for what a recovery that is over, or a timeout, has already dealt with (RFC 6582 §3.2 step 2).
  if (recovery.recover !== null && !seqGt(snd.una, recovery.recover)) return;
  if (tcb.sent.length === 0) return;
  // What limited transmit has sent beyond cwnd does not count (RFC 5681 §3.2 step 2).
  enterRecovery(tcb, flightSize(tcb) - recovery.limited, now);
}

/** IsLost(HighACK + 1) (RFC 6675 §5 step 2): enough is SACKed above, though few ACKs have come. */
function firstIsLost(tcb: Tcb): boolean {
  const edge = tcb.scoreboard.lossEdge(tcb.snd.mss);
  return edge !== null && seqLt(tcb.snd.una, edge);
}

/**
 * Fast retransmit of the segment at SND.UNA, and the recovery that the conventions ask for. The windows are lowered but
 * once for a window of data, be it for a loss or for a mark (RFC 3168 §6.1.2).
 */
function enterRecovery(tcb: Tcb, flight: number, now: number): void {
  const { congestion, snd, settings } = tcb;
  const { una, nxt } = snd;
  const answered = isAnswered(tcb, una);
  if (!tcb.sackPermitted && settings.conventions.lossRecovery === 'tahoe') {
    windowReduced(tcb);
    congestion.timeout(flight, !answered);
    tcb.recovery = { kind: 'timeout', recover: nxt, highRxt: resendFrom(tcb, una, now) };
    return;
  }
  if (answered) congestion.setWindow(Math.min(congestion.cwnd, congestion.ssthresh));
  else {
    windowReduced(tcb);
    congestion.reduce(flight);
  }
  if (tcb.sackPermitted) {
    const highRxt = resendFrom(tcb, una, now);
    tcb.recovery = { kind: 'sack', recover: nxt, highRxt, rescueRxt: highRxt }; // RFC 6675 §5 step 4
    return;
  }
  congestion.setWindow(congestion.cwnd + DUP_THRESH * snd.mss);
  tcb.recovery = { kind: 'fast', recover: nxt, partialAcks: 0 };
  resendFrom(tcb, una, now);
}

/**
 * An ACK of new data moves recovery on; SND.UNA has moved already. `known` of the bytes were SACKed before. Returns
 * whether the retransmission timer is to be restarted (RFC 6298 §5.3).
 */
export function recoverOnAck(tcb: Tcb, ackedBytes: number, known: number, now: number): boolean {
  const { recovery, congestion, snd, rto } = tcb;
  switch (recovery.kind) {
    case 'none': {
      const counted = countedForGrowth(tcb, ackedBytes, known, recovery.duplicateAcks);
      recovery.duplicateAcks = 0;
      recovery.limited = 0;
      recovery.limitedSegments = 0;
      if (ackedBytes > 0 && mayGrow(tcb, ackedBytes)) congestion.acked(counted, now, rto.srttMs);
      return true;
    }
    case 'fast':
      return recoverFast(tcb, recovery, ackedBytes, now);
    case 'sack':
      if (seqGe(snd.una, recovery.recover)) tcb.recovery = noRecovery(recovery.recover);
      return true;
    case 'timeout':
      if (ackedBytes > 0 && tcb.ecn?.echoed !== true) congestion.acked(ackedBytes, now, rto.srttMs);
      if (seqGe(snd.una, recovery.recover)) tcb.recovery = noRecovery(recovery.recover);
      return true;
  }
}

/**
 * The bytes that an ACK lets cwnd grow by: all it acknowledges (RFC 5681 §3.1), or where no limit holds one ACK back
 * (`slowStartLimit`, as in Linux) only what no SACK or duplicate ACK has told of before.
 */
function countedForGrowth(tcb: Tcb, ackedBytes: number, known: number, duplicateAcks: number): number {
  const { settings, snd, sackPermitted } = tcb;
  if (settings.conventions.slowStartLimit !== null) return ackedBytes;
  const told = sackPermitted ? known : duplicateAcks * snd.mss;
  return Math.max(ackedBytes - told, Math.min(ackedBytes, snd.mss));
}

/**
 * Whether cwnd may grow by an ACK of `ackedBytes`: not by one with ECE (RFC 3168 §6.1.2), and CUBIC's not while the
 * application or the peer's window held the sender back instead of cwnd (RFC 9438 §5.8); RFC 5681 has no such condition.
 */
function mayGrow(tcb: Tcb, ackedBytes: number): boolean {
  if (tcb.ecn?.echoed === true) return false;
  if (tcb.settings.conventions.congestionControl !== 'cubic') return true;
  return flightSize(tcb) + ackedBytes + tcb.snd.mss > tcb.congestion.cwnd;
}

/** RFC 6582 §3.2 step 3, or Reno's simpler end (RFC 5681 §3.2 step 6). */
function recoverFast(tcb: Tcb, recovery: Recovery & { kind: 'fast' }, ackedBytes: number, now: number): boolean {
  const { congestion, snd, settings } = tcb;
  const { lossRecovery, partialAckTimer } = settings.conventions;
  if (lossRecovery === 'reno') {
    congestion.setWindow(congestion.ssthresh);
    tcb.recovery = noRecovery(null);
    return true;
  }
  if (seqGe(snd.una, recovery.recover)) {
    const flight = flightSize(tcb);
    congestion.setWindow(Math.min(congestion.ssthresh, Math.max(flight, snd.mss) + snd.mss)); // option 1
    tcb.recovery = noRecovery(recovery.recover);
    return true;
  }
  // A partial ACK: the next hole is lost too. The window shrinks by what has left the network.
  const deflated = Math.max(snd.mss, congestion.cwnd - ackedBytes);
  congestion.setWindow(ackedBytes >= snd.mss ? deflated + snd.mss : deflated);
  resendFrom(tcb, snd.una, now);
  recovery.partialAcks += 1;
  return partialAckTimer === 'every' || recovery.partialAcks === 1;
}

/** The retransmission timer expired with `flight` octets outstanding: all of them are taken for lost (RFC 5681 §3.1). */
export function recoverFromTimeout(tcb: Tcb, flight: number, first: boolean): void {
  const { una, nxt } = tcb.snd;
  tcb.congestion.timeout(flight, first);
  windowReduced(tcb);
  tcb.scoreboard.clear();
  tcb.recovery = { kind: 'timeout', recover: nxt, highRxt: una };
}

/**
 * Takes the SACK blocks of an ACK into the scoreboard (Update() of RFC 6675 §4), SND.UNA not yet moved by it. Returns
 * how many octets are newly SACKed. `ack` is the segment's: a block at or below it, or within the block after it, is
 * a report of duplicates (RFC 2883 §4) and says nothing of what is missing.
 */
export function takeSackBlocks(tcb: Tcb, blocks: readonly (readonly [number, number])[], ack: number): number {
  const { scoreboard, snd } = tcb;
  let added = 0;
  for (const [index, [start, end]] of blocks.entries()) {
    if (index === 0 && isDuplicateReport(blocks, ack)) {
      tcb.notes.push('dsack');
      continue;
    }
    // Nonsense, or about what is acknowledged or was never sent.
    if (!(seqLt(start, end) && seqLt(snd.una, start) && seqLe(end, snd.nxt))) continue;
    added += scoreboard.add(start, end);
  }
  if (added > 0) tcb.notes.push('sacked');
  return added;
}

function isDuplicateReport(blocks: readonly (readonly [number, number])[], ack: number): boolean {
  const [first, second] = blocks;
  if (first === undefined) return false;
  if (seqLe(first[1], ack)) return true;
  return second !== undefined && seqGe(first[0], second[0]) && seqLe(first[1], second[1]);
}

/**
 * What NextSeg() (RFC 6675 §4) would send again now: `lost` by rule 1, what is taken for lost; `below` by rule 3, what
 * is missing below the highest SACKed octet; `rescue` by rule 4, the last of what is outstanding, once a recovery.
 * After a timeout rule 1 alone holds, with everything sent before it taken for lost. Null: nothing.
 */
export function nextToResend(tcb: Tcb, rule: 'lost' | 'below' | 'rescue'): number | null {
  const { recovery, scoreboard, snd, sent } = tcb;
  if (recovery.kind !== 'sack' && recovery.kind !== 'timeout') return null;
  if (rule === 'rescue') {
    if (recovery.kind === 'timeout' || !seqGt(snd.una, recovery.rescueRxt)) return null;
    const top = scoreboard.topHole(snd.nxt);
    const record = seqLt(snd.una, top) ? sent.holding(seqAdd(top, -1)) : undefined;
    return record === undefined ? null : scoreboard.nextHole(record.seq);
  }
  const edge =
    recovery.kind === 'timeout'
      ? recovery.recover
      : rule === 'lost'
        ? scoreboard.lossEdge(snd.mss)
        : scoreboard.highest;
  if (edge === null) return null;
  const hole = scoreboard.nextHole(seqMax(snd.una, recovery.highRxt));
  return seqLt(hole, edge) ? hole : null;
}

/** Sends again what `nextToResend` chose. */
export function resendMissing(tcb: Tcb, seq: number, rule: 'lost' | 'below' | 'rescue', now: number): void {
  const { recovery } = tcb;
  const end = resendFrom(tcb, seq, now);
  if (recovery.kind === 'sack' && rule === 'rescue') recovery.rescueRxt = recovery.recover;
  else if (recovery.kind === 'sack' || recovery.kind === 'timeout') recovery.highRxt = end;
}
