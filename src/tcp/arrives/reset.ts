import type { Segment } from '../segment.ts';
import { sendAck, sendReset } from '../sending/transmit.ts';
import { seqAdd, seqLt } from '../sequence.ts';
import { deleteTcb, returnToListen, type Tcb } from '../tcb.ts';
import { sendChallengeAck } from './challenge.ts';

/** Step 2 (RFC 5961 §3.2): exactly RCV.NXT resets, elsewhere in the window is challenged. */
export function takeReset(tcb: Tcb, segment: Segment, now: number): void {
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

const AFTER_PEERS_FIN: ReadonlySet<Tcb['state']> = new Set(['CLOSE-WAIT', 'CLOSING', 'LAST-ACK']);

/** A RST with the number of the peer's FIN: believed by the convention `resetAtFin`, refused by the text (§3.10.7.4). */
export function isResetAtFin(tcb: Tcb, { seq }: Segment): boolean {
  return tcb.settings.conventions.resetAtFin && AFTER_PEERS_FIN.has(tcb.state) && seq === seqAdd(tcb.rcv.nxt, -1);
}

/** Step 4: a SYN inside the window of a synchronized connection. */
export function takeUnexpectedSyn(tcb: Tcb, segment: Segment, now: number): void {
  if (tcb.state === 'SYN-RECEIVED' && tcb.opened === 'passive') {
    returnToListen(tcb);
    return;
  }
  if (tcb.settings.conventions.challengeAcks) {
    tcb.notes.push('challenge-ack');
    sendChallengeAck(tcb, now);
    return;
  }
  // RFC 793's rule, which RFC 5961 replaces: a SYN in the window is an error, so reset. One before it, which came so far
  // for the text that it carries, is answered as in step 1: it may be a copy of the SYN that opened the connection.
  if (seqLt(segment.seq, tcb.rcv.nxt)) {
    tcb.notes.push('old-duplicate');
    sendAck(tcb, now);
    return;
  }
  tcb.notes.push('reset', 'rst-sent');
  sendReset(tcb, tcb.snd.nxt, now);
  deleteTcb(tcb, 'reset');
}
