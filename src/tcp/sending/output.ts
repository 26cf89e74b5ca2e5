import { payloadRoom } from '../options/segment-options.ts';
import { dataSent } from '../receiving/acknowledging.ts';
import { nextToResend, resendMissing } from '../recovery/loss-recovery.ts';
import { pipe } from '../recovery/pipe.ts';
import { DUP_THRESH } from '../recovery/scoreboard.ts';
import { newlySent } from '../recovery/sent-segments.ts';
import { ACK, CWR, ECT_0, FIN, NOT_ECT, PSH } from '../segment.ts';
import { seqAdd, seqGt } from '../sequence.ts';
import { enter, flightSize, type Tcb } from '../tcb.ts';
import { endsBurst } from './burst.ts';
import { CARRIES_DATA, sendAck, startRetransmissionTimer, transmit } from './transmit.ts';

/** The offset in the stream of the byte at SND.NXT: how much user data was ever sent. */
function sentOffset(tcb: Tcb): number {
  const last = tcb.sent.last;
  return last === undefined ? tcb.queue.start : last.offset + last.length;
}

/** User data not sent yet, bytes. */
export function unsentBytes(tcb: Tcb): number {
  return tcb.queue.end - sentOffset(tcb);
}

/** What the peer's window still takes beyond SND.NXT; 0 when it was shrunk below it. */
function usablePeerWindow(tcb: Tcb): number {
  return Math.max(0, tcb.snd.wnd - flightSize(tcb));
}

/**
 * Sends all that may be sent now: what is lost, new data, the FIN, and last an ACK if one is owed and nothing carried
 * it. To be called after every call, arrival and timeout, once the user has had its say: an answer given at once then
 * carries the ACK (MUST-58).
 */
export function output(tcb: Tcb, now: number): void {
  tcb.burst = 0;
  switch (tcb.recovery.kind) {
    case 'sack':
      fillPipe(tcb, now);
      break;
    case 'timeout':
      resendAfterTimeout(tcb, now);
      sendNew(tcb, now);
      break;
    default:
      sendNew(tcb, now);
  }
  // An urgent indication goes even where the window or cwnd holds the data back (§3.8.5): the peer's user is to hurry.
  if (tcb.owedAck === 'now' || (tcb.urgentUntold && CARRIES_DATA.has(tcb.state))) sendAck(tcb, now);
}

/** After a timeout: the segments taken for lost, oldest first, as cwnd allows (RFC 5681 §3.1, RFC 6298 §5). */
function resendAfterTimeout(tcb: Tcb, now: number): void {
  for (let seq = nextToResend(tcb, 'lost'); seq !== null; seq = nextToResend(tcb, 'lost')) {
    // Counted in full segments: the timeout itself resends the earliest alone, however short it is (RFC 6298 §5.4).
    const inFlight = pipe(tcb);
    if (inFlight > 0 && inFlight + tcb.snd.mss > tcb.congestion.cwnd) return;
    resendMissing(tcb, seq, 'lost', now);
  }
}

/** RFC 6675 §5 step C: as long as pipe leaves room for a full segment, the segment that NextSeg() (§4) names. */
function fillPipe(tcb: Tcb, now: number): void {
  while (tcb.congestion.cwnd - pipe(tcb) >= tcb.snd.mss) {
    if (resendBy(tcb, 'lost', now)) continue; // rule 1
    if (sendNext(tcb, now)) continue; // rule 2
    if (!resendBy(tcb, 'below', now) && !resendBy(tcb, 'rescue', now)) return; // rules 3 and 4
  }
}

function resendBy(tcb: Tcb, rule: 'lost' | 'below' | 'rescue', now: number): boolean {
  const seq = nextToResend(tcb, rule);
  if (seq === null) return false;
  resendMissing(tcb, seq, rule, now);
  return true;
}

function sendNew(tcb: Tcb, now: number): void {
  while (sendNext(tcb, now));
}

/** Sends one segment of new data, or the FIN, if it may be sent now. Returns whether another may follow. */
function sendNext(tcb: Tcb, now: number): boolean {
  if (tcb.fin !== null || !CARRIES_DATA.has(tcb.state)) return false;
  const unsent = unsentBytes(tcb);
  if (unsent === 0 && !tcb.closing) return false;
  if (tcb.sent.length === 0) restartIfIdle(tcb, now);
  const peer = usablePeerWindow(tcb);
  const room = payloadRoom(tcb);
  const usable = Math.min(peer, Math.max(0, tcb.congestion.cwnd - pipe(tcb) + limitedTransmit(tcb)));
  const length = Math.min(unsent, room, usable);
  const last = length === unsent;
  const fin = last && tcb.closing && peer > length;
  if (!fin && !worthSending(tcb, length, room, last)) {
    if (tcb.sent.length === 0) startPersistTimer(tcb, now);
    return false;
  }
  sendData(tcb, now, length, fin);
  const { recovery } = tcb;
  if (recovery.kind === 'none' && recovery.duplicateAcks > 0 && flightSize(tcb) > tcb.congestion.cwnd) {
    recovery.limited += length;
    recovery.limitedSegments += 1;
  }
  return true;
}

/** What the first two duplicate ACKs allow beyond cwnd (RFC 3042): one segment each. With SACK pipe itself gives way. */
function limitedTransmit(tcb: Tcb): number {
  const { recovery, settings, sackPermitted, snd } = tcb;
  if (recovery.kind !== 'none' || sackPermitted || !settings.conventions.limitedTransmit) return 0;
  const allowed = Math.min(recovery.duplicateAcks, DUP_THRESH - 1);
  return recovery.limitedSegments < allowed ? allowed * snd.mss : 0;
}

/** After a pause of more than an RTO the window says nothing of the path any more (RFC 5681 §4.1). */
function restartIfIdle(tcb: Tcb, now: number): void {
  const { lastDataMs, settings, rto, congestion } = tcb;
  if (!settings.conventions.idleRestart || lastDataMs === null || now - lastDataMs <= rto.rtoMs) return;
  congestion.restart();
}

/**
 * Sender's silly window avoidance and Nagle (§3.8.6.2.1, MUST-38; §3.7.4); `room`: the data of a full segment. Data
 * that is not pushed waits for a full segment or the override timeout (MAY-16, MUST-60). Nagle holds back nothing once
 * the user has called CLOSE, as in kernels: CLOSE pushes (§3.8), and no further data can come that would fill the segment.
 */
function worthSending(tcb: Tcb, length: number, room: number, last: boolean): boolean {
  if (length === 0) return false;
  if (length === room) return true;
  const free = tcb.sent.length === 0 || !nagleHolds(tcb);
  if (last && tcb.closing) return true;
  if (last && tcb.pushedTo > sentOffset(tcb)) return free;
  return length >= tcb.snd.maxWnd / 2 && free;
}

/** Whether, with data outstanding, a small segment waits for its ACK: of any of it (§3.7.4), or of a small one alone. */
function nagleHolds({ settings, snd, smallEnd }: Tcb): boolean {
  const { nagle, nagleBehind } = settings.conventions;
  return nagle && (nagleBehind === 'any' || (smallEnd !== null && seqGt(smallEnd, snd.una)));
}

/** Forms a segment of `length` new bytes, with the FIN behind them if `fin`, and sends it. */
function sendData(tcb: Tcb, now: number, length: number, fin: boolean): void {
  const { snd } = tcb;
  const offset = sentOffset(tcb);
  const data = tcb.queue.read(offset, length);
  const seq = snd.nxt;
  const ends = length > 0 && endsBurst(tcb);
  // Of several pushes queued the last alone counts (SHLD-27).
  const psh = ends || (tcb.pushedTo > offset && tcb.pushedTo <= offset + length);
  const end = seqAdd(seq, length + (fin ? 1 : 0));
  tcb.sent.push(newlySent({ seq, end, offset, length, syn: false, fin, psh }, now));
  snd.nxt = end;
  if (fin) {
    tcb.fin = seqAdd(seq, length);
    if (tcb.state === 'CLOSE-WAIT') enter(tcb, 'LAST-ACK');
    else if (tcb.state === 'ESTABLISHED') enter(tcb, 'FIN-WAIT-1');
  }
  if (length > 0) dataSent(tcb, now);
  if (length > 0 && length < payloadRoom(tcb)) tcb.smallEnd = seqAdd(seq, length);
  tcb.lastDataMs = now;
  tcb.timers.persist = undefined;
  tcb.persistBackoffMs = 0;
  if (tcb.timers.retransmission === undefined) startRetransmissionTimer(tcb, now);
  // ECT on new data alone, a window probe excepted (RFC 3168 §6.1.2, §6.1.6); the CWR goes with it.
  const capable = tcb.ecn !== null && length > 0 && snd.wnd > 0;
  const cwr = capable && tcb.ecn?.reduced === true ? CWR : 0;
  if (tcb.ecn !== null && cwr) tcb.ecn.reduced = false;
  const control = ACK | cwr | (fin ? FIN : 0) | (psh ? PSH : 0);
  transmit(tcb, seq, control, data, false, now, capable ? ECT_0 : NOT_ECT);
}

/** The longest that silly window avoidance may hold data back (§3.8.6.2.1: 0.1 to 1 s). */
const OVERRIDE_MS = 1000;

/** With no window at all the timer spaces probes from the RTO on (SHLD-29); with a small one it overrides avoidance. */
function startPersistTimer(tcb: Tcb, now: number): void {
  if (tcb.timers.persist !== undefined) return;
  if (tcb.persistBackoffMs === 0) {
    const { rtoMs } = tcb.rto;
    tcb.persistBackoffMs = usablePeerWindow(tcb) > 0 ? Math.min(rtoMs, OVERRIDE_MS) : rtoMs;
  }
  tcb.timers.persist = now + tcb.persistBackoffMs;
}

/**
 * The persist timer expired with data waiting: send what the window takes, or one byte beyond it as a probe
 * (§3.8.6.1, MUST-36). The probe stays on the retransmission queue until the peer takes it.
 */
export function probe(tcb: Tcb, now: number): void {
  const unsent = unsentBytes(tcb);
  const room = Math.min(unsent, payloadRoom(tcb), usablePeerWindow(tcb));
  if (room > 0) sendData(tcb, now, room, false);
  else if (unsent > 0) sendData(tcb, now, 1, false);
  else if (tcb.closing && tcb.fin === null) sendData(tcb, now, 0, true);
}
