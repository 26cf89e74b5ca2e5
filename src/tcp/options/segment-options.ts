import { sackBlockCount, sackBlocks } from '../receiving/selective-ack.ts';
import type { SegmentOptions } from '../segment.ts';
import type { Tcb } from '../tcb.ts';
import { timestampOptions } from './timestamps.ts';

/**
 * The 40 bytes of options hold four SACK blocks of 8 and the option's own 2, padded to 4; beside timestamps three
 * (RFC 2018 §3).
 */
function sackBlocksThatFit(tcb: Tcb): number {
  return tcb.timestamps === null ? 4 : 3;
}

/** Bytes that an option with `blocks` SACK blocks takes, padding included. */
function sackOptionLength(blocks: number): number {
  return blocks === 0 ? 0 : 4 + 8 * blocks;
}

/** SACK blocks a segment may carry: beside data, so many that at least one byte of data fits the MSS (§3.7.1). */
function mostSackBlocks(tcb: Tcb, withData: boolean): number {
  const most = sackBlocksThatFit(tcb);
  return withData ? Math.max(0, Math.min(most, Math.floor((tcb.snd.mss - 5) / 8))) : most;
}

/**
 * The options of a segment that is no SYN. A duplicate is told once, and only in the ACK of the packet that brought it
 * (RFC 2883 §4, rules 1 and 2): without room it is not told at all.
 */
export function segmentOptions(tcb: Tcb, withData: boolean, now: number): SegmentOptions {
  const timestamps = timestampOptions(tcb, now);
  const most = mostSackBlocks(tcb, withData);
  const sack = sackBlockCount(tcb, most) === 0 ? null : sackBlocks(tcb, most);
  tcb.lately.duplicate = null;
  return sack === null ? timestamps : { ...timestamps, sack };
}

/**
 * The most data a segment sent now may carry, bytes: the options that vary take their room from it (RFC 9293 §3.7.1,
 * MUST-16).
 */
export function payloadRoom(tcb: Tcb): number {
  return tcb.snd.mss - sackOptionLength(sackBlockCount(tcb, mostSackBlocks(tcb, true)));
}
