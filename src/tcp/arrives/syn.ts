import { negotiate } from '../options/syn-options.ts';
import { openingEdge } from '../receiving/receive-window.ts';
import { FIN, type Segment, URG } from '../segment.ts';
import { seqAdd, seqGt } from '../sequence.ts';
import { receiveWindow, type Tcb } from '../tcb.ts';

/**
 * Takes the peer's SYN: RCV.NXT = SEG.SEQ+1, IRS = SEG.SEQ, the window opens, the options are settled. Text, a FIN and
 * urgent data that came with it wait until the connection is established.
 */
export function acceptSyn(tcb: Tcb, segment: Segment, now: number): void {
  tcb.notes.push('syn-accepted');
  const { rcv, reassembly } = tcb;
  rcv.irs = segment.seq;
  rcv.nxt = seqAdd(segment.seq, 1);
  rcv.edge = openingEdge(tcb);
  negotiate(tcb, segment, now);
  const up = seqAdd(segment.seq, segment.urgent);
  rcv.up = segment.flags & URG && seqGt(up, rcv.nxt) ? up : null;
  const window = receiveWindow(tcb);
  const data = segment.data.subarray(0, window);
  if (data.length > 0) reassembly.hold(rcv.nxt, data);
  if (segment.flags & FIN && segment.data.length < window) reassembly.holdFin(seqAdd(rcv.nxt, data.length));
}
