import { output } from '../sending/output.ts';
import { sendReset } from '../sending/transmit.ts';
import { deleteTcb, enter, type Tcb } from '../tcb.ts';
import { submitted } from '../user-timeout.ts';
import type { CallError } from './call-error.ts';

/** CLOSE (RFC 9293 §3.10.4): no more SENDs. The FIN follows all data sent before; receiving goes on. */
export function close(tcb: Tcb, now: number): CallError | null {
  switch (tcb.state) {
    case 'CLOSED':
      return 'connection does not exist';
    case 'LISTEN':
    case 'SYN-SENT':
      deleteTcb(tcb, 'closed');
      return null;
    case 'SYN-RECEIVED':
      if (tcb.closing) return 'connection closing';
      queueFin(tcb, now);
      if (tcb.queue.end === 0) enter(tcb, 'FIN-WAIT-1');
      output(tcb, now);
      return null;
    case 'ESTABLISHED':
      queueFin(tcb, now);
      enter(tcb, 'FIN-WAIT-1');
      output(tcb, now);
      return null;
    case 'CLOSE-WAIT':
      if (tcb.closing) return 'connection closing';
      queueFin(tcb, now);
      output(tcb, now);
      return null;
    default:
      return 'connection closing';
  }
}

/** The FIN goes behind all that is queued, which it pushes (§3.9.1.4). */
function queueFin(tcb: Tcb, now: number): void {
  tcb.closing = true;
  tcb.pushedTo = tcb.queue.end;
  submitted(tcb, 'fin', now);
  // From now on there is something outstanding (§3.8.4, MUST-26).
  tcb.timers['keep-alive'] = undefined;
}

/**
 * CLOSE by a user who will not RECEIVE any more either (§3.6.1, MAY-1), as closing a socket does. Data that was not read
 * is lost by that, and data that comes later will be: a RST says so (SHLD-3; RFC 2525 §2.17). It may follow CLOSE. In
 * TIME-WAIT the peer is done, and there is no one to tell.
 */
export function closeFully(tcb: Tcb, now: number): CallError | null {
  if (tcb.state === 'CLOSED') return 'connection does not exist';
  if (tcb.userGone) return 'connection closing';
  if (tcb.rcv.unreadBytes > 0 && tcb.state !== 'TIME-WAIT') {
    sendReset(tcb, tcb.snd.nxt, now);
    deleteTcb(tcb, 'aborted');
    return null;
  }
  tcb.userGone = true;
  close(tcb, now);
  return null;
}
