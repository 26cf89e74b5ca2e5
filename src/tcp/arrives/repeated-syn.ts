import { ACK, CWR, ECE, RST, type Segment, SYN } from '../segment.ts';
import { seqAdd, seqGt, seqLe } from '../sequence.ts';
import type { Tcb } from '../tcb.ts';
import { resend, startRetransmissionTimer } from '../transmit.ts';

/**
 * Simultaneous open: the peer's SYN comes again inside its SYN,ACK (Figure 7, lines 5 and 6). The text's ideal
 * segment is trimmed of what lies before RCV.NXT, SYN included; what is left is the ACK of our SYN.
 */
export function withoutRepeatedSyn(tcb: Tcb, segment: Segment): Segment {
  const repeated =
    tcb.state === 'SYN-RECEIVED' &&
    tcb.opened === 'active' &&
    (segment.flags & (SYN | ACK | RST)) === (SYN | ACK) &&
    segment.seq === tcb.rcv.irs &&
    seqGt(segment.ack, tcb.snd.una) &&
    seqLe(segment.ack, tcb.snd.nxt);
  if (!repeated) return segment;
  return { ...segment, seq: seqAdd(segment.seq, 1), flags: segment.flags & ~(SYN | ECE | CWR) };
}

/**
 * The peer's SYN comes again because our SYN,ACK was lost. The text has no exception for it (step 1): an ACK, which
 * SYN-SENT cannot use, and the SYN,ACK goes again by its timer. By the convention `repeatedSyn: syn-ack` it goes again
 * at once, as from kernels, and its timer starts anew.
 */
export function repeatsSynAck(tcb: Tcb, { seq, flags }: Segment, now: number): boolean {
  if (tcb.state !== 'SYN-RECEIVED' || tcb.opened !== 'passive') return false;
  if (tcb.settings.conventions.repeatedSyn !== 'syn-ack') return false;
  const synAck = tcb.sent.first;
  if ((flags & (SYN | ACK | RST)) !== SYN || seq !== tcb.rcv.irs || synAck === undefined) return false;
  tcb.notes.push('old-duplicate');
  resend(tcb, synAck, now);
  startRetransmissionTimer(tcb, now);
  return true;
}
