import { FIN, RST, type Segment, segmentLength } from '../segment.ts';
import { seqAdd, seqDistance, seqGe, seqLt } from '../sequence.ts';
import { receiveWindow, type Tcb } from '../tcb.ts';

/**
 * The four cases of §3.4, Table 5, in all profiles. Linux counts one number more at either end: the right edge itself
 * (RCV.NXT+RCV.WND), and a segment that ends just at RCV.NXT, which brings nothing new.
 */
export function isAcceptable(tcb: Tcb, segment: Segment): boolean {
  const { nxt } = tcb.rcv;
  const window = receiveWindow(tcb);
  // A RST is judged by its number alone, whatever text it carries (§3.5.3, SHLD-2), even with no window (MUST-66).
  const length = segment.flags & RST ? 0 : segmentLength(segment);
  if (window === 0) return length === 0 && segment.seq === nxt;
  if (seqDistance(nxt, segment.seq) < window) return true;
  return length > 0 && seqDistance(nxt, seqAdd(segment.seq, length - 1)) < window;
}

/** The part of the segment inside the window: what lies before RCV.NXT and beyond the right edge is cut off. */
export function trimToWindow(tcb: Tcb, segment: Segment): { seq: number; data: Uint8Array; finSeq: number | null } {
  const { nxt, edge } = tcb.rcv;
  let { seq, data } = segment;
  let finSeq = segment.flags & FIN ? seqAdd(seq, data.length) : null;
  if (seqLt(seq, nxt)) {
    const old = seqDistance(seq, nxt);
    if (finSeq !== null && old > data.length) finSeq = null;
    data = data.subarray(Math.min(old, data.length));
    seq = nxt;
  }
  const room = seqDistance(seq, edge);
  if (data.length > room) {
    data = data.subarray(0, room);
    finSeq = null;
  }
  if (finSeq !== null && seqGe(finSeq, edge)) finSeq = null;
  return { seq, data, finSeq };
}
