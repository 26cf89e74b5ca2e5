import { output } from './output.ts';
import { deleteTcb, enter, openWindow, receiveWindow, type Tcb, windowStep } from './tcb.ts';
import { sendReset, sendSyn } from './transmit.ts';

/** What a user call answers when it cannot do what it was asked (RFC 9293 §3.10.1 to §3.10.5, its wording). */
export type CallError =
  | 'connection already exists'
  | 'connection does not exist'
  | 'connection closing'
  | 'connection illegal for this process';

/** OPEN, active (§3.10.1): sends a SYN and enters SYN-SENT. From LISTEN it turns the passive open active. */
export function openActive(tcb: Tcb, now: number): CallError | null {
  if (tcb.state !== 'CLOSED' && tcb.state !== 'LISTEN') return 'connection already exists';
  tcb.opened = 'active';
  chooseIss(tcb, now);
  enter(tcb, 'SYN-SENT');
  sendSyn(tcb, now, false);
  return null;
}

/** OPEN, passive (§3.10.1). */
export function openPassive(tcb: Tcb): CallError | null {
  if (tcb.state !== 'CLOSED') return 'connection already exists';
  tcb.opened = 'passive';
  enter(tcb, 'LISTEN');
  return null;
}

/** Selects the ISS and sets the send variables from it (§3.4.1). */
export function chooseIss(tcb: Tcb, now: number): void {
  const iss = tcb.settings.chooseIss(now);
  tcb.snd.iss = iss;
  tcb.snd.una = iss;
  tcb.snd.nxt = iss;
}

/** SEND (§3.10.2). Data given before ESTABLISHED is queued. Call `output` afterwards. */
export function send(tcb: Tcb, data: Uint8Array): CallError | null {
  switch (tcb.state) {
    case 'CLOSED':
    case 'LISTEN':
      return 'connection does not exist';
    case 'SYN-SENT':
    case 'SYN-RECEIVED':
    case 'ESTABLISHED':
    case 'CLOSE-WAIT':
      if (tcb.closing) return 'connection closing';
      tcb.queue.append(data);
      return null;
    default:
      return 'connection closing';
  }
}

/** RECEIVE (§3.10.3): up to `max` bytes in order; an empty array when there are none now. */
export function receive(tcb: Tcb, max: number): Uint8Array[] {
  const out: Uint8Array[] = [];
  const { rcv } = tcb;
  let wanted = max;
  for (let chunk = rcv.unread[0]; chunk !== undefined && wanted > 0; chunk = rcv.unread[0]) {
    const part = chunk.subarray(0, wanted);
    out.push(part);
    wanted -= part.length;
    rcv.unreadBytes -= part.length;
    if (part.length === chunk.length) rcv.unread.shift();
    else rcv.unread[0] = chunk.subarray(part.length);
  }
  return out;
}

/**
 * To be called after RECEIVE: if the reader has freed enough of a window that was shut, or too narrow for the peer to
 * send into (§3.8.6.2.1), an ACK tells the peer (a window update, §3.8.6.2.2).
 */
export function offerWindow(tcb: Tcb): void {
  const wasNarrow = receiveWindow(tcb) < windowStep(tcb);
  const receiving = tcb.state === 'ESTABLISHED' || tcb.state === 'FIN-WAIT-1' || tcb.state === 'FIN-WAIT-2';
  if (receiving && openWindow(tcb) && wasNarrow) tcb.owedAck = 'now';
}

/** CLOSE (§3.10.4): no more SENDs. The FIN follows all data sent before; receiving goes on. */
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
      tcb.closing = true;
      if (tcb.queue.end === 0) enter(tcb, 'FIN-WAIT-1');
      output(tcb, now);
      return null;
    case 'ESTABLISHED':
      tcb.closing = true;
      enter(tcb, 'FIN-WAIT-1');
      output(tcb, now);
      return null;
    case 'CLOSE-WAIT':
      if (tcb.closing) return 'connection closing';
      tcb.closing = true;
      output(tcb, now);
      return null;
    default:
      return 'connection closing';
  }
}

/** ABORT (§3.10.5): a RST at SND.NXT tells the peer where the states ask for it; the TCB is deleted. */
export function abort(tcb: Tcb): CallError | null {
  switch (tcb.state) {
    case 'CLOSED':
      return 'connection does not exist';
    case 'SYN-RECEIVED':
    case 'ESTABLISHED':
    case 'FIN-WAIT-1':
    case 'FIN-WAIT-2':
    case 'CLOSE-WAIT':
      sendReset(tcb, tcb.snd.nxt);
      break;
    default:
      break;
  }
  deleteTcb(tcb, 'aborted');
  return null;
}
