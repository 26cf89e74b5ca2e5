import type { Tcb } from '../tcb.ts';
import { setUserTimeout, submitted } from '../user-timeout.ts';
import type { CallError } from './call-error.ts';
import { turnActive } from './open.ts';

/** What SEND may say of its data (RFC 9293 §3.9.1.2). */
export interface SendOptions {
  /** PUSH, on unless told otherwise, as with sockets. Data that is not pushed may wait for more (MAY-15, MAY-16). */
  readonly push?: boolean;
  /** URGENT: the data ends with what the peer's user should hurry to (§3.8.5). */
  readonly urgent?: boolean;
  /** From now on the connection's user timeout, in ms, or none. */
  readonly userTimeoutMs?: number | null;
}

/**
 * SEND (§3.10.2). Data given before ESTABLISHED is queued; in LISTEN it turns the open active, if that named the remote
 * socket. Call `output` afterwards.
 */
export function send(tcb: Tcb, data: Uint8Array, now: number, options: SendOptions = {}): CallError | null {
  switch (tcb.state) {
    case 'CLOSED':
      return 'connection does not exist';
    case 'LISTEN':
      if (tcb.remote === 'unspecified') return 'remote socket unspecified';
      if (tcb.closing) return 'connection closing';
      turnActive(tcb, now);
      enqueue(tcb, data, now, options);
      return null;
    case 'SYN-SENT':
    case 'SYN-RECEIVED':
    case 'ESTABLISHED':
    case 'CLOSE-WAIT':
      if (tcb.closing) return 'connection closing';
      enqueue(tcb, data, now, options);
      return null;
    default:
      return 'connection closing';
  }
}

function enqueue(tcb: Tcb, data: Uint8Array, now: number, { push = true, urgent = false, ...rest }: SendOptions): void {
  tcb.queue.append(data);
  if (push) tcb.pushedTo = tcb.queue.end;
  // The text's SND.UP <- SND.NXT, in a queue that runs ahead of SND.NXT: the pointer names the byte after the data
  // (MUST-62). An urgent indication needs at least one byte.
  if (urgent && data.length > 0) {
    tcb.urgentEnd = tcb.queue.end;
    tcb.urgentUntold = true;
  }
  if (rest.userTimeoutMs !== undefined) setUserTimeout(tcb, rest.userTimeoutMs, now);
  submitted(tcb, 'data', now);
}
