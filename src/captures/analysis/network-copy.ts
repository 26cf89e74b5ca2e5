import type { CapturedSegment } from '../packet/captured-segment.ts';
import type { Passing } from './passing.ts';
import type { Sent } from './sent-log.ts';
import type { Side } from './side.ts';

/** Sooner than this no host sends anything again by itself, ms: no timer is that short, and no answer came. */
const TOO_SOON_MS = 3;

/**
 * The frame of which this segment is a copy that the network made, or the capture: everything a sender changes from one
 * transmission to the next is the same. Null where that is not shown. IPv4 identifications are not used again for a
 * long time (RFC 6864 §4); where a sender does not count them, the time alone tells.
 */
export function networkCopyOf({ segment, sender, receiver, end }: Passing): number | null {
  const before = sender.log.covering(segment.seq, end)?.last;
  if (before === undefined || before.end !== end || !isTheSame(before, segment)) return null;
  if (before.identification > 0) return sender.identification.changes ? before.frame : null;
  return segment.ms - before.ms < TOO_SOON_MS && receiver.duplicates < 3 ? before.frame : null;
}

/** The frame of which a segment of another time is a copy, by the identification alone; null where that is not shown. */
export function networkCopyIn(sender: Side, segment: CapturedSegment): number | null {
  const before = sender.log.covering(segment.seq, (segment.seq + Math.max(1, segment.len)) >>> 0)?.first;
  if (before === undefined || !isTheSame(before, segment)) return null;
  return before.identification > 0 && sender.identification.changes ? before.frame : null;
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
