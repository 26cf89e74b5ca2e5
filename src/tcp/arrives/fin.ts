import { oweAckForFin } from '../receiving/acknowledging.ts';
import { seqAdd } from '../sequence.ts';
import { enter, enterTimeWait, finAcknowledged, type Tcb } from '../tcb.ts';

/** §3.10.7.4 step 8: processes the peer's FIN once every byte before it is here; else does nothing. */
export function takeFin(tcb: Tcb, now: number): void {
  const { rcv } = tcb;
  if (tcb.reassembly.fin !== rcv.nxt) return;
  if (!TAKES_FIN.has(tcb.state)) return;
  rcv.nxt = seqAdd(rcv.nxt, 1);
  tcb.notes.push('fin-processed');
  tcb.settings.emit({ kind: 'signal', signal: 'connection closing' });
  switch (tcb.state) {
    case 'SYN-RECEIVED':
    case 'ESTABLISHED':
      enter(tcb, 'CLOSE-WAIT');
      break;
    case 'FIN-WAIT-1':
      // Ours acknowledged, perhaps by this very segment: TIME-WAIT at once (§3.3.2, note 2 of Figure 5).
      if (finAcknowledged(tcb)) enterTimeWait(tcb, now);
      else enter(tcb, 'CLOSING');
      break;
    case 'FIN-WAIT-2':
      enterTimeWait(tcb, now);
      break;
    default:
      break;
  }
  oweAckForFin(tcb, now);
}

const TAKES_FIN: ReadonlySet<Tcb['state']> = new Set(['SYN-RECEIVED', 'ESTABLISHED', 'FIN-WAIT-1', 'FIN-WAIT-2']);
