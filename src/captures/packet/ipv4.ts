import type { Ecn } from '../../tcp/segment.ts';
import { type FrameBytes, type IpPacket, missing } from './ip-packet.ts';
import type { PassedOver } from './passed-over.ts';

const SMALLEST_HEADER = 20;
const END_OF_LIST = 0;
const NO_OPERATION = 1;
const LOOSE_SOURCE_ROUTE = 131;
const STRICT_SOURCE_ROUTE = 137;

/** Reads the header at `at` (RFC 791 §3.1) into `packet`; null when it could. */
export function readIpv4(frame: FrameBytes, at: number, packet: IpPacket): PassedOver | null {
  const { view, end, wireEnd } = frame;
  if (end - at < SMALLEST_HEADER) return missing(frame);
  const header = (view.getUint8(at) & 0x0f) * 4;
  const total = view.getUint16(at + 2);
  if (header < SMALLEST_HEADER || (total < header && total !== 0)) return 'malformed';
  if (end - at < header) return missing(frame);
  const place = view.getUint16(at + 6);
  packet.view = view;
  packet.version = 4;
  packet.source = at + 12;
  packet.destination = header === SMALLEST_HEADER ? at + 16 : lastDestination(view, at, at + header);
  packet.ecn = (view.getUint8(at + 1) & 3) as Ecn;
  packet.identification = view.getUint16(at + 4);
  packet.protocol = view.getUint8(at + 9);
  packet.payload = at + header;
  // A host that leaves the cutting to its network card may leave the length to it too.
  packet.payloadEnd = total === 0 ? Math.max(wireEnd, at + header) : at + total;
  packet.end = end;
  packet.fragment =
    (place & 0x3fff) === 0
      ? null
      : { offset: (place & 0x1fff) * 8, more: (place & 0x2000) !== 0, id: packet.identification };
  return null;
}

/**
 * Where the destination stands for which the TCP checksum is made: the last of a source route not yet at its end (RFC
 * 1122 §4.2.3.8).
 */
function lastDestination(view: DataView, at: number, end: number): number {
  let option = at + SMALLEST_HEADER;
  while (end - option >= 3) {
    const kind = view.getUint8(option);
    const length = kind === NO_OPERATION ? 1 : view.getUint8(option + 1);
    if (kind === END_OF_LIST || length < (kind === NO_OPERATION ? 1 : 2) || end - option < length) break;
    const route = (kind === LOOSE_SOURCE_ROUTE || kind === STRICT_SOURCE_ROUTE) && length >= 7;
    if (route && view.getUint8(option + 2) <= length) return option + length - 4;
    option += length;
  }
  return at + 16;
}
