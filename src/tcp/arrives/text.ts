import { oweAckForText } from '../receiving/acknowledging.ts';
import { reportDuplicate, reportHeld } from '../receiving/selective-ack.ts';
import { sendReset } from '../sending/transmit.ts';
import { seqAdd } from '../sequence.ts';
import { deleteTcb, type Tcb } from '../tcb.ts';
import { takeFin } from './fin.ts';

/**
 * §3.10.7.4 step 7, for a segment trimmed to the window. `seq` is the number of the first byte of `data`; `finSeq`
 * that of a FIN behind it, or null. Text above a gap is held; text at RCV.NXT is delivered with what it joins.
 */
export function takeText(tcb: Tcb, seq: number, data: Uint8Array, finSeq: number | null, now: number): void {
  const { rcv, reassembly } = tcb;
  if (tcb.userGone && data.length > 0) {
    loseText(tcb, now);
    return;
  }
  if (seq !== rcv.nxt) {
    holdAboveGap(tcb, seq, data, finSeq);
    return;
  }
  if (finSeq !== null) reassembly.holdFin(finSeq);
  if (data.length > 0) {
    const hadGap = !reassembly.isEmpty && finSeq === null;
    if (hadGap) reportHeldTwice(tcb, seq, data.length);
    deliver(tcb, data);
    const joined = reassembly.takeFrom(rcv.nxt);
    for (const part of joined) deliver(tcb, part);
    tcb.notes.push(joined.length > 0 ? 'gap-filled' : 'in-order');
    oweAckForText(tcb, hadGap || joined.length > 0, now);
  }
  takeFin(tcb, now);
}

/** There is no one to take the text, and the peer shall not think that it was delivered (§3.6.1, SHLD-3). */
function loseText(tcb: Tcb, now: number): void {
  tcb.notes.push('text-lost', 'rst-sent');
  sendReset(tcb, tcb.snd.nxt, now);
  deleteTcb(tcb, 'aborted');
}

/** Delivers text, and tells of urgent data and a FIN, that came with a SYN, once the connection is established. */
export function takeHeld(tcb: Tcb, now: number): void {
  if (tcb.rcv.up !== null) tcb.settings.emit({ kind: 'signal', signal: 'urgent data' });
  const held = tcb.reassembly.takeFrom(tcb.rcv.nxt);
  if (tcb.userGone && held.length > 0) {
    loseText(tcb, now);
    return;
  }
  for (const part of held) deliver(tcb, part);
  if (held.length > 0) tcb.owedAck = 'now';
  takeFin(tcb, now);
}

function holdAboveGap(tcb: Tcb, seq: number, data: Uint8Array, finSeq: number | null): void {
  // An immediate duplicate ACK tells the sender of the gap (RFC 5681 §4.2; §3.10.7.4 step 7).
  tcb.owedAck = 'now';
  if (tcb.settings.conventions.outOfOrder === 'discard') {
    tcb.notes.push('discarded-out-of-order');
    return;
  }
  if (data.length > 0) {
    reportHeldTwice(tcb, seq, data.length);
    tcb.reassembly.hold(seq, data);
    reportHeld(tcb, seq);
    tcb.notes.push('held-out-of-order');
  }
  if (finSeq !== null) {
    tcb.reassembly.holdFin(finSeq);
    tcb.notes.push('fin-held');
  }
}

/** What of `length` bytes at `seq` is held above a gap already came twice. */
function reportHeldTwice(tcb: Tcb, seq: number, length: number): void {
  const held = tcb.reassembly.firstHeldIn(seq, seqAdd(seq, length));
  if (held !== null) reportDuplicate(tcb, ...held);
}

function deliver(tcb: Tcb, data: Uint8Array): void {
  const { rcv } = tcb;
  rcv.nxt = seqAdd(rcv.nxt, data.length);
  rcv.unread.push(data);
  rcv.unreadBytes += data.length;
  tcb.unackedBytes += data.length;
  tcb.settings.emit({ kind: 'deliver', data });
}
