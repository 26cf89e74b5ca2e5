import { seqDistance, seqLt } from '../sequence.ts';
import { flightSize, type Tcb } from '../tcb.ts';

/**
 * What is believed to be in the network, in octets of sequence space: pipe of RFC 6675 §2. Taken off the flight is what
 * the peer has SACKed and what is taken for lost; what was sent again counts anew. Without SACK, and outside the
 * recovery from a timeout, it is FlightSize (RFC 5681 §2).
 */
export function pipe(tcb: Tcb): number {
  const { recovery, scoreboard, snd } = tcb;
  const outstanding = flightSize(tcb) - scoreboard.bytes;
  switch (recovery.kind) {
    case 'none':
    case 'fast':
      return outstanding;
    case 'sack': {
      const edge = scoreboard.lossEdge(snd.mss);
      return outstanding - (edge === null ? 0 : missingBelow(tcb, edge)) + missingBelow(tcb, recovery.highRxt);
    }
    case 'timeout':
      return outstanding - missingBelow(tcb, recovery.recover) + missingBelow(tcb, recovery.highRxt);
  }
}

/** Octets from SND.UNA up to `seq` that the peer has not SACKed. */
function missingBelow(tcb: Tcb, seq: number): number {
  const { una } = tcb.snd;
  if (!seqLt(una, seq)) return 0;
  return seqDistance(una, seq) - tcb.scoreboard.bytesBelow(seq);
}
