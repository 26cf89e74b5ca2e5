import { takeEcho } from '../congestion/ecn.ts';
import { echoedRoundTrip } from '../options/timestamps.ts';
import { duplicateAck, takeSackBlocks } from '../recovery/loss-recovery.ts';
import { acknowledgeSent } from '../recovery/retransmission.ts';
import { FIN, type Segment, SYN } from '../segment.ts';
import { resend, startRetransmissionTimer } from '../sending/transmit.ts';
import { seqAdd, seqGt, seqLe, seqLt } from '../sequence.ts';
import { finAcknowledged, type Tcb } from '../tcb.ts';
import { userTimeoutOnAck } from '../user-timeout.ts';

/** The window a segment tells, in bytes: SEG.WND << Snd.Wind.Shift, but never scaled on a SYN (RFC 7323 §2.2, §2.3). */
export function windowOf({ snd }: Tcb, segment: Segment): number {
  return segment.flags & SYN ? segment.window : segment.window << snd.shift;
}

/** SND.WND, SND.WL1 and SND.WL2 from a segment that tells a window of `window` bytes. */
export function setSendWindow(tcb: Tcb, segment: Segment, window: number): void {
  const { snd } = tcb;
  snd.wnd = window;
  snd.wl1 = segment.seq;
  snd.wl2 = segment.ack;
  if (snd.wnd > snd.maxWnd) snd.maxWnd = snd.wnd;
  const edge = seqAdd(snd.una, window);
  if (seqGt(edge, snd.edge)) snd.edge = edge;
}

/** The peer has acknowledged something new, or answered with its window shut: R1 and R2 count from here (§3.8.3). */
function heard(tcb: Tcb, now: number): void {
  tcb.heardMs = now;
  tcb.timeoutsInVain = 0;
}

/** SND.UNA < SEG.ACK =< SND.NXT is known: moves SND.UNA and all that follows from it. */
export function acknowledge(tcb: Tcb, segment: Segment, now: number): void {
  const synWasOutstanding = tcb.snd.una === tcb.snd.iss;
  const finWasOutstanding = tcb.fin !== null && !finAcknowledged(tcb);
  heard(tcb, now);
  acknowledgeSent(tcb, segment.ack, echoedRoundTrip(tcb, segment, now), now);
  userTimeoutOnAck(tcb);
  tcb.notes.push(synWasOutstanding ? 'our-syn-acked' : 'ack-advanced');
  if (finWasOutstanding && finAcknowledged(tcb)) tcb.notes.push('fin-acked');
}

/** §3.10.7.4 step 5 as ESTABLISHED has it, SEG.ACK =< SND.NXT: SND.UNA, duplicates, the send window. */
export function takeAck(tcb: Tcb, segment: Segment, window: number, now: number): void {
  const { snd } = tcb;
  const advances = seqGt(segment.ack, snd.una);
  if (snd.wnd === 0 && segment.ack === snd.una) heard(tcb, now);
  const { sack } = segment.options;
  const sacked = tcb.sackPermitted && sack !== undefined ? takeSackBlocks(tcb, sack, segment.ack) : 0;
  if (tcb.ecn !== null && !seqLt(segment.ack, snd.una)) takeEcho(tcb, tcb.ecn, segment);
  if (advances) acknowledge(tcb, segment, now);
  if (tcb.sackPermitted ? sacked > 0 : !advances && isDuplicateAck(tcb, segment, window)) {
    if (!advances) tcb.notes.push('ack-duplicate');
    duplicateAck(tcb, now);
  } else if (seqLt(segment.ack, snd.una)) tcb.notes.push('ack-old');
  if (seqLt(segment.ack, snd.una)) return;
  // The text looks at WL1 and WL2 alone. A retransmission has an old SEG.SEQ, yet its ACK may be the newest there is;
  // without its window SND.UNA would move and carry the old window beyond the edge the peer offered.
  const newer = seqLt(snd.wl1, segment.seq) || (snd.wl1 === segment.seq && seqLe(snd.wl2, segment.ack));
  if (advances || newer) {
    updateSendWindow(tcb, segment, window, now);
  }
}

function updateSendWindow(tcb: Tcb, segment: Segment, window: number, now: number): void {
  const { wnd: before, edge, shift } = tcb.snd;
  setSendWindow(tcb, segment, window);
  if (tcb.snd.wnd === before) return;
  tcb.notes.push('window-updated');
  if (before > 0 && tcb.snd.wnd > 0) return;
  // What the persist timer waited for is over: a zero window, or one too small to use (§3.8.6.1, §3.8.6.2.1).
  tcb.timers.persist = undefined;
  tcb.persistBackoffMs = 0;
  if (before > 0) return;
  // The window opens: what waited may go, a refused probe first.
  // The timer spaced the probes; no loss backed it off (RFC 6298 §5.5).
  tcb.rto.endBackOff();
  const refused = tcb.sent.first;
  if (refused === undefined) return;
  // A scaled window of zero may be one rounded down: what lies below the edge offered before is on its way.
  if (shift > 0 && seqLt(refused.seq, edge)) return;
  resend(tcb, refused, now);
  startRetransmissionTimer(tcb, now);
}

/** RFC 5681 §2: data outstanding, no data, no SYN or FIN, the ACK number and the window as before. */
function isDuplicateAck(tcb: Tcb, segment: Segment, window: number): boolean {
  return (
    tcb.sent.length > 0 &&
    segment.data.length === 0 &&
    (segment.flags & (SYN | FIN)) === 0 &&
    segment.ack === tcb.snd.una &&
    window === tcb.snd.wnd &&
    tcb.snd.wnd > 0
  );
}
