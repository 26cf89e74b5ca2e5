import { ACK, NO_DATA } from '../segment.ts';
import { seqAdd } from '../sequence.ts';
import { deleteTcb, type Tcb } from '../tcb.ts';
import { probe } from './output.ts';
import { transmit } from './transmit.ts';

/**
 * The persist timer expired (§3.8.6.1): the next waits twice as long (SHLD-30). By convention a probe of a shut window
 * carries one byte, which the retransmission timer then repeats, or nothing: an old number draws the same answer.
 */
export function persistTimeout(tcb: Tcb, now: number): void {
  const { zeroWindowProbe, maximumRtoMs } = tcb.settings.conventions;
  tcb.persistBackoffMs = Math.min(tcb.persistBackoffMs * 2, maximumRtoMs);
  if (zeroWindowProbe === 'byte' || tcb.snd.wnd > 0) probe(tcb, now);
  else probeEmpty(tcb, now);
}

/** <SEQ=SND.UNA-1><ACK=RCV.NXT><CTL=ACK>. A peer that answers is borne with (MUST-37), one that does not only for R2. */
function probeEmpty(tcb: Tcb, now: number): void {
  if (tcb.probedMs === null || tcb.heardMs >= tcb.probedMs) tcb.probedMs = now;
  if (now - tcb.probedMs >= tcb.settings.conventions.giveUpMs) {
    deleteTcb(tcb, 'timed-out');
    return;
  }
  transmit(tcb, seqAdd(tcb.snd.una, -1), ACK, NO_DATA, false, now);
}
