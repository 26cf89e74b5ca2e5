import { takeMarks } from '../congestion/ecn.ts';
import { isOutdated, rememberTimestamp, type Timestamps } from '../options/timestamps.ts';
import { reportDuplicate } from '../receiving/selective-ack.ts';
import { ACK, FIN, PSH, RST, type Segment, SYN, segmentLength, URG } from '../segment.ts';
import { sendAck } from '../sending/transmit.ts';
import { takeUrgent } from '../sending/urgent.ts';
import { seqAdd, seqLt, seqMax } from '../sequence.ts';
import { deleteTcb, enterTimeWait, receiveWindow, type Tcb } from '../tcb.ts';
import { windowOf } from './ack.ts';
import { sendChallengeAck } from './challenge.ts';
import { checkAck } from './check-ack.ts';
import { repeatsSynAck, withoutRepeatedSyn } from './repeated-syn.ts';
import { isResetAtFin, takeReset, takeUnexpectedSyn } from './reset.ts';
import { takeText } from './text.ts';
import { isAcceptable, trimToWindow } from './window.ts';

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
    takeUnexpectedSyn(tcb, segment, now);
    return;
  }
  // Fifth, the ACK field.
  if (!(segment.flags & ACK)) return;
  if (tcb.timestamps !== null) rememberTimestamp(tcb.timestamps, segment, now); // R3
  if (tcb.ecn !== null) takeMarks(tcb, tcb.ecn, segment);
  const before = segment.flags & FIN ? trimToWindow(tcb, segment) : null;
  if (seqLt(segment.seq, tcb.rcv.nxt)) reportDuplicate(tcb, segment.seq, tcb.rcv.nxt);
  if (!checkAck(tcb, segment, window, before?.seq === tcb.rcv.nxt && before.finSeq !== null, now)) return;
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

/** The peer's FIN again in TIME-WAIT: acknowledged, and the 2 MSL run anew (steps 5 and 8). */
function restartTimeWait(tcb: Tcb, now: number): void {
  tcb.notes.push('time-wait-restarted');
  enterTimeWait(tcb, now);
  sendAck(tcb, now);
}
