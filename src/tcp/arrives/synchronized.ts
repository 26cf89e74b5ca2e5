import { ACK, FIN, PSH, RST, type Segment, SYN, segmentLength, URG } from '../segment.ts';
import { reportDuplicate } from '../selective-ack.ts';
import { seqAdd, seqDistance, seqGe, seqGt, seqLe, seqLt, seqMax } from '../sequence.ts';
import { deleteTcb, enter, enterTimeWait, finAcknowledged, receiveWindow, returnToListen, type Tcb } from '../tcb.ts';
import { isOutdated, rememberTimestamp, type Timestamps } from '../timestamps.ts';
import { resend, sendAck, sendReset, startRetransmissionTimer } from '../transmit.ts';
import { takeUrgent } from '../urgent.ts';
import { setSendWindow, takeAck, windowOf } from './ack.ts';
import { takeHeld, takeText } from './text.ts';

/** §3.10.7.4: SYN-RECEIVED, ESTABLISHED and all states after it, in the text's numbered steps. */
export function arrivesSynchronized(tcb: Tcb, arriving: Segment, now: number): void {
  // RFC 7323 §5.3 puts the timestamp (R1) before the sequence number (R2).
  if (tcb.timestamps !== null && !passesPaws(tcb, tcb.timestamps, arriving, now)) return;
  if (repeatsSynAck(tcb, arriving, now)) return;
  const segment = withoutRepeatedSyn(tcb, arriving);
  const window = windowOf(tcb, arriving);
  // First, the sequence number; also in SYN-RECEIVED, and also of a segment without ACK, RST and SYN. Kernels look at
  // the ACK first in SYN-RECEIVED, and drop the other unseen. The text's order holds in all profiles: no TCP sends what
  // would tell the difference.
  if (!isAcceptable(tcb, segment)) {
    refuse(tcb, segment, window, now);
    return;
  }
  // Second, the RST bit.
  if (segment.flags & RST) {
    takeReset(tcb, segment, now);
    return;
  }
  // Fourth, the SYN bit (the third step is about security compartments).
  if (segment.flags & SYN) {
    takeUnexpectedSyn(tcb, now);
    return;
  }
  // Fifth, the ACK field.
  if (!(segment.flags & ACK)) return;
  if (tcb.timestamps !== null) rememberTimestamp(tcb.timestamps, segment, now); // R3
  const before = trimToWindow(tcb, segment);
  if (seqLt(segment.seq, tcb.rcv.nxt)) reportDuplicate(tcb, segment.seq, tcb.rcv.nxt);
  if (!checkAck(tcb, segment, window, before.seq === tcb.rcv.nxt && before.finSeq !== null, now)) return;
  // Text held since the SYN may just have been taken, and RCV.NXT with it.
  const { seq, data, finSeq } = trimToWindow(tcb, segment);
  // Sixth, the URG bit. Seventh, the text; eighth, the FIN.
  if (segment.flags & URG && TAKES_TEXT.has(tcb.state)) takeUrgent(tcb, segment);
  if (segmentLength(segment) === 0) return;
  if (!TAKES_TEXT.has(tcb.state)) {
    ignoreText(tcb, data.length > 0, (segment.flags & FIN) !== 0, now);
    return;
  }
  if (segment.flags & PSH && data.length > 0) notePush(tcb, seqAdd(seq, data.length));
  takeText(tcb, seq, data, finSeq, now);
}

/** The user will be told of the push with the data (step 7, MAY-17). */
function notePush({ rcv }: Tcb, end: number): void {
  rcv.pushedTo = rcv.pushedTo === null ? end : seqMax(rcv.pushedTo, end);
}

/**
 * R1 of RFC 7323 §5.3, and §3.2: a segment without the timestamps that were agreed on is dropped in silence. A RST is
 * exempt (§5.2). So is a SYN without them: it may come from a peer that has lost its memory and now offers less, and is
 * due its challenge ACK (RFC 5961 §4.2, a MUST; the silence is a SHOULD).
 */
function passesPaws(tcb: Tcb, timestamps: Timestamps, segment: Segment, now: number): boolean {
  if (segment.flags & RST) return true;
  const option = segment.options.timestamps;
  if (option === undefined) {
    if (segment.flags & SYN || tcb.settings.conventions.missingTimestamps === 'accept') return true;
    tcb.notes.push('timestamp-missing');
    return false;
  }
  if (!isOutdated(timestamps, option[0], now)) return true;
  tcb.notes.push('paws-rejected');
  // Not acceptable, so an ACK (§3.10.7.4 step 1), which a half-open connection needs; see `refuse` on empty segments.
  if (segmentLength(segment) === 0) sendChallengeAck(tcb, now);
  else sendAck(tcb, now);
  return false;
}

const TAKES_TEXT: ReadonlySet<Tcb['state']> = new Set(['ESTABLISHED', 'FIN-WAIT-1', 'FIN-WAIT-2']);

/**
 * The peer's FIN is already here: text is ignored (step 7), and what takes sequence space is answered with an ACK, a FIN
 * again wherever it stands (step 8). In CLOSING, text that does not acknowledge our FIN falls under step 5's "ignore the
 * segment". Kernels reset a connection whose peer sends new text behind its FIN; here the text holds in all profiles:
 * no TCP does so, and a forged segment should not end a connection that is closing.
 */
function ignoreText(tcb: Tcb, hasText: boolean, hasFin: boolean, now: number): void {
  if (tcb.state === 'CLOSED') return;
  if (hasText) tcb.notes.push('text-ignored');
  if (tcb.state === 'CLOSING' && !hasFin) return;
  if (tcb.state === 'TIME-WAIT' && hasFin) restartTimeWait(tcb, now);
  else tcb.owedAck = 'now';
}

/**
 * Simultaneous open: the peer's SYN comes again inside its SYN,ACK (Figure 7, lines 5 and 6). The text's ideal
 * segment is trimmed of what lies before RCV.NXT, SYN included; what is left is the ACK of our SYN.
 */
function withoutRepeatedSyn(tcb: Tcb, segment: Segment): Segment {
  const repeated =
    tcb.state === 'SYN-RECEIVED' &&
    tcb.opened === 'active' &&
    (segment.flags & (SYN | ACK | RST)) === (SYN | ACK) &&
    segment.seq === tcb.rcv.irs &&
    segment.ack === tcb.snd.nxt;
  if (!repeated) return segment;
  return { ...segment, seq: seqAdd(segment.seq, 1), flags: segment.flags & ~SYN };
}

/**
 * The peer's SYN comes again because our SYN,ACK was lost. The text has no exception for it (step 1): an ACK, which
 * SYN-SENT cannot use, and the SYN,ACK goes again by its timer. By the convention `repeatedSyn: syn-ack` it goes again
 * at once, as from kernels, and its timer starts anew.
 */
function repeatsSynAck(tcb: Tcb, { seq, flags }: Segment, now: number): boolean {
  if (tcb.state !== 'SYN-RECEIVED' || tcb.opened !== 'passive') return false;
  if (tcb.settings.conventions.repeatedSyn !== 'syn-ack') return false;
  const synAck = tcb.sent.first;
  if ((flags & (SYN | ACK | RST)) !== SYN || seq !== tcb.rcv.irs || synAck === undefined) return false;
  tcb.notes.push('old-duplicate');
  resend(tcb, synAck, now);
  startRetransmissionTimer(tcb, now);
  return true;
}

/**
 * The four cases of §3.4, Table 5, in all profiles. Linux counts one number more at either end: the right edge itself
 * (RCV.NXT+RCV.WND), and a segment that ends just at RCV.NXT, which brings nothing new.
 */
export function isAcceptable(tcb: Tcb, segment: Segment): boolean {
  const { nxt } = tcb.rcv;
  const window = receiveWindow(tcb);
  // A RST is judged by its number alone, whatever text it carries (§3.5.3, SHLD-2), even with no window (MUST-66).
  const length = segment.flags & RST ? 0 : segmentLength(segment);
  if (window === 0) return length === 0 && segment.seq === nxt;
  const inWindow = (seq: number) => seqDistance(nxt, seq) < window;
  if (length === 0) return inWindow(segment.seq);
  return inWindow(segment.seq) || inWindow(seqAdd(segment.seq, length - 1));
}

/** Step 1 failed: an ACK says what is expected, unless a RST came; the segment is dropped. */
function refuse(tcb: Tcb, segment: Segment, window: number, now: number): void {
  const { rcv } = tcb;
  if (segment.flags & RST) {
    if (isResetAtFin(tcb, segment)) {
      tcb.notes.push('reset');
      deleteTcb(tcb, 'reset');
    } else tcb.notes.push('unacceptable', 'rst-ignored');
    return;
  }
  const last = seqAdd(segment.seq, Math.max(0, segmentLength(segment) - 1));
  const zeroWindow = receiveWindow(tcb) === 0 && segment.seq === rcv.nxt;
  if (zeroWindow) {
    // With a window of zero only the text is refused; the ACK and the URG count (§3.10.7.4 step 1, MUST-66).
    tcb.notes.push('window-probe-refused');
    if (segment.flags & ACK && !(segment.flags & SYN) && !checkAck(tcb, segment, window, false, now)) return;
    if (segment.flags & URG && TAKES_TEXT.has(tcb.state)) takeUrgent(tcb, segment);
  } else if (seqLt(last, rcv.nxt)) {
    tcb.notes.push('old-duplicate');
    // RFC 2883 §4 is about duplicate data: a SYN that comes again is none.
    if (!(segment.flags & SYN)) reportDuplicate(tcb, segment.seq, seqAdd(segment.seq, segmentLength(segment)));
  } else tcb.notes.push('unacceptable');
  if (tcb.state === 'TIME-WAIT' && segment.flags & FIN && last === seqAdd(rcv.nxt, -1)) restartTimeWait(tcb, now);
  // An empty segment out of place may itself be the answer to one: two ends that each find the other's numbers
  // unacceptable (appendix A.2) would answer each other's ACKs without end.
  else if (segmentLength(segment) === 0) sendChallengeAck(tcb, now);
  else sendAck(tcb, now);
}

const AFTER_PEERS_FIN: ReadonlySet<Tcb['state']> = new Set(['CLOSE-WAIT', 'CLOSING', 'LAST-ACK']);

/** A RST with the number of the peer's FIN: believed by the convention `resetAtFin`, refused by the text (§3.10.7.4). */
function isResetAtFin(tcb: Tcb, { seq }: Segment): boolean {
  return tcb.settings.conventions.resetAtFin && AFTER_PEERS_FIN.has(tcb.state) && seq === seqAdd(tcb.rcv.nxt, -1);
}

/** The peer's FIN again in TIME-WAIT: acknowledged, and the 2 MSL run anew (steps 5 and 8). */
function restartTimeWait(tcb: Tcb, now: number): void {
  tcb.notes.push('time-wait-restarted');
  enterTimeWait(tcb, now);
  sendAck(tcb, now);
}

/** The part of the segment inside the window: what lies before RCV.NXT and beyond the right edge is cut off. */
function trimToWindow(tcb: Tcb, segment: Segment): { seq: number; data: Uint8Array; finSeq: number | null } {
  const { nxt, edge } = tcb.rcv;
  let { seq, data } = segment;
  let finSeq = segment.flags & FIN ? seqAdd(seq, data.length) : null;
  if (seqLt(seq, nxt)) {
    const old = seqDistance(seq, nxt);
    if (finSeq !== null && old > data.length) finSeq = null;
    data = data.subarray(Math.min(old, data.length));
    seq = nxt;
  }
  const room = seqDistance(seq, edge);
  if (data.length > room) {
    data = data.subarray(0, room);
    finSeq = null;
  }
  if (finSeq !== null && seqGe(finSeq, edge)) finSeq = null;
  return { seq, data, finSeq };
}

/** Step 2 (RFC 5961 §3.2): exactly RCV.NXT resets, elsewhere in the window is challenged. */
function takeReset(tcb: Tcb, segment: Segment, now: number): void {
  if (tcb.state === 'TIME-WAIT' && tcb.settings.conventions.timeWaitReset === 'ignore') {
    tcb.notes.push('rst-ignored');
    return;
  }
  if (tcb.settings.conventions.challengeAcks && segment.seq !== tcb.rcv.nxt) {
    tcb.notes.push('challenge-ack');
    sendChallengeAck(tcb, now);
    return;
  }
  tcb.notes.push('reset');
  if (tcb.state === 'SYN-RECEIVED' && tcb.opened === 'passive') returnToListen(tcb);
  else deleteTcb(tcb, tcb.state === 'SYN-RECEIVED' ? 'refused' : 'reset');
}

const CHALLENGE_PERIOD_MS = 5000;

/** An ACK that asks the peer to prove itself, unless too many were sent of late (RFC 5961 §7). */
function sendChallengeAck(tcb: Tcb, now: number): void {
  const { challenges } = tcb;
  while (challenges[0] !== undefined && challenges[0] <= now - CHALLENGE_PERIOD_MS) challenges.shift();
  if (challenges.length >= tcb.settings.conventions.challengeAckLimit) return;
  challenges.push(now);
  sendAck(tcb, now);
}

/** Step 4: a SYN inside the window of a synchronized connection. */
function takeUnexpectedSyn(tcb: Tcb, now: number): void {
  if (tcb.state === 'SYN-RECEIVED' && tcb.opened === 'passive') {
    returnToListen(tcb);
    return;
  }
  if (tcb.settings.conventions.challengeAcks) {
    tcb.notes.push('challenge-ack');
    sendChallengeAck(tcb, now);
    return;
  }
  // RFC 793's rule, which RFC 5961 replaces: an error, so reset.
  tcb.notes.push('reset', 'rst-sent');
  sendReset(tcb, tcb.snd.nxt, now);
  deleteTcb(tcb, 'reset');
}

/** RFC 5961 §5.2: an ACK below this is as suspect as one of data never sent. */
function oldestAck(tcb: Tcb): number {
  const { una, maxWnd } = tcb.snd;
  if (tcb.settings.conventions.oldestAck === 'window') return seqAdd(una, -maxWnd);
  const acknowledged = tcb.queue.start + (finAcknowledged(tcb) ? 1 : 0);
  return seqAdd(una, -Math.min(maxWnd, acknowledged));
}

/** Step 5. Returns whether the segment is processed further. `finNext`: its FIN can be processed at once. */
function checkAck(tcb: Tcb, segment: Segment, window: number, finNext: boolean, now: number): boolean {
  const { snd } = tcb;
  if (tcb.state === 'SYN-RECEIVED') {
    // Before the check of RFC 5961 §5.2 below, which the text puts first for all states: a peer that acknowledges what
    // this incarnation never sent is reset, as Figure 9's old duplicate has to be, and not only told the right number.
    // Linux lets ACK = ISS pass in a simultaneous open; the text holds in all profiles: it acknowledges nothing.
    if (!(seqLt(snd.una, segment.ack) && seqLe(segment.ack, snd.nxt))) {
      tcb.notes.push('rst-sent');
      sendReset(tcb, segment.ack, now);
      return false;
    }
    setSendWindow(tcb, segment, window);
    takeAck(tcb, segment, window, now);
    enter(tcb, 'ESTABLISHED');
    if (tcb.closing) enter(tcb, 'FIN-WAIT-1');
    takeHeld(tcb, now);
    return true;
  }
  if (seqGt(segment.ack, snd.nxt) || (tcb.settings.conventions.challengeAcks && seqLt(segment.ack, oldestAck(tcb)))) {
    tcb.notes.push(seqGt(segment.ack, snd.nxt) ? 'ack-of-unsent' : 'challenge-ack');
    sendChallengeAck(tcb, now);
    return false;
  }
  // Kernels keep little of a connection in TIME-WAIT and judge by one short rule; the text's steps hold in all profiles:
  // some answers differ, the state does not.
  if (tcb.state === 'TIME-WAIT') return true;
  // CLOSE led from SYN-RECEIVED to FIN-WAIT-1 at once (§3.10.4): what came with the SYN still waits.
  const opening = snd.una === snd.iss;
  takeAck(tcb, segment, window, now);
  if (opening && snd.una !== snd.iss) takeHeld(tcb, now);
  if (!finAcknowledged(tcb)) return true;
  switch (tcb.state) {
    case 'FIN-WAIT-1':
      if (!finNext) enter(tcb, 'FIN-WAIT-2');
      return true;
    case 'CLOSING':
      enterTimeWait(tcb, now);
      if (segment.flags & FIN) tcb.owedAck = 'now'; // step 8: a FIN is acknowledged, this one again
      return false;
    case 'LAST-ACK':
      deleteTcb(tcb, 'closed');
      return false;
    default:
      return true;
  }
}
