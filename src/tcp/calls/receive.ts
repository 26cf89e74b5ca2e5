import { openWindow, toldWindow, windowStep } from '../receiving/receive-window.ts';
import { urgentLeft } from '../sending/urgent.ts';
import { seqAdd, seqGe } from '../sequence.ts';
import type { Tcb } from '../tcb.ts';
import type { CallError } from './call-error.ts';

/** What RECEIVE answers: data in order, in the pieces it came in, or why there can be none. */
export type Received =
  | {
      readonly kind: 'data';
      readonly parts: readonly Uint8Array[];
      /** The peer pushed data that ends in these parts, or did so before (MAY-17). */
      readonly push: boolean;
      /** Bytes up to the end of the urgent data that are still to be read; 0: normal mode (MUST-33). */
      readonly urgentLeft: number;
    }
  | { readonly kind: 'error'; readonly error: CallError };

/**
 * RECEIVE (RFC 9293 §3.10.3): up to `max` bytes in order. No part at all means that there is nothing now: the text
 * would queue the call, here the user calls again once data is delivered. Data after the urgent pointer is never
 * returned together with urgent data before it (§3.9.1.3).
 */
export function receive(tcb: Tcb, max: number): Received {
  const error = refusal(tcb);
  if (error !== null) return { kind: 'error', error };
  const { rcv } = tcb;
  const urgent = urgentLeft(tcb);
  const most = urgent === 0 ? max : Math.min(max, urgent);
  let wanted = most;
  let whole = 0;
  for (const chunk of rcv.unread) {
    if (chunk.length > wanted) break;
    wanted -= chunk.length;
    whole += 1;
  }
  const parts = rcv.unread.splice(0, whole);
  const [chunk] = rcv.unread;
  if (chunk !== undefined && wanted > 0) {
    parts.push(chunk.subarray(0, wanted));
    rcv.unread[0] = chunk.subarray(wanted);
    wanted = 0;
  }
  rcv.unreadBytes -= most - wanted;
  const push = rcv.pushedTo !== null && seqGe(seqAdd(rcv.nxt, -rcv.unreadBytes), rcv.pushedTo);
  if (push) rcv.pushedTo = null;
  const left = urgent === 0 ? 0 : urgentLeft(tcb);
  if (left === 0) rcv.up = null;
  return { kind: 'data', parts, push, urgentLeft: left };
}

/**
 * Once the peer's FIN is here, RECEIVE takes what is on hand and then fails. The text has that for CLOSE-WAIT and
 * refuses at once in the states after it; but what was acknowledged is not to be lost there either, since a user who has
 * called CLOSE is to go on reading until there is no more (§3.6). The same after an orderly end, as with sockets.
 */
function refusal(tcb: Tcb): CallError | null {
  switch (tcb.state) {
    case 'CLOSED':
      return tcb.rcv.unreadBytes === 0 ? 'connection does not exist' : null;
    case 'CLOSE-WAIT':
    case 'CLOSING':
    case 'LAST-ACK':
    case 'TIME-WAIT':
      return tcb.rcv.unreadBytes === 0 ? 'connection closing' : null;
    default:
      return null;
  }
}

/**
 * To be called after RECEIVE: if the reader has freed enough of a window that was shut, or too narrow for the peer to
 * send into (§3.8.6.2.1), an ACK tells the peer (a window update, §3.8.6.2.2); by the convention `windowUpdate: doubled`
 * as soon as the window has at least doubled.
 */
export function offerWindow(tcb: Tcb): void {
  const before = toldWindow(tcb);
  const receiving = tcb.state === 'ESTABLISHED' || tcb.state === 'FIN-WAIT-1' || tcb.state === 'FIN-WAIT-2';
  if (!receiving || !openWindow(tcb)) return;
  const doubled = tcb.settings.conventions.windowUpdate === 'doubled' && toldWindow(tcb) >= 2 * before;
  if (doubled || before < windowStep(tcb)) tcb.owedAck = 'now';
}
