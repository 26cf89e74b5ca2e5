import { ACK, CE, CWR, ECE, type Segment, SYN } from '../segment.ts';
import { seqGt, seqLt } from '../sequence.ts';
import { flightSize, type Tcb } from '../tcb.ts';

/* Explicit congestion notification (RFC 3168 §6.1): what both ends of a connection keep of it once it is in use. */

export interface EcnState {
  /** As the receiver: ACKs carry ECE until the peer says with CWR that it has reduced its window (§6.1.3). */
  echoing: boolean;
  /** As the sender: the ACK being processed carries ECE, and cwnd does not grow by it (§6.1.2). */
  echoed: boolean;
  /** As the sender: cwnd was lowered for whatever reason, and the next new data says so with CWR (§6.1.2). */
  reduced: boolean;
  /** SND.NXT when cwnd was last lowered: an echo of what was sent before asks for nothing more (§6.1.2). */
  recover: number | null;
}

/** ECE and CWR of a SYN of ours: both offer ECN, ECE alone on the SYN,ACK agrees to it (§6.1.1). */
export function synEcn({ settings, ecn }: Tcb, withAck: boolean): number {
  if (withAck) return ecn === null ? 0 : ECE;
  return settings.conventions.ecn ? ECE | CWR : 0;
}

/**
 * Whether ECN is in use by the peer's SYN or SYN,ACK. A SYN,ACK with both bits is our own SYN's, sent back by a peer
 * that does not know them (§6.1.1).
 */
export function negotiateEcn({ settings }: Tcb, { flags }: Segment): EcnState | null {
  const agreed = flags & ACK ? ECE : ECE | CWR;
  if (!settings.conventions.ecn || (flags & (ECE | CWR)) !== agreed) return null;
  return { echoing: false, echoed: false, reduced: false, recover: null };
}

/** CE and CWR of a segment in the window (§6.1.3, §6.1.5); CWR comes first, since a mark on it is a new one. */
export function takeMarks(tcb: Tcb, ecn: EcnState, segment: Segment): void {
  if (segment.flags & CWR) ecn.echoing = false;
  if (segment.ecn !== CE || segment.data.length === 0) return;
  ecn.echoing = true;
  tcb.notes.push('congestion-marked');
}

/**
 * An acceptable ACK, SND.UNA not yet moved by it. ECE lowers cwnd as a loss would, once for a window of data, and not
 * where loss recovery has done so already (§6.1.2).
 */
export function takeEcho(tcb: Tcb, ecn: EcnState, { flags, ack }: Segment): void {
  if (ecn.recover !== null && seqGt(ack, ecn.recover)) ecn.recover = null;
  ecn.echoed = (flags & (ECE | SYN)) === ECE;
  if (!ecn.echoed || ecn.recover !== null || tcb.recovery.kind !== 'none') return;
  const { congestion } = tcb;
  const before = congestion.cwnd;
  congestion.reduce(flightSize(tcb));
  // A flight far below cwnd, or a cwnd of one segment, would have the least ssthresh raise it.
  if (congestion.cwnd > before) congestion.setWindow(before);
  tcb.notes.push('congestion-echoed');
  windowReduced(tcb);
}

/** cwnd was lowered: by an echo, by fast retransmit or by a timeout (§6.1.2). */
export function windowReduced({ ecn, snd }: Tcb): void {
  if (ecn === null) return;
  ecn.reduced = true;
  ecn.recover = snd.nxt;
}

/** cwnd was lowered after `seq` was sent: what befell that window of data asks for nothing more (§6.1.2). */
export function isAnswered({ ecn }: Tcb, seq: number): boolean {
  return ecn !== null && ecn.recover !== null && seqLt(seq, ecn.recover);
}
