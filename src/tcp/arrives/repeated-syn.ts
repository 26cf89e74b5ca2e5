import { ACK, CWR, ECE, RST, type Segment, SYN } from '../segment.ts';
import { resend, startRetransmissionTimer } from '../sending/transmit.ts';
import { seqAdd, seqGt, seqLe } from '../sequence.ts';
import type { Tcb } from '../tcb.ts';

/**
 * In SYN-RECEIVED the peer's SYN comes again with more than itself. The text's ideal segment is trimmed of what lies
 * before RCV.NXT, SYN included (§3.10.7.4 step 1). In a simultaneous open what is left is the ACK of our SYN (Figure 7,
 * lines 5 and 6). After a passive OPEN it is text without an ACK, which step 5 drops: a copy of a SYN that carries data
 * must not send the connection back to LISTEN. A SYN alone is not acceptable as it is.
 */
export function withoutRepeatedSyn(tcb: Tcb, segment: Segment): Segment {
  const { flags, seq, ack, data } = segment;
  const again = tcb.state === 'SYN-RECEIVED' && (flags & (SYN | RST)) === SYN && seq === tcb.rcv.irs;
  if (!again) return segment;
  const trimmed =
    tcb.opened === 'active'
      ? flags & ACK && seqGt(ack, tcb.snd.una) && seqLe(ack, tcb.snd.nxt)
      : !(flags & ACK) && data.length > 0;
  return trimmed ? { ...segment, seq: seqAdd(seq, 1), flags: flags & ~(SYN | ECE | CWR) } : segment;
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
