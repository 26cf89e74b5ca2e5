import { dataSent } from './acknowledging.ts';
import { ACK, FIN, PSH } from './segment.ts';
import { seqAdd } from './sequence.ts';
import { enter, flightSize, type Tcb } from './tcb.ts';
import { CARRIES_DATA, resend, sendAck, startRetransmissionTimer, transmit } from './transmit.ts';

/** The offset in the stream of the byte at SND.NXT: how much user data was ever sent. */
function sentOffset(tcb: Tcb): number {
  const last = tcb.sent.at(-1);
  return last === undefined ? tcb.queue.start : last.offset + last.length;
}

/** User data not sent yet, bytes. */
export function unsentBytes(tcb: Tcb): number {
  return tcb.queue.end - sentOffset(tcb);
}

/** Bytes of the flight not taken for lost: what cwnd is compared with after a timeout. */
function pipe(tcb: Tcb): number {
  let lost = 0;
  if (tcb.recovery.kind === 'timeout') for (const record of tcb.sent) if (record.lost) lost += record.length;
  return flightSize(tcb) - lost;
}

/** What the peer's window still takes beyond SND.NXT; 0 when it was shrunk below it. */
function usablePeerWindow(tcb: Tcb): number {
  return Math.max(0, tcb.snd.wnd - flightSize(tcb));
}

/**
 * Sends all that may be sent now: segments lost before a timeout, new data, the FIN, and last an ACK if one is
 * owed and nothing carried it. To be called after every call, arrival and timeout, once the user has had its say:
 * an answer given at once then carries the ACK (MUST-58).
 */
export function output(tcb: Tcb, now: number): void {
  if (tcb.recovery.kind === 'timeout') resendLost(tcb, now);
  if (tcb.fin === null && CARRIES_DATA.has(tcb.state)) sendNew(tcb, now);
  if (tcb.owedAck === 'now') sendAck(tcb, now);
}

/** After a timeout: the segments taken for lost, oldest first, as cwnd allows (RFC 5681 §3.1, RFC 6298 §5). */
function resendLost(tcb: Tcb, now: number): void {
  for (const record of tcb.sent) {
    if (!record.lost) continue;
    // Counted in full segments: the timeout itself resends the earliest alone, however short it is (RFC 6298 §5.4).
    if (pipe(tcb) > 0 && pipe(tcb) + tcb.snd.mss > tcb.congestion.cwnd) return;
    resend(tcb, record, now);
  }
}

function sendNew(tcb: Tcb, now: number): void {
  for (;;) {
    const unsent = unsentBytes(tcb);
    if (unsent === 0 && !tcb.closing) return;
    const peer = usablePeerWindow(tcb);
    const usable = Math.min(peer, Math.max(0, tcb.congestion.cwnd - pipe(tcb)));
    const length = Math.min(unsent, tcb.snd.mss, usable);
    const last = length === unsent;
    const fin = last && tcb.closing && peer > length;
    if (!fin && !worthSending(tcb, length, last)) {
      if (tcb.sent.length === 0) startPersistTimer(tcb, now);
      return;
    }
    sendData(tcb, now, length, fin);
    if (fin) return;
  }
}

/**
 * Sender's silly window avoidance and Nagle (§3.8.6.2.1, MUST-38; §3.7.4). All queued data counts as pushed, since SEND
 * has no PUSH flag (MUST-60). Nagle holds back nothing once the user has called CLOSE, as in kernels: CLOSE pushes
 * (§3.8), and no further data can come that would fill the segment.
 */
function worthSending(tcb: Tcb, length: number, last: boolean): boolean {
  if (length === 0) return false;
  if (length === tcb.snd.mss) return true;
  const idle = tcb.sent.length === 0;
  if (last) return idle || tcb.closing || !tcb.settings.conventions.nagle;
  return length >= tcb.snd.maxWnd / 2 && (idle || !tcb.settings.conventions.nagle);
}

/** Forms a segment of `length` new bytes, with the FIN behind them if `fin`, and sends it. */
function sendData(tcb: Tcb, now: number, length: number, fin: boolean): void {
  const { snd } = tcb;
  const offset = sentOffset(tcb);
  const data = tcb.queue.read(offset, length);
  const seq = snd.nxt;
  const psh = length > 0 && offset + length === tcb.queue.end;
  tcb.sent.push({
    seq,
    offset,
    length,
    syn: false,
    fin,
    psh,
    firstSentMs: now,
    lastSentMs: now,
    transmissions: 1,
    timedOut: false,
    lost: false,
  });
  snd.nxt = seqAdd(seq, length + (fin ? 1 : 0));
  if (fin) {
    tcb.fin = seqAdd(seq, length);
    if (tcb.state === 'CLOSE-WAIT') enter(tcb, 'LAST-ACK');
    else if (tcb.state === 'ESTABLISHED') enter(tcb, 'FIN-WAIT-1');
  }
  if (length > 0) dataSent(tcb, now);
  delete tcb.timers.persist;
  tcb.persistBackoffMs = 0;
  if (tcb.timers.retransmission === undefined) startRetransmissionTimer(tcb, now);
  transmit(tcb, seq, ACK | (fin ? FIN : 0) | (psh ? PSH : 0), data, false, now);
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
  const room = Math.min(unsent, tcb.snd.mss, usablePeerWindow(tcb));
  if (room > 0) sendData(tcb, now, room, false);
  else if (unsent > 0) sendData(tcb, now, 1, false);
  else if (tcb.closing && tcb.fin === null) sendData(tcb, now, 0, true);
}
