import type { SegmentOptions } from './segment.ts';
import type { Tcb } from './tcb.ts';

/**
 * The options a SYN of ours carries: the MSS always (§3.7.1, SHLD-5), and what this end wants. A SYN,ACK carries
 * of the rest only what the peer's SYN offered too (RFC 2018 §2; RFC 7323 §2.2 and §3.2).
 */
export function synOptions(tcb: Tcb, withAck: boolean): SegmentOptions {
  const { mss, conventions } = tcb.settings;
  return {
    mss,
    ...((withAck ? tcb.sackPermitted : conventions.sack) ? { sackPermitted: true } : {}),
  };
}

/**
 * Settles the options by the peer's SYN: in use is what both ends offer. Our own SYN offers what the conventions say,
 * and so does our SYN,ACK of what it may. Only the SYN that is processed comes here, so a SYN that comes again, the one
 * inside the SYN,ACK of a simultaneous open too, changes nothing.
 */
export function negotiate(tcb: Tcb, offered: SegmentOptions): void {
  const { conventions } = tcb.settings;
  tcb.sackPermitted = conventions.sack && offered.sackPermitted === true;
}
