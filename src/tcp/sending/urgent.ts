import type { Segment } from '../segment.ts';
import { seqAdd, seqDistance, seqGt } from '../sequence.ts';
import type { Tcb } from '../tcb.ts';

/* The urgent mechanism (RFC 9293 §3.8.5): the pointer names the byte after the urgent data (MUST-62, RFC 6093 §2). */

const LARGEST_POINTER = 0xffff;

/**
 * The urgent pointer of a segment that starts at `seq`, or 0 where nothing urgent lies ahead of it. Farther off than the
 * field can say, it points into the urgent data, and the next segment's farther (MUST-31).
 */
export function urgentPointer(tcb: Tcb, seq: number): number {
  if (tcb.urgentEnd === null) return 0;
  if (tcb.urgentEnd <= tcb.queue.start) {
    tcb.urgentEnd = null;
    return 0;
  }
  const up = seqAdd(tcb.snd.iss, 1 + tcb.urgentEnd);
  return seqGt(up, seq) ? Math.min(LARGEST_POINTER, seqDistance(seq, up)) : 0;
}

/** The sequence number of the first byte that the user has not read. */
function unread(tcb: Tcb): number {
  return seqAdd(tcb.rcv.nxt, -tcb.rcv.unreadBytes);
}

/**
 * §3.10.7.4 step 6, for a segment with URG: RCV.UP <- max(RCV.UP, SEG.UP). The user is told when urgent data becomes
 * pending and whenever the pointer advances (MUST-32); one that does not is of no account.
 */
export function takeUrgent(tcb: Tcb, segment: Segment): void {
  const { rcv } = tcb;
  const up = seqAdd(segment.seq, segment.urgent);
  if (!seqGt(up, unread(tcb)) || (rcv.up !== null && !seqGt(up, rcv.up))) return;
  rcv.up = up;
  tcb.notes.push('urgent');
  tcb.settings.emit({ kind: 'signal', signal: 'urgent data' });
}

/**
 * How many bytes the user still has to read to reach the end of the urgent data, those that have not come yet included
 * (MUST-33); 0 in normal mode.
 */
export function urgentLeft(tcb: Tcb): number {
  const { up } = tcb.rcv;
  if (up === null) return 0;
  const from = unread(tcb);
  return seqGt(up, from) ? seqDistance(from, up) : 0;
}
