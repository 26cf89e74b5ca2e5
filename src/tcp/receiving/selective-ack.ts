import { seqGe, seqLe, seqLt } from '../sequence.ts';
import type { Tcb } from '../tcb.ts';
import type { SequenceRange } from './reassembly.ts';

/** What came last, since the next ACK tells of it first (RFC 2018 §4). */
export interface ReceivedLately {
  /** A number out of each range held above a gap, the one that grew last in front. */
  ranges: number[];
  /** What was received twice and not yet reported (RFC 2883 §4). */
  duplicate: SequenceRange | null;
}

export function receivedLately(): ReceivedLately {
  return { ranges: [], duplicate: null };
}

/** Data at `seq` is now held above a gap: its range is the first to be reported. */
export function reportHeld(tcb: Tcb, seq: number): void {
  if (!tcb.sackPermitted) return;
  const { lately, reassembly } = tcb;
  const range = reassembly.rangeHolding(seq);
  if (range === null) return;
  // The usual case: the range in front grows, and into none that was told before.
  if (lately.ranges.every((other, i) => isIn(other, range) === (i === 0)) && lately.ranges.length > 0) return;
  lately.ranges = [seq, ...lately.ranges.filter((other) => !isIn(other, range) && seqLe(tcb.rcv.nxt, other))];
}

/** [start, end) was received a second time: the next ACK says so, if the conventions want it (RFC 2883). */
export function reportDuplicate(tcb: Tcb, start: number, end: number): void {
  if (!tcb.sackPermitted || !tcb.settings.conventions.dsack || !seqLt(start, end)) return;
  tcb.lately.duplicate = [start, end];
}

/** How many SACK blocks there are to send. */
export function sackBlockCount(tcb: Tcb, most: number): number {
  const { lately, reassembly } = tcb;
  if (lately.duplicate === null && !reassembly.holdsData) return 0;
  return sackBlocks(tcb, most).length;
}

/**
 * The blocks of the next SACK option, at most `most`: first a report of duplicates (RFC 2883 §4), then the range that
 * the last data above a gap belongs to, then the ranges reported before it (RFC 2018 §4).
 */
export function sackBlocks(tcb: Tcb, most: number): SequenceRange[] {
  const { lately, reassembly } = tcb;
  const blocks: SequenceRange[] = lately.duplicate === null || most === 0 ? [] : [lately.duplicate];
  // A duplicate above the cumulative ACK is followed by the range it lies in (RFC 2883 §4.2), whatever came last.
  const around = lately.duplicate === null ? null : reassembly.rangeHolding(lately.duplicate[0]);
  if (around !== null && blocks.length < most) blocks.push(around);
  for (const seq of lately.ranges) {
    if (blocks.length >= most) break;
    const range = reassembly.rangeHolding(seq);
    if (range !== null && range !== around) blocks.push(range);
  }
  return blocks;
}

function isIn(seq: number, [start, end]: SequenceRange): boolean {
  return seqGe(seq, start) && seqLt(seq, end);
}
