import type { SegmentOptions } from '../segment.ts';
import {
  END_OF_LIST,
  MAXIMUM_SEGMENT_SIZE,
  NO_OPERATION,
  SACK,
  SACK_PERMITTED,
  TIMESTAMPS,
  WINDOW_SCALE,
} from './option-kind.ts';

/** What the option bytes of a header say. */
export interface OptionsRead {
  readonly options: SegmentOptions;
  /** Options passed over by their length: of a kind that is not known here, or of a length its kind cannot have. */
  readonly passedOver: readonly { readonly kind: number; readonly length: number }[];
  /** An impossible length (none, 0, 1, beyond the header) ended the reading: what lies behind it cannot be told. */
  readonly broken: boolean;
}

type Mutable<T> = { -readonly [Key in keyof T]: T[Key] };

/**
 * Reads the option bytes of any segment (RFC 9293 §3.2, MUST-5), as they come. Never throws: an unknown option is passed over by its
 * length (MUST-6; all but END and NOP have one, MUST-64), and an illegal length ends the list (MUST-7). The window
 * scale is given as it stands, 15 and above too, which a TCP takes for 14 (RFC 7323 §2.3). Of an option that comes
 * twice, the latter counts.
 */
export function readOptions(bytes: Uint8Array): OptionsRead {
  const options: Mutable<SegmentOptions> = {};
  const passedOver: { kind: number; length: number }[] = [];
  let at = 0;
  while (at < bytes.length) {
    const kind = bytes[at];
    if (kind === undefined || kind === END_OF_LIST) break;
    if (kind === NO_OPERATION) {
      at += 1;
      continue;
    }
    const length = bytes[at + 1];
    if (length === undefined || length < 2 || at + length > bytes.length) return { options, passedOver, broken: true };
    if (!readOption(options, kind, bytes.subarray(at + 2, at + length))) passedOver.push({ kind, length });
    at += length;
  }
  return { options, passedOver, broken: false };
}

/** Takes one option from its bytes behind kind and length; false when it is none that can be read. */
function readOption(options: Mutable<SegmentOptions>, kind: number, body: Uint8Array): boolean {
  const view = new DataView(body.buffer, body.byteOffset, body.byteLength);
  const { byteLength } = body;
  if (kind === MAXIMUM_SEGMENT_SIZE && byteLength === 2) options.mss = view.getUint16(0);
  else if (kind === WINDOW_SCALE && byteLength === 1) options.windowScale = view.getUint8(0);
  else if (kind === SACK_PERMITTED && byteLength === 0) options.sackPermitted = true;
  else if (kind === TIMESTAMPS && byteLength === 8) options.timestamps = [view.getUint32(0), view.getUint32(4)];
  else if (kind === SACK && byteLength > 0 && byteLength % 8 === 0) {
    options.sack = Array.from({ length: byteLength / 8 }, (_, i) => [view.getUint32(8 * i), view.getUint32(8 * i + 4)]);
  } else return false;
  return true;
}
