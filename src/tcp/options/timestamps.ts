import { NO_OPTIONS, type Segment, type SegmentOptions } from '../segment.ts';
import { seqGe, seqLe, seqLt } from '../sequence.ts';
import type { Tcb } from '../tcb.ts';

/** What a connection that uses timestamps remembers (RFC 7323 §4.3); that there is one is its Snd.TS.OK. */
export interface Timestamps {
  /** TS.Recent: the TSval to be echoed. */
  recent: number;
  /** When TS.Recent was last set, ms. */
  recentMs: number;
  /** Last.ACK.sent: the ACK field of the last segment sent. */
  lastAckSent: number;
  /** The options of the last segment sent: one object for all segments of a burst. */
  told: SegmentOptions;
}

/** TS.Recent means nothing after so long without a segment (RFC 7323 §5.5: 24 days, half the 1 ms clock's period). */
export const OUTDATED_MS = 24 * 24 * 3_600_000;

/** What is remembered of the peer's SYN; its number is the one before `rcvNxt` (RFC 7323 appendix D). */
export function startTimestamps(tsval: number, rcvNxt: number, now: number): Timestamps {
  return { recent: tsval, recentMs: now, lastAckSent: rcvNxt, told: NO_OPTIONS };
}

/** Snd.TSclock: 1 ms a tick, with an offset of the connection's own (RFC 7323 §5.4, §7.1). */
export function timestampClock(tcb: Tcb, now: number): number {
  return (Math.floor(now) + tcb.settings.timestampOffset) >>> 0;
}

/** The timestamps of a segment that is neither SYN nor RST, or no options when they are not in use (RFC 7323 §3.2). */
export function timestampOptions(tcb: Tcb, now: number): SegmentOptions {
  const { timestamps } = tcb;
  if (timestamps === null) return NO_OPTIONS;
  const clock = timestampClock(tcb, now);
  const last = timestamps.told.timestamps;
  if (last === undefined || last[0] !== clock || last[1] !== timestamps.recent) {
    timestamps.told = { timestamps: [clock, timestamps.recent] };
  }
  return timestamps.told;
}

/** The options of a RST: it SHOULD carry the timestamps; without ACK bit nothing is echoed (RFC 7323 §3.2). */
export function resetOptions(tcb: Tcb, now: number): SegmentOptions {
  return tcb.timestamps === null ? NO_OPTIONS : { timestamps: [timestampClock(tcb, now), 0] };
}

/** SEG.TSval < TS.Recent, and TS.Recent is valid (RFC 7323 §5.3 R1, §5.5). */
export function isOutdated(timestamps: Timestamps, tsval: number, now: number): boolean {
  return seqLt(tsval, timestamps.recent) && now - timestamps.recentMs <= OUTDATED_MS;
}

/**
 * R3 of RFC 7323 §5.3, for a segment that has passed R1 and the window: its TSval is echoed from now on if it does not
 * begin above what was acknowledged last. So a delayed ACK echoes the first of the segments it is for, and an ACK sent
 * because of a gap the last one in order (§4.3).
 */
export function rememberTimestamp(timestamps: Timestamps, segment: Segment, now: number): void {
  const option = segment.options.timestamps;
  if (option === undefined || !seqLe(segment.seq, timestamps.lastAckSent)) return;
  timestamps.recent = option[0];
  timestamps.recentMs = now;
}

/**
 * The round trip that the TSecr of an ACK of new data tells, in ms (RFC 7323 §4.1); null without timestamps, and when
 * the echo is none of ours because it lies ahead of the clock.
 */
export function echoedRoundTrip(tcb: Tcb, segment: Segment, now: number): number | null {
  const option = segment.options.timestamps;
  if (tcb.timestamps === null || option === undefined) return null;
  const clock = timestampClock(tcb, now);
  return seqGe(clock, option[1]) ? (clock - option[1]) >>> 0 : null;
}
