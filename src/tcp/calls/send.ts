import type { Tcb } from '../tcb.ts';
import type { CallError } from './call-error.ts';

/** SEND (RFC 9293 §3.10.2). Data given before ESTABLISHED is queued. Call `output` afterwards. */
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
