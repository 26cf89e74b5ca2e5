import type { CapturedSegment } from '../packet/captured-segment.ts';
import type { Passing } from './passing.ts';
import type { Sent } from './sent-log.ts';
import type { Side } from './side.ts';

/** Sooner than this no host sends anything again by itself, ms: no timer is that short, and no answer came. */
const TOO_SOON_MS = 3;

/** Within this time every timestamp clock has moved on, ms (RFC 7323 §4.1). */
const SLOWEST_TICK_MS = 1000;

/**
 * The frame of which this segment is a copy that the network made, or the capture: everything a sender changes from one
 * transmission to the next is the same. Null where that is not shown. IPv4 identifications are not used again for a
 * long time (RFC 6864 §4); where a sender does not count them, its timestamps or the time may tell.
 */
export function networkCopyOf({ segment, sender, receiver, end }: Passing): number | null {
  const before = sender.log.find(segment.seq, end, (entry) => entry.end === end && isTheSame(entry, segment));
  if (before === null) return null;
  if (before.identification > 0) return sender.identification.changes ? before.frame : null;
  const waited = segment.ms - before.ms;
  if (before.tsval >= 0 && waited >= SLOWEST_TICK_MS) return before.frame;
  return waited < TOO_SOON_MS && receiver.duplicates < 3 && receiver.sacked.isEmpty ? before.frame : null;
}

/** The frame of which a segment of another time is a copy, by the identification alone; null where that is not shown. */
export function networkCopyIn(sender: Side, segment: CapturedSegment): number | null {
  const end = (segment.seq + Math.max(1, segment.len)) >>> 0;
  const before = sender.log.find(segment.seq, end, (entry) => isTheSame(entry, segment));
  return before !== null && before.identification > 0 && sender.identification.changes ? before.frame : null;
}

function isTheSame(before: Sent, segment: CapturedSegment): boolean {
  return (
    before.seq === segment.seq &&
    before.flags === segment.flags &&
    before.ack === segment.ack &&
    before.window === segment.window &&
    before.tsval === (segment.options.timestamps?.[0] ?? -1) &&
    before.identification === (segment.identification ?? -1)
  );
}
