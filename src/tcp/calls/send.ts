import type { Tcb } from '../tcb.ts';
import type { CallError } from './call-error.ts';
import { enqueue, type SendOptions } from './enqueue.ts';
import { turnActive } from './open.ts';

/**
 * SEND (RFC 9293 §3.10.2). Data given before ESTABLISHED is queued; in LISTEN it turns the open active, if that named the remote
 * socket, and may go with the SYN. Call `output` afterwards.
 */
export function send(tcb: Tcb, data: Uint8Array, now: number, options: SendOptions = {}): CallError | null {
  switch (tcb.state) {
    case 'CLOSED':
      return 'connection does not exist';
    case 'LISTEN':
      if (tcb.remote === 'unspecified') return 'remote socket unspecified';
      if (tcb.closing) return 'connection closing';
      enqueue(tcb, data, now, options);
      turnActive(tcb, now);
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
