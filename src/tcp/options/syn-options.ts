import { negotiateEcn } from '../congestion/ecn.ts';
import { LARGEST_SHIFT, shiftFor } from '../receiving/receive-window.ts';
import { optionsLength, type Segment, type SegmentOptions } from '../segment.ts';
import type { Tcb } from '../tcb.ts';
import { startTimestamps, timestampClock, timestampOptions } from './timestamps.ts';

/** Send MSS of a peer that announced none: 536 over IPv4, 1220 over IPv6 (§3.7.1, MUST-15). */
const DEFAULT_SEND_MSS = { 4: 536, 6: 1220 } as const;

/**
 * The options a SYN of ours carries: the MSS always (§3.7.1, SHLD-5, MAY-3), and what this end wants. A SYN,ACK carries
 * of the rest only what the peer's SYN offered too (RFC 2018 §2; RFC 7323 §2.2 and §3.2).
 */
export function synOptions(tcb: Tcb, withAck: boolean, now: number): SegmentOptions {
  const { mss, conventions, receiveBuffer } = tcb.settings;
  if (withAck) {
    return {
      mss,
      ...(tcb.sackPermitted && { sackPermitted: true }),
      ...(tcb.snd.scales && { windowScale: tcb.rcv.shift }),
      ...(tcb.timestamps !== null && { timestamps: [timestampClock(tcb, now), tcb.timestamps.recent] }),
    };
  }
  return {
    mss,
    ...(conventions.sack && { sackPermitted: true }),
    ...(conventions.windowScaling && { windowScale: shiftFor(receiveBuffer) }),
    ...(conventions.timestamps && { timestamps: [timestampClock(tcb, now), 0] }),
  };
}

/**
 * Settles the options by the peer's SYN, once RCV.NXT is set: in use is what both ends offer. Our own SYN offers what
 * the conventions say, and so does our SYN,ACK of what it may. Only the SYN that is processed comes here: one that comes
 * again, also inside the SYN,ACK of a simultaneous open, changes nothing.
 */
export function negotiate(tcb: Tcb, segment: Segment, now: number): void {
  const { options: offered } = segment;
  const { conventions, receiveBuffer, mss, ipVersion } = tcb.settings;
  const { snd, rcv } = tcb;
  tcb.ecn = negotiateEcn(tcb, segment);
  tcb.sackPermitted = conventions.sack && offered.sackPermitted === true;

  snd.scales = conventions.windowScaling && offered.windowScale !== undefined;
  snd.shift = snd.scales ? Math.min(LARGEST_SHIFT, offered.windowScale ?? 0) : 0;
  rcv.shift = snd.scales ? shiftFor(receiveBuffer) : 0;
  // To be logged, and taken for 14 (RFC 7323 §2.3).
  if (snd.scales && (offered.windowScale ?? 0) > LARGEST_SHIFT) tcb.notes.push('window-scale-capped');

  const wanted = conventions.timestamps ? offered.timestamps : undefined;
  tcb.timestamps = wanted === undefined ? null : startTimestamps(wanted[0], rcv.nxt, now);

  // The effective send MSS (§3.7.1, MUST-16): the smaller of the peer's and ours, which stands for what our IP layer
  // can send; options that every segment carries take their room from the data (MUST-67).
  const largest = Math.min(offered.mss ?? DEFAULT_SEND_MSS[ipVersion], mss);
  snd.mss = Math.max(1, largest - optionsLength(timestampOptions(tcb, now)));
}
