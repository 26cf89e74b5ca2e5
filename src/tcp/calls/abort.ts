import { sendReset } from '../sending/transmit.ts';
import { deleteTcb, type Tcb } from '../tcb.ts';
import type { CallError } from './call-error.ts';

/**
 * ABORT (RFC 9293 §3.10.5): a RST at SND.NXT tells the peer where the states ask for it; the TCB is deleted. §3.5.2 says
 * that who resets "should" pass through TIME-WAIT; the step-by-step text, and every stack, goes to CLOSED at once.
 */
export function abort(tcb: Tcb, now: number): CallError | null {
  switch (tcb.state) {
    case 'CLOSED':
      return 'connection does not exist';
    case 'SYN-RECEIVED':
    case 'ESTABLISHED':
    case 'FIN-WAIT-1':
    case 'FIN-WAIT-2':
    case 'CLOSE-WAIT':
      sendReset(tcb, tcb.snd.nxt, now);
      break;
    default:
      break;
  }
  deleteTcb(tcb, 'aborted');
  return null;
}
