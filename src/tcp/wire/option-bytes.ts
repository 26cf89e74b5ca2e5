import type { SegmentOptions } from '../segment.ts';
import {
  MAXIMUM_SEGMENT_SIZE,
  MOST_OPTION_BYTES,
  NO_OPERATION,
  SACK,
  SACK_PERMITTED,
  TIMESTAMPS,
  WINDOW_SCALE,
} from './option-kind.ts';

/**
 * The bytes of the options as kernels lay them out: MSS, then SACK permitted and timestamps sharing three words, then
 * window scale, then SACK blocks, each brought to a 32-bit boundary by NOPs before it (RFC 7323 appendix A). So the
 * header ends on such a boundary and needs no padding (RFC 9293 §3.1, MUST-69). Throws RangeError when they take more
 * than 40 bytes (MUST-68 leaves no more room).
 */
export function optionBytes({ mss, sackPermitted, timestamps, windowScale, sack }: SegmentOptions): Uint8Array {
  const bytes: number[] = [];
  if (mss !== undefined) bytes.push(MAXIMUM_SEGMENT_SIZE, 4, (mss >>> 8) & 0xff, mss & 0xff);
  if (timestamps !== undefined) {
    bytes.push(...(sackPermitted ? [SACK_PERMITTED, 2] : [NO_OPERATION, NO_OPERATION]));
    bytes.push(TIMESTAMPS, 10, ...word(timestamps[0]), ...word(timestamps[1]));
  } else if (sackPermitted) {
    bytes.push(NO_OPERATION, NO_OPERATION, SACK_PERMITTED, 2);
  }
  if (windowScale !== undefined) bytes.push(NO_OPERATION, WINDOW_SCALE, 3, windowScale);
  if (sack !== undefined && sack.length > 0) {
    bytes.push(NO_OPERATION, NO_OPERATION, SACK, 2 + 8 * sack.length);
    for (const [left, right] of sack) bytes.push(...word(left), ...word(right));
  }
  if (bytes.length > MOST_OPTION_BYTES)
    throw new RangeError(`options of ${bytes.length} bytes do not fit a TCP header`);
  return Uint8Array.from(bytes);
}

function word(value: number): number[] {
  return [(value >>> 24) & 0xff, (value >>> 16) & 0xff, (value >>> 8) & 0xff, value & 0xff];
}
