import type { Ecn } from '../../tcp/segment.ts';
import {
  AUTHENTICATION,
  DESTINATION_OPTIONS,
  FRAGMENT,
  type FrameBytes,
  HOP_BY_HOP,
  HOST_IDENTITY,
  type IpPacket,
  MOBILITY,
  missing,
  ROUTING,
  SHIM6,
} from './ip-packet.ts';
import type { PassedOver } from './passed-over.ts';

const HEADER = 40;
const PAD_1 = 0;
const JUMBO = 0xc2;
const TYPE_0 = 0;
const TYPE_2 = 2;
const SEGMENT_ROUTING = 4;

/** Reads the header at `at` (RFC 8200 §3) and the extension headers behind it into `packet`; null when it could. */
export function readIpv6(frame: FrameBytes, at: number, packet: IpPacket): PassedOver | null {
  const { view, end, wireEnd } = frame;
  if (end - at < HEADER) return missing(frame);
  const length = view.getUint16(at + 4);
  packet.view = view;
  packet.version = 6;
  packet.source = at + 8;
  packet.destination = at + 24;
  packet.ecn = ((view.getUint8(at + 1) >>> 4) & 3) as Ecn;
  packet.identification = null;
  packet.protocol = view.getUint8(at + 6);
  packet.payload = at + HEADER;
  // Without a length: a jumbogram, or a segment that is still to be cut by a network card.
  packet.payloadEnd = length === 0 ? Math.max(wireEnd, at + HEADER) : at + HEADER + length;
  packet.end = end;
  packet.fragment = null;
  return readExtensions(frame, packet, length === 0);
}

/** Goes over the extension headers from `packet.payload` on; null when it reached what they precede, or a fragment. */
export function readExtensions(
  frame: Pick<FrameBytes, 'view' | 'end' | 'wireEnd'>,
  packet: IpPacket,
  lengthless: boolean,
): PassedOver | null {
  const { view, end } = frame;
  while (isExtension(packet.protocol)) {
    const at = packet.payload;
    if (end - at < 8) return missing(frame);
    const kind = packet.protocol;
    const length =
      kind === FRAGMENT ? 8 : kind === AUTHENTICATION ? 4 * view.getUint8(at + 1) + 8 : 8 * view.getUint8(at + 1) + 8;
    const next = at + length;
    if (next > packet.payloadEnd) return 'malformed';
    if (next > end) return missing(frame);
    if (kind === ROUTING) packet.destination = routedTo(view, at, next) ?? packet.destination;
    if (kind === HOP_BY_HOP && lengthless) {
      packet.payloadEnd = jumboEnd(view, at, next) ?? packet.payloadEnd;
      if (next > packet.payloadEnd) return 'malformed';
    }
    packet.protocol = view.getUint8(at);
    packet.payload = next;
    const place = kind === FRAGMENT ? view.getUint16(at + 2) & 0xfff9 : 0;
    // Offset 0 and nothing more: a datagram that only looks like a fragment (RFC 6946).
    if (place !== 0) {
      packet.fragment = { offset: place & 0xfff8, more: (place & 1) !== 0, id: view.getUint32(at + 4) };
      return null;
    }
  }
  return null;
}

/** Whether a protocol number is that of a header which more follows behind. */
export function isExtension(protocol: number): boolean {
  switch (protocol) {
    case HOP_BY_HOP:
    case ROUTING:
    case FRAGMENT:
    case AUTHENTICATION:
    case DESTINATION_OPTIONS:
    case MOBILITY:
    case HOST_IDENTITY:
    case SHIM6:
      return true;
    default:
      return false;
  }
}

/**
 * Where the final destination stands, for which the TCP checksum is made (RFC 8200 §8.1), while there are segments
 * left.
 */
function routedTo(view: DataView, at: number, end: number): number | null {
  if (view.getUint8(at + 3) === 0 || end - at < 24) return null;
  const type = view.getUint8(at + 2);
  if (type === TYPE_0 || type === TYPE_2) return at + 8 + 16 * (Math.floor((end - at - 8) / 16) - 1);
  // RFC 8754 §2: the segments stand in reverse order.
  return type === SEGMENT_ROUTING ? at + 8 : null;
}

/**
 * Where a jumbogram ends by its option (RFC 2675 §2), which counts from the end of the IPv6 header: the options are
 * its first.
 */
function jumboEnd(view: DataView, at: number, end: number): number | null {
  let option = at + 2;
  while (end - option >= 2) {
    const kind = view.getUint8(option);
    const length = kind === PAD_1 ? 1 : view.getUint8(option + 1) + 2;
    if (kind === JUMBO && length === 6 && end - option >= 6) return at + view.getUint32(option + 2);
    option += length;
  }
  return null;
}
