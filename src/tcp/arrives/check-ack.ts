import { FIN, type Segment } from '../segment.ts';
import { sendReset } from '../sending/transmit.ts';
import { seqAdd, seqGt, seqLe, seqLt } from '../sequence.ts';
import { deleteTcb, enter, enterTimeWait, finAcknowledged, type Tcb } from '../tcb.ts';
import { setSendWindow, takeAck } from './ack.ts';
import { sendChallengeAck } from './challenge.ts';
import { takeHeld } from './text.ts';

/** RFC 5961 §5.2: an ACK below this is as suspect as one of data never sent. */
function oldestAck(tcb: Tcb): number {
  const { una, maxWnd } = tcb.snd;
  if (tcb.settings.conventions.oldestAck === 'window') return seqAdd(una, -maxWnd);
  const acknowledged = tcb.queue.start + (finAcknowledged(tcb) ? 1 : 0);
  return seqAdd(una, -Math.min(maxWnd, acknowledged));
}

/** Step 5. Returns whether the segment is processed further. `finNext`: its FIN can be processed at once. */
export function checkAck(tcb: Tcb, segment: Segment, window: number, finNext: boolean, now: number): boolean {
  const { snd } = tcb;
  if (tcb.state === 'SYN-RECEIVED') {
    // Before the check of RFC 5961 §5.2 below, which the text puts first for all states: a peer that acknowledges what
    // this incarnation never sent is reset, as Figure 9's old duplicate has to be, and not only told the right number.
    // Linux lets ACK = ISS pass in a simultaneous open; the text holds in all profiles: it acknowledges nothing.
    if (!(seqLt(snd.una, segment.ack) && seqLe(segment.ack, snd.nxt))) {
      tcb.notes.push('rst-sent');
      sendReset(tcb, segment.ack, now);
      return false;
    }
    setSendWindow(tcb, segment, window);
    takeAck(tcb, segment, window, now);
    enter(tcb, 'ESTABLISHED');
    if (tcb.closing) enter(tcb, 'FIN-WAIT-1');
    takeHeld(tcb, now);
    return true;
  }
  if (seqGt(segment.ack, snd.nxt) || (tcb.settings.conventions.challengeAcks && seqLt(segment.ack, oldestAck(tcb)))) {
    tcb.notes.push(seqGt(segment.ack, snd.nxt) ? 'ack-of-unsent' : 'challenge-ack');
    sendChallengeAck(tcb, now);
    return false;
  }
  // Kernels keep little of a connection in TIME-WAIT and judge by one short rule; the text's steps hold in all profiles:
  // some answers differ, the state does not.
  if (tcb.state === 'TIME-WAIT') return true;
  // CLOSE led from SYN-RECEIVED to FIN-WAIT-1 at once (§3.10.4): what came with the SYN still waits.
  const opening = snd.una === snd.iss;
  takeAck(tcb, segment, window, now);
  if (opening && snd.una !== snd.iss) takeHeld(tcb, now);
  if (!finAcknowledged(tcb)) return true;
  switch (tcb.state) {
    case 'FIN-WAIT-1':
      if (!finNext) enter(tcb, 'FIN-WAIT-2');
      return true;
    case 'CLOSING':
      enterTimeWait(tcb, now);
      if (segment.flags & FIN) tcb.owedAck = 'now'; // step 8: a FIN is acknowledged, this one again
      return false;
    case 'LAST-ACK':
      deleteTcb(tcb, 'closed');
      return false;
    default:
      return true;
  }
}
