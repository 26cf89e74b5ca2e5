import { output } from '../output.ts';
import { deleteTcb, enter, type Tcb } from '../tcb.ts';
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
