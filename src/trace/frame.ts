import type { Ecn } from '../tcp/segment.ts';
import { internetChecksum, TCP_PROTOCOL } from '../tcp/wire/checksum.ts';

/** What goes around a TCP segment. Addresses are of 4 bytes for IPv4 or of 16 for IPv6, both alike. */
export interface Envelope {
  readonly source: { readonly mac: Uint8Array; readonly address: Uint8Array };
  readonly destination: { readonly mac: Uint8Array; readonly address: Uint8Array };
  /** The IPv4 identification, 0..65535; IPv6 has none. */
  readonly identification: number;
  readonly ecn: Ecn;
}

const ETHERNET_HEADER = 14;
const IPV4_HEADER = 20;
const IPV6_HEADER = 40;
const HOP_LIMIT = 64;

/** An Ethernet frame with an IPv4 or IPv6 packet with this TCP segment. Throws RangeError when it is too long for IP. */
export function frame(envelope: Envelope, segment: Uint8Array): Uint8Array {
  const { source, destination } = envelope;
  const isV6 = source.address.length === 16;
  const header = isV6 ? ipv6Header(envelope, segment.length) : ipv4Header(envelope, segment.length);
  const bytes = new Uint8Array(ETHERNET_HEADER + header.length + segment.length);
  bytes.set(destination.mac, 0);
  bytes.set(source.mac, 6);
  bytes.set(isV6 ? [0x86, 0xdd] : [0x08, 0x00], 12);
  bytes.set(header, ETHERNET_HEADER);
  bytes.set(segment, ETHERNET_HEADER + header.length);
  return bytes;
}

/** RFC 791 §3.1, with DF set as path MTU discovery does, and the ECN field (RFC 3168 §5). */
function ipv4Header({ source, destination, identification, ecn }: Envelope, length: number): Uint8Array {
  const header = new Uint8Array(IPV4_HEADER);
  const view = new DataView(header.buffer);
  view.setUint8(0, 0x45);
  view.setUint8(1, ecn);
  view.setUint16(2, fitting(IPV4_HEADER + length));
  view.setUint16(4, identification);
  view.setUint16(6, 0x4000);
  view.setUint8(8, HOP_LIMIT);
  view.setUint8(9, TCP_PROTOCOL);
  header.set(source.address, 12);
  header.set(destination.address, 16);
  view.setUint16(10, internetChecksum(header));
  return header;
}

/** RFC 8200 §3; the ECN field is the low end of the traffic class. */
function ipv6Header({ source, destination, ecn }: Envelope, length: number): Uint8Array {
  const header = new Uint8Array(IPV6_HEADER);
  const view = new DataView(header.buffer);
  view.setUint32(0, (6 << 28) | (ecn << 20));
  view.setUint16(4, fitting(length));
  view.setUint8(6, TCP_PROTOCOL);
  view.setUint8(7, HOP_LIMIT);
  header.set(source.address, 8);
  header.set(destination.address, 24);
  return header;
}

function fitting(length: number): number {
  if (length > 0xffff) throw new RangeError(`${length} bytes do not fit an IP packet`);
  return length;
}
