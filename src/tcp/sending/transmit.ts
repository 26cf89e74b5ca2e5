import { synEcn } from '../congestion/ecn.ts';
import { payloadRoom, segmentOptions } from '../options/segment-options.ts';
import { synOptions } from '../options/syn-options.ts';
import { resetOptions } from '../options/timestamps.ts';
import { ackSent } from '../receiving/acknowledging.ts';
import { openWindow, tellSynWindow, tellWindow } from '../receiving/receive-window.ts';
import { newlySent, type SentSegment } from '../recovery/sent-segments.ts';
import {
  ACK,
  ECE,
  type Ecn,
  FIN,
  NO_DATA,
  NO_OPTIONS,
  NOT_ECT,
  PSH,
  RST,
  type Segment,
  SYN,
  segmentLength,
  URG,
} from '../segment.ts';
import { seqAdd, seqDistance, seqGt } from '../sequence.ts';
import type { Tcb } from '../tcb.ts';
import { urgentPointer } from './urgent.ts';

/** The states in which data, and a FIN behind it, may be sent (§3.10.2, §3.10.4). */
export const CARRIES_DATA: ReadonlySet<Tcb['state']> = new Set([
  'ESTABLISHED',
  'CLOSE-WAIT',
  'FIN-WAIT-1',
  'CLOSING',
  'LAST-ACK',
]);

/** ECE and CWR, but for the CWR that new data carries: of a SYN, or the echo of congestion (RFC 3168 §6.1). */
function ecnFlags(tcb: Tcb, control: number): number {
  if (control & SYN) return synEcn(tcb, (control & ACK) !== 0);
  return tcb.ecn?.echoing === true && control & ACK ? ECE : 0;
}

/**
 * Hands a segment with the ACK bit to the network: it carries RCV.NXT and the window, and settles any owed ACK. Its IP
 * header says Not-ECT unless told otherwise, as it has to for all but new data (RFC 3168 §6.1.4 to §6.1.6).
 */
export function transmit(
  tcb: Tcb,
  seq: number,
  control: number,
  data: Uint8Array,
  repeats: boolean,
  now: number,
  codepoint: Ecn = NOT_ECT,
): void {
  const flags = control | ecnFlags(tcb, control);
  const acknowledges = (flags & ACK) !== 0;
  if (acknowledges) {
    // A SYN,ACK that goes again cannot tell a window over 65535, and must not take one back.
    if (tcb.snd.una !== tcb.snd.iss) openWindow(tcb);
    ackSent(tcb);
    tcb.owedAck = 'none';
    tcb.unackedBytes = 0;
    tcb.timers['delayed-ack'] = undefined;
    if (tcb.timestamps !== null) tcb.timestamps.lastAckSent = tcb.rcv.nxt;
  }
  const urgent = tcb.urgentEnd === null || (flags & SYN && data.length === 0) ? 0 : urgentPointer(tcb, seq);
  if (urgent > 0) tcb.urgentUntold = false;
  const segment: Segment = {
    seq,
    ack: acknowledges ? tcb.rcv.nxt : 0,
    flags: urgent > 0 ? flags | URG : flags,
    window: flags & SYN ? tellSynWindow(tcb) : tellWindow(tcb),
    urgent,
    ecn: codepoint,
    options: flags & SYN ? synOptions(tcb, acknowledges, now) : segmentOptions(tcb, data.length > 0, now),
    data,
  };
  tcb.settings.emit({ kind: 'send', segment, repeats });
}

/**
 * <SEQ=SND.NXT><ACK=RCV.NXT><CTL=ACK>. While the peer's window is shut, a refused probe lies beyond it: the ACK then
 * carries SND.UNA, since a shut peer accepts nothing but its RCV.NXT and two that probe each other would never learn
 * of each other's window (appendix A.2).
 */
export function sendAck(tcb: Tcb, now: number): void {
  const { wnd, una, nxt, edge, shift } = tcb.snd;
  // A scaled window of zero may be one rounded down: then SND.NXT lies in the window all the same.
  const beyond = shift === 0 || seqGt(nxt, edge);
  const probing = wnd === 0 && beyond && CARRIES_DATA.has(tcb.state);
  transmit(tcb, probing ? una : nxt, ACK, NO_DATA, false, now);
}

/** <SEQ=seq><CTL=RST>: a reset outside any owed ACK (§3.5.2). */
export function sendReset(tcb: Tcb, seq: number, now: number): void {
  const segment: Segment = { ...resetAt(seq), options: resetOptions(tcb, now) };
  tcb.settings.emit({ kind: 'send', segment, repeats: false });
}

/** A bare RST at `seq`. */
export function resetAt(seq: number): Segment {
  return { seq, ack: 0, flags: RST, window: 0, urgent: 0, ecn: NOT_ECT, options: NO_OPTIONS, data: NO_DATA };
}

/** The reset for a segment that belongs to no connection (§3.10.7.1), or null for a RST. */
export function resetFor(segment: Segment): Segment | null {
  if (segment.flags & RST) return null;
  if (segment.flags & ACK) return resetAt(segment.ack);
  return { ...resetAt(0), ack: seqAdd(segment.seq, segmentLength(segment)), flags: RST | ACK };
}

/**
 * Sends a SYN, or a SYN,ACK once IRS is known, and puts it on the retransmission queue. By the convention `dataOnSyn` a
 * SYN takes along what is queued, as much as any peer takes in a segment. The data has a place of its own on that
 * queue: a SYN that has to go again goes alone, in case something on the path minds data on it (§3.10.7.3).
 */
export function sendSyn(tcb: Tcb, now: number, withAck: boolean): void {
  const { snd, queue, settings } = tcb;
  const carries = settings.conventions.dataOnSyn && !withAck;
  const length = carries ? Math.min(queue.end, snd.mss, settings.mss) : 0;
  const psh = tcb.pushedTo > 0 && tcb.pushedTo <= length;
  const data = seqAdd(snd.iss, 1);
  const syn = { seq: snd.iss, end: data, offset: 0, length: 0, syn: true, fin: false, psh: false };
  tcb.sent.push(newlySent(syn, now));
  if (length > 0) {
    const text = { seq: data, end: seqAdd(data, length), offset: 0, length, syn: false, fin: false, psh };
    tcb.sent.push(newlySent(text, now));
  }
  snd.nxt = seqAdd(data, length);
  startRetransmissionTimer(tcb, now);
  const flags = (withAck ? SYN | ACK : SYN) | (psh ? PSH : 0);
  transmit(tcb, snd.iss, flags, queue.read(0, length), false, now);
}

/**
 * Sends again, in one segment, what the queue holds from `seq` on that the peer does not have: up to the end of the
 * segment as it was first sent, the next SACKed octet, or the room that the options leave. It carries the present
 * RCV.NXT and window. Returns one past the last number sent.
 */
export function resendFrom(tcb: Tcb, seq: number, now: number): number {
  const record = tcb.sent.holding(seq);
  if (record === undefined) return seq;
  const skipped = record.syn ? 0 : seqDistance(record.seq, seq);
  const sacked = tcb.scoreboard.nextSacked(seq);
  const most = Math.min(
    record.length - skipped,
    payloadRoom(tcb),
    sacked === null ? Infinity : seqDistance(seq, sacked),
  );
  const whole = skipped + most === record.length;
  const piece = skipped === 0 && whole ? record : tcb.sent.split(record, skipped, most);
  resend(tcb, piece, now);
  return piece.end;
}

/** Sends a segment of the retransmission queue again, with the present RCV.NXT and window. */
export function resend(tcb: Tcb, record: SentSegment, now: number): void {
  record.lastSentMs = now;
  record.transmissions += 1;
  tcb.lastDataMs = now;
  const acknowledges = tcb.state !== 'SYN-SENT';
  const control = (record.syn ? SYN : 0) | (record.fin ? FIN : 0) | (record.psh ? PSH : 0);
  const data = tcb.queue.read(record.offset, record.length);
  transmit(tcb, record.seq, control | (acknowledges ? ACK : 0), data, true, now);
}

export function startRetransmissionTimer(tcb: Tcb, now: number): void {
  tcb.timers.retransmission = now + tcb.rto.rtoMs;
}
