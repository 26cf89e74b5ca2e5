import { type FrameBytes, missing } from './ip-packet.ts';
import type { PassedOver } from './passed-over.ts';

/** EtherTypes (IANA). */
const ETHERTYPE_IPV4 = 0x0800;
const ETHERTYPE_IPV6 = 0x86dd;
const VLAN = 0x8100;
const PROVIDER_VLAN = 0x88a8;
const OLD_PROVIDER_VLAN = 0x9100;
const MPLS = 0x8847;
const MPLS_MULTICAST = 0x8848;
const PPPOE_SESSION = 0x8864;
/** A type below this is the length of an IEEE 802.3 frame. */
const FIRST_ETHERTYPE = 0x0600;
/** What Linux writes in place of an EtherType for a frame that begins with an 802.2 header. */
const LINUX_802_2 = 0x0004;

const PPP_IPV4 = 0x0021;
const PPP_IPV6 = 0x0057;

type LinkLayer = (frame: FrameBytes, start: number) => number | PassedOver;

/** By LINKTYPE_ number (tcpdump.org/linktypes.html); 12 and 14 are DLT_RAW as some systems wrote it into files. */
const LINK_LAYERS: ReadonlyMap<number, LinkLayer> = new Map<number, LinkLayer>([
  [0, loopback],
  [1, ethernet],
  [9, ppp],
  [12, rawIp],
  [14, rawIp],
  [50, ppp],
  [51, pppoe],
  [101, rawIp],
  [104, ciscoHdlc],
  [108, loopback],
  [113, cooked],
  [228, rawIp],
  [229, rawIp],
  [276, cooked2],
]);

export function isReadLinkType(linkType: number): boolean {
  return LINK_LAYERS.has(linkType);
}

/**
 * Where the IP header begins in a frame that begins at `start`, or why there is none. The version in its first half
 * byte is right.
 */
export function ipHeaderAt(frame: FrameBytes, start: number, linkType: number): number | PassedOver {
  if (linkType === 1) return ethernet(frame, start);
  return LINK_LAYERS.get(linkType)?.(frame, start) ?? 'unknown-link';
}

function ethernet(frame: FrameBytes, start: number): number | PassedOver {
  if (frame.end - start < 14) return missing(frame);
  const type = frame.view.getUint16(start + 12);
  return type < FIRST_ETHERTYPE ? llc(frame, start + 14) : byEtherType(frame, start + 14, type);
}

/** What an EtherType says begins at `start`, behind tags and labels. */
function byEtherType(frame: FrameBytes, start: number, first: number): number | PassedOver {
  let at = start;
  let type = first;
  while (type === VLAN || type === PROVIDER_VLAN || type === OLD_PROVIDER_VLAN) {
    if (frame.end - at < 4) return missing(frame);
    type = frame.view.getUint16(at + 2);
    at += 4;
  }
  if (type === ETHERTYPE_IPV4) return ip(frame, at, 4);
  if (type === ETHERTYPE_IPV6) return ip(frame, at, 6);
  if (type < FIRST_ETHERTYPE) return llc(frame, at);
  if (type === MPLS || type === MPLS_MULTICAST) return mpls(frame, at);
  if (type === PPPOE_SESSION) return pppoe(frame, at);
  return 'not-tcp';
}

/** IEEE 802.2, where IP comes behind a SNAP header without an organisation (RFC 1042). */
function llc(frame: FrameBytes, at: number): number | PassedOver {
  if (frame.end - at < 8) return frame.wireEnd - at < 8 ? 'not-tcp' : 'header-cut';
  const snap = frame.view.getUint32(at) === 0xaaaa_0300 && frame.view.getUint16(at + 4) === 0;
  const type = frame.view.getUint16(at + 6);
  return snap && type >= FIRST_ETHERTYPE ? byEtherType(frame, at + 8, type) : 'not-tcp';
}

/** Labels up to the one at the bottom of the stack (RFC 3032); what comes then shows only in its first half byte. */
function mpls(frame: FrameBytes, start: number): number | PassedOver {
  let at = start;
  for (let bottom = false; !bottom; at += 4) {
    if (frame.end - at < 4) return missing(frame);
    bottom = (frame.view.getUint8(at + 2) & 1) === 1;
  }
  const found = rawIp(frame, at);
  return found === 'malformed' ? 'unknown-link' : found;
}

/** RFC 2516 §4: six bytes, then as in PPP. */
function pppoe(frame: FrameBytes, at: number): number | PassedOver {
  if (frame.end - at < 6) return missing(frame);
  return frame.view.getUint8(at + 1) === 0 ? ppp(frame, at + 6) : 'not-tcp';
}

/** With or without address and control, and with a protocol of one byte or two (RFC 1661 §6.5, §6.6). */
function ppp(frame: FrameBytes, start: number): number | PassedOver {
  let at = start;
  if (frame.end - at < 4) return missing(frame);
  if (frame.view.getUint16(at) === 0xff03) at += 2;
  const short = frame.view.getUint8(at);
  const protocol = short & 1 ? short : frame.view.getUint16(at);
  at += short & 1 ? 1 : 2;
  if (protocol === PPP_IPV4) return ip(frame, at, 4);
  return protocol === PPP_IPV6 ? ip(frame, at, 6) : 'not-tcp';
}

function ciscoHdlc(frame: FrameBytes, at: number): number | PassedOver {
  return frame.end - at < 4 ? missing(frame) : byEtherType(frame, at + 4, frame.view.getUint16(at + 2));
}

function cooked(frame: FrameBytes, at: number): number | PassedOver {
  return frame.end - at < 16 ? missing(frame) : byLinuxProtocol(frame, at + 16, frame.view.getUint16(at + 14));
}

function cooked2(frame: FrameBytes, at: number): number | PassedOver {
  return frame.end - at < 20 ? missing(frame) : byLinuxProtocol(frame, at + 20, frame.view.getUint16(at));
}

/** An EtherType, or below those a number of Linux, of which only one leads to IP. */
function byLinuxProtocol(frame: FrameBytes, at: number, protocol: number): number | PassedOver {
  if (protocol >= FIRST_ETHERTYPE) return byEtherType(frame, at, protocol);
  return protocol === LINUX_802_2 ? llc(frame, at) : 'not-tcp';
}

/** The address family, in the byte order of whoever wrote it: AF_INET is 2 everywhere, AF_INET6 differs by system. */
function loopback(frame: FrameBytes, at: number): number | PassedOver {
  if (frame.end - at < 4) return missing(frame);
  const little = frame.view.getUint32(at, true);
  const family = little <= 0xffff ? little : frame.view.getUint32(at);
  if (family === 2) return ip(frame, at + 4, 4);
  return family === 10 || family === 24 || family === 28 || family === 30 ? ip(frame, at + 4, 6) : 'not-tcp';
}

function ip(frame: FrameBytes, at: number, version: 4 | 6): number | PassedOver {
  if (frame.end - at < 1) return missing(frame);
  return frame.view.getUint8(at) >>> 4 === version ? at : 'malformed';
}

function rawIp(frame: FrameBytes, at: number): number | PassedOver {
  const four = ip(frame, at, 4);
  return four === 'malformed' ? ip(frame, at, 6) : four;
}
