import type { Frame } from './writing.ts';
import { joined, pack, u8, u16, u32 } from './writing.ts';

/*
 * Puts the IP packets of Ethernet frames into other link layers, behind extension headers, and into fragments.
 */

/** A frame with other bytes. */
function withBytes(frame: Frame, bytes: Uint8Array): Frame {
  return { ...frame, bytes, wireLength: bytes.length };
}

/** What is behind the 14 bytes of an Ethernet header, without padding. */
export function ipOf({ bytes }: Frame): Uint8Array {
  const length = bytes[14]! >> 4 === 4 ? at16(bytes, 16) : 40 + at16(bytes, 18);
  return bytes.slice(14, 14 + length);
}

const at16 = (bytes: Uint8Array, at: number) => (bytes[at]! << 8) | bytes[at + 1]!;

const be = (...fields: Parameters<typeof pack> extends [boolean, ...infer Rest] ? Rest : never) =>
  pack(false, ...fields);
const macs = Uint8Array.of(2, 0, 0, 0, 0, 11, 2, 0, 0, 0, 0, 10);
const etherType = (ip: Uint8Array) => (ip[0]! >> 4 === 4 ? 0x0800 : 0x86dd);

export type Wrap = (ip: Uint8Array) => Uint8Array;

/** Link layers by name: their LINKTYPE_ number, and how they carry an IP packet. */
export const LINKS: Readonly<Record<string, { readonly linkType: number; readonly wrap: Wrap }>> = {
  'Ethernet padded to 60 bytes': {
    linkType: 1,
    wrap: (ip) => {
      const frame = be(macs, u16(etherType(ip)), ip);
      return joined([frame, new Uint8Array(Math.max(0, 60 - frame.length)).fill(0x5a)]);
    },
  },
  QinQ: {
    linkType: 1,
    wrap: (ip) => be(macs, u16(0x88a8), u16(0x2007), u16(0x8100), u16(100), u16(etherType(ip)), ip),
  },
  'three VLAN tags': {
    linkType: 1,
    wrap: (ip) => be(macs, ...[0x9100, 1, 0x8100, 2, 0x8100, 3, etherType(ip)].map(u16), ip),
  },
  SNAP: {
    linkType: 1,
    wrap: (ip) => be(macs, u16(8 + ip.length), u32(0xaaaa_0300), u16(0), u16(etherType(ip)), ip),
  },
  MPLS: {
    linkType: 1,
    wrap: (ip) => be(macs, u16(0x8847), u32((1000 << 12) | 64), u32((17 << 12) | 0x100 | 64), ip),
  },
  PPPoE: {
    linkType: 1,
    wrap: (ip) =>
      be(macs, u16(0x8864), u8(0x11), u8(0), u16(9), u16(2 + ip.length), u16(ip[0]! >> 4 === 4 ? 0x21 : 0x57), ip),
  },
  PPP: { linkType: 9, wrap: (ip) => be(u16(0xff03), u16(ip[0]! >> 4 === 4 ? 0x21 : 0x57), ip) },
  'PPP, compressed': { linkType: 9, wrap: (ip) => be(u8(ip[0]! >> 4 === 4 ? 0x21 : 0x57), ip) },
  'Linux cooked': {
    linkType: 113,
    wrap: (ip) => be(u16(4), u16(1), u16(6), macs.slice(0, 6), u16(0), u16(etherType(ip)), ip),
  },
  'Linux cooked, with a VLAN tag': {
    linkType: 113,
    wrap: (ip) => be(u16(4), u16(1), u16(6), macs.slice(0, 6), u16(0), u16(0x8100), u16(5), u16(etherType(ip)), ip),
  },
  'Linux cooked v2': {
    linkType: 276,
    wrap: (ip) => be(u16(etherType(ip)), u16(0), u32(3), u16(1), u8(4), u8(6), macs.slice(0, 6), u16(0), ip),
  },
  'BSD loopback of a little-endian host': {
    linkType: 0,
    wrap: (ip) => joined([pack(true, u32(ip[0]! >> 4 === 4 ? 2 : 30)), ip]),
  },
  'BSD loopback of a big-endian host': {
    linkType: 0,
    wrap: (ip) => joined([pack(false, u32(ip[0]! >> 4 === 4 ? 2 : 28)), ip]),
  },
  'OpenBSD loopback': { linkType: 108, wrap: (ip) => be(u32(ip[0]! >> 4 === 4 ? 2 : 24), ip) },
  'raw IP': { linkType: 101, wrap: (ip) => ip },
};

export function inLink(frames: readonly Frame[], name: string): readonly Frame[] {
  const link = LINKS[name]!;
  return frames.map((frame) => withBytes(frame, link.wrap(ipOf(frame))));
}

/** Frames whose capture stops after so many bytes. */
export function snapped(frames: readonly Frame[], snapLength: number): readonly Frame[] {
  return frames.map((frame) => ({ ...frame, bytes: frame.bytes.slice(0, snapLength) }));
}

/** What changes the IP packet of an Ethernet frame. */
export function withIp(frames: readonly Frame[], change: (ip: Uint8Array) => Uint8Array): readonly Frame[] {
  return frames.map((frame) => withBytes(frame, joined([frame.bytes.slice(0, 14), change(ipOf(frame))])));
}

/**
 * Extension headers for an IPv6 packet with TCP, each with its kind; their first byte is set to the kind of the next.
 */
export function extended(ip: Uint8Array, headers: readonly (readonly [number, Uint8Array])[]): Uint8Array {
  const kinds = [...headers.map(([kind]) => kind), ip[6]!];
  const extension = joined(headers.map(([, bytes], i) => joined([Uint8Array.of(kinds[i + 1]!), bytes.slice(1)])));
  const header = ip.slice(0, 40);
  header[6] = kinds[0]!;
  const length = at16(ip, 4);
  if (length > 0) header.set(be(u16(length + extension.length)), 4);
  return joined([header, extension, ip.slice(40)]);
}

export const HOP_BY_HOP = [0, Uint8Array.of(0, 0, 1, 4, 0, 0, 0, 0)] as const;
export const DESTINATION_OPTIONS = [60, Uint8Array.of(0, 1, 1, 12, ...new Uint8Array(12))] as const;
export const MOBILITY = [135, Uint8Array.of(0, 0, 0, 0, 0, 0, 0, 0)] as const;
/** An authentication header with a check value of 12 bytes. */
export const AUTHENTICATION = [51, Uint8Array.of(0, 4, 0, 0, 0, 0, 0, 1, 0, 0, 0, 1, ...new Uint8Array(12))] as const;
export const ATOMIC_FRAGMENT = [44, Uint8Array.of(0, 0, 0, 0, 0, 0, 0, 7)] as const;

/**
 * An IPv4 packet, without its source, with these bytes of options (a multiple of four); the header checksum is made
 * new.
 */
export function withOptions(ip: Uint8Array, options: Uint8Array): Uint8Array {
  const header = joined([ip.slice(0, 20), options]);
  header[0] = 0x40 | (header.length / 4);
  header.set(be(u16(ip.length + options.length)), 2);
  return joined([summed(header), ip.slice(20)]);
}

function summed(header: Uint8Array): Uint8Array {
  header.set([0, 0], 10);
  let sum = 0;
  for (let at = 0; at < header.length; at += 2) sum += at16(header, at);
  while (sum > 0xffff) sum = (sum & 0xffff) + (sum >>> 16);
  header.set(be(u16(~sum & 0xffff)), 10);
  return header;
}

/** The packet in fragments of so many bytes of payload each (a multiple of 8). IPv6 ones are named by `id`. */
export function fragmented(ip: Uint8Array, size: number, id: number): readonly Uint8Array[] {
  const headerLength = ip[0]! >> 4 === 4 ? (ip[0]! & 15) * 4 : 40;
  const payload = ip.slice(headerLength);
  if (payload.length <= size) return [ip];
  const fragments: Uint8Array[] = [];
  for (let at = 0; at < payload.length; at += size) {
    const part = payload.slice(at, at + size);
    const more = at + size < payload.length;
    const header = ip.slice(0, headerLength);
    if (headerLength === 40) {
      header.set(be(u16(8 + part.length)), 4);
      header[6] = 44;
      fragments.push(joined([header, be(u8(ip[6]!), u8(0), u16(at | (more ? 1 : 0)), u32(id)), part]));
    } else {
      header.set(be(u16(headerLength + part.length)), 2);
      header.set(be(u16((more ? 0x2000 : 0) | (at / 8))), 6);
      fragments.push(joined([summed(header), part]));
    }
  }
  return fragments;
}
