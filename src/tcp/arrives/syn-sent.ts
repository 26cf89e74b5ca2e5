import { ACK, RST, type Segment, SYN } from '../segment.ts';
import { output } from '../sending/output.ts';
import { resend, resendFrom, sendReset } from '../sending/transmit.ts';
import { seqGt, seqLe } from '../sequence.ts';
import { deleteTcb, enter, type Tcb } from '../tcb.ts';
import { acknowledge, setSendWindow } from './ack.ts';
import { acceptSyn } from './syn.ts';
import { takeHeld } from './text.ts';

/** §3.10.7.3, SYN-SENT. */
export function arrivesSynSent(tcb: Tcb, segment: Segment, now: number): void {
  const { snd } = tcb;
  const hasAck = (segment.flags & ACK) !== 0;

  // First, the ACK bit: it must acknowledge our SYN and nothing beyond.
  if (hasAck && (seqLe(segment.ack, snd.iss) || seqGt(segment.ack, snd.nxt))) {
    if (segment.flags & RST) {
      tcb.notes.push('rst-ignored');
      return;
    }
    tcb.notes.push('rst-sent');
    sendReset(tcb, segment.ack, now);
    return;
  }

  // Second, the RST bit: believed only with an acceptable ACK (RFC 5961 §3.2). The text would have RFC 5961's TCPs
  // compare SEG.SEQ with RCV.NXT before; but no SYN has come, so there is no RCV.NXT yet, and RFC 5961 asks for none.
  if (segment.flags & RST) {
    if (!hasAck) {
      tcb.notes.push('rst-ignored');
      return;
    }
    tcb.notes.push('reset');
    deleteTcb(tcb, 'refused');
    return;
  }

  // Fourth, the SYN bit (the third step is about security compartments, which do not exist here).
  if (!(segment.flags & SYN)) {
    tcb.notes.push('unacceptable');
    return;
  }
  acceptSyn(tcb, segment, now);
  if (!hasAck) {
    // Simultaneous open: our SYN again, now with an ACK (§3.5, Figure 7).
    setSendWindow(tcb, segment, segment.window);
    enter(tcb, 'SYN-RECEIVED');
    const syn = tcb.sent.first;
    if (syn !== undefined) resend(tcb, syn, now);
    return;
  }
  acknowledge(tcb, segment, now);
  setSendWindow(tcb, segment, segment.window);
  enter(tcb, 'ESTABLISHED');
  // The ACK goes out at once, unless data that waited for this moment can carry it.
  tcb.owedAck = 'now';
  takeHeld(tcb, now);
  // Of a SYN that went again, alone, the peer may have had no data. Else it has the data and may take it only now
  // (§3.10.7.2: text with a SYN waits), so that its ACK, or the retransmission timer, is waited for.
  const unacked = tcb.sent.first;
  if (tcb.synLost && unacked !== undefined) resendFrom(tcb, unacked.seq, now);
  output(tcb, now);
}
