import { FIN, type Segment } from '../segment.ts';
import { seqAdd } from '../sequence.ts';
import { negotiate } from '../syn-options.ts';
import type { Tcb } from '../tcb.ts';

/** Without the option a peer takes 536 bytes a segment over IPv4 (§3.7.1, MUST-15). */
const DEFAULT_SEND_MSS = 536;

/**
 * Takes the peer's SYN: RCV.NXT = SEG.SEQ+1, IRS = SEG.SEQ, the window opens, the MSS is settled. Text and a FIN
 * that came with it wait until the connection is established.
 */
export function acceptSyn(tcb: Tcb, segment: Segment): void {
  tcb.notes.push('syn-accepted');
  const { rcv, reassembly } = tcb;
  rcv.irs = segment.seq;
  rcv.nxt = seqAdd(segment.seq, 1);
  rcv.edge = seqAdd(rcv.nxt, tcb.settings.receiveBuffer);
  negotiate(tcb, segment.options);
  const offered = segment.options.mss ?? DEFAULT_SEND_MSS;
  tcb.snd.mss = Math.max(1, Math.min(offered, tcb.settings.mss));
  const data = segment.data.subarray(0, tcb.settings.receiveBuffer);
  if (data.length > 0) reassembly.hold(rcv.nxt, data);
  if (segment.flags & FIN && data.length === segment.data.length) reassembly.holdFin(seqAdd(rcv.nxt, data.length));
}
