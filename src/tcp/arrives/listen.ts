import { chooseIss } from '../calls/open.ts';
import { ACK, FIN, RST, type Segment, SYN } from '../segment.ts';
import { resetAt, sendSyn } from '../sending/transmit.ts';
import { enter, type Tcb } from '../tcb.ts';
import { setSendWindow } from './ack.ts';
import { acceptSyn } from './syn.ts';

/** §3.10.7.2, LISTEN. */
export function arrivesListen(tcb: Tcb, segment: Segment, now: number): void {
  // First, a RST: invalid here, since nothing was sent that it could answer.
  if (segment.flags & RST) {
    tcb.notes.push('rst-ignored');
    return;
  }
  // Second, an ACK: nothing can be acknowledged yet.
  if (segment.flags & ACK) {
    tcb.notes.push('rst-sent');
    tcb.settings.emit({ kind: 'send', segment: resetAt(segment.ack), repeats: false });
    return;
  }
  // Third, a SYN.
  if (segment.flags & SYN) {
    // The text takes a FIN that comes with the SYN (it waits for ESTABLISHED); no TCP sends one, only scanners do.
    if (segment.flags & FIN && tcb.settings.conventions.synFin === 'drop') {
      tcb.notes.push('unacceptable');
      return;
    }
    acceptSyn(tcb, segment, now);
    chooseIss(tcb, now);
    setSendWindow(tcb, segment, segment.window);
    enter(tcb, 'SYN-RECEIVED');
    sendSyn(tcb, now, true);
    return;
  }
  // Fourth, anything else cannot be here; it is dropped.
  tcb.notes.push('unacceptable');
}
