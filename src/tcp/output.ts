import { ACK, FIN, NO_DATA, NO_OPTIONS, NOT_ECT, PSH, RST, type Segment, SYN } from './segment.ts';
import { seqAdd } from './sequence.ts';
import { synOptions } from './syn-options.ts';
import { enter, flightSize, openWindow, receiveWindow, type SentSegment, type Tcb } from './tcb.ts';

/** Hands a segment with the ACK bit to the network: it carries RCV.NXT and the window, and settles any owed ACK. */
function transmit(tcb: Tcb, seq: number, flags: number, data: Uint8Array, repeats: boolean): void {
  const acknowledges = (flags & ACK) !== 0;
  if (acknowledges) {
    openWindow(tcb);
    tcb.owedAck = 'none';
    tcb.unackedBytes = 0;
    delete tcb.timers['delayed-ack'];
  }
  const segment: Segment = {
    seq,
    ack: acknowledges ? tcb.rcv.nxt : 0,
    flags,
    window: Math.min(0xffff, acknowledges ? receiveWindow(tcb) : tcb.settings.receiveBuffer),
    urgent: 0,
    ecn: NOT_ECT,
    options: flags & SYN ? synOptions(tcb, acknowledges) : NO_OPTIONS,
    data,
  };
  tcb.settings.emit({ kind: 'send', segment, repeats });
}

/**
 * <SEQ=SND.NXT><ACK=RCV.NXT><CTL=ACK>. While the peer's window is shut, a refused probe lies beyond it: the ACK then
 * carries SND.UNA, since a shut peer accepts nothing but its RCV.NXT and two that probe each other would never learn
 * of each other's window (appendix A.2).
 */
export function sendAck(tcb: Tcb): void {
  const { wnd, una, nxt } = tcb.snd;
  const probing = wnd === 0 && CARRIES_DATA.has(tcb.state);
  transmit(tcb, probing ? una : nxt, ACK, NO_DATA, false);
}

/** <SEQ=seq><CTL=RST>: a reset outside any owed ACK (§3.5.2). */
export function sendReset(tcb: Tcb, seq: number): void {
  tcb.settings.emit({ kind: 'send', segment: resetAt(seq), repeats: false });
}

/** A bare RST at `seq`. */
export function resetAt(seq: number): Segment {
  return { seq, ack: 0, flags: RST, window: 0, urgent: 0, ecn: NOT_ECT, options: NO_OPTIONS, data: NO_DATA };
}

/** The reset for a segment that belongs to no connection (§3.10.7.1), or null for a RST. */
export function resetFor(segment: Segment): Segment | null {
  if (segment.flags & RST) return null;
  if (segment.flags & ACK) return resetAt(segment.ack);
  const length = segment.data.length + (segment.flags & SYN ? 1 : 0) + (segment.flags & FIN ? 1 : 0);
  return { ...resetAt(0), ack: seqAdd(segment.seq, length), flags: RST | ACK };
}

/** Sends a SYN, or a SYN,ACK once IRS is known, and puts it on the retransmission queue. */
export function sendSyn(tcb: Tcb, now: number, withAck: boolean): void {
  const record: SentSegment = {
    seq: tcb.snd.iss,
    offset: 0,
    length: 0,
    syn: true,
    fin: false,
    psh: false,
    firstSentMs: now,
    lastSentMs: now,
    transmissions: 1,
    timedOut: false,
    lost: false,
  };
  tcb.sent.push(record);
  tcb.snd.nxt = seqAdd(tcb.snd.iss, 1);
  startRetransmissionTimer(tcb, now);
  transmit(tcb, tcb.snd.iss, withAck ? SYN | ACK : SYN, NO_DATA, false);
}

/** Sends a segment of the retransmission queue again, with the present RCV.NXT and window. */
export function resend(tcb: Tcb, record: SentSegment, now: number): void {
  record.lastSentMs = now;
  record.transmissions += 1;
  record.lost = false;
  const acknowledges = tcb.state !== 'SYN-SENT';
  const control = (record.syn ? SYN : 0) | (record.fin ? FIN : 0) | (record.psh ? PSH : 0);
  const data = tcb.queue.read(record.offset, record.length);
  transmit(tcb, record.seq, control | (acknowledges ? ACK : 0), data, true);
}

export function startRetransmissionTimer(tcb: Tcb, now: number): void {
  tcb.timers.retransmission = now + tcb.rto.rtoMs;
}

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

const CARRIES_DATA: ReadonlySet<Tcb['state']> = new Set([
  'ESTABLISHED',
  'CLOSE-WAIT',
  'FIN-WAIT-1',
  'CLOSING',
  'LAST-ACK',
]);

/**
 * Sends all that may be sent now: segments lost before a timeout, new data, the FIN, and last an ACK if one is
 * owed and nothing carried it. To be called after every call, arrival and timeout, once the user has had its say:
 * an answer given at once then carries the ACK (MUST-58).
 */
export function output(tcb: Tcb, now: number): void {
  if (tcb.recovery.kind === 'timeout') resendLost(tcb, now);
  if (tcb.fin === null && CARRIES_DATA.has(tcb.state)) sendNew(tcb, now);
  if (tcb.owedAck === 'now') sendAck(tcb);
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

/** Sender's silly window avoidance and Nagle (§3.8.6.2.1, MUST-38; §3.7.4). */
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
  delete tcb.timers.persist;
  tcb.persistBackoffMs = 0;
  if (tcb.timers.retransmission === undefined) startRetransmissionTimer(tcb, now);
  transmit(tcb, seq, ACK | (fin ? FIN : 0) | (psh ? PSH : 0), data, false);
}

function startPersistTimer(tcb: Tcb, now: number): void {
  if (tcb.timers.persist !== undefined) return;
  if (tcb.persistBackoffMs === 0) tcb.persistBackoffMs = tcb.rto.rtoMs;
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
