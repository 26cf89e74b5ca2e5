import { expect, test } from 'vitest';
import { joined, pack, u8, u16, u32 } from '../writing.ts';
import { CLIENT6, ipv4, ipv6, readFrames, SERVER6, tcp, whyPassed } from './packets.ts';

const ip = ipv4(tcp(5));
const macs = new Uint8Array(12);
const ethernet = (type: number, payload: Uint8Array) => pack(false, macs, u16(type), payload);

/* What each link layer can carry is in the variants; here is what it says when it carries something else. */
test.each<[string, number, Uint8Array, string]>([
  ['ARP', 1, ethernet(0x0806, new Uint8Array(28)), 'not-tcp'],
  ['an old length in place of a type, not SNAP', 1, ethernet(40, new Uint8Array(40).fill(0x42)), 'not-tcp'],
  [
    'SNAP of an organisation',
    1,
    ethernet(40, joined([pack(false, u32(0xaaaa_0300), u16(12), u16(0x0800)), ip])),
    'not-tcp',
  ],
  ['PPPoE discovery', 1, ethernet(0x8863, new Uint8Array(20)), 'not-tcp'],
  ['PPP without IP', 1, ethernet(0x8864, pack(false, u32(0x1100_0001), u16(4), u16(0xc021), u32(0))), 'not-tcp'],
  ['a type that says IPv4 before IPv6', 1, ethernet(0x0800, ipv6(tcp(0))), 'malformed'],
  ['a type that says IPv6 before IPv4', 1, ethernet(0x86dd, ip), 'malformed'],
  [
    'Ethernet behind labels',
    1,
    ethernet(0x8847, joined([pack(false, u32(0x100)), ethernet(0x0800, ip)])),
    'unknown-link',
  ],
  ['labels without a last one', 1, ethernet(0x8847, new Uint8Array(40)), 'malformed'],
  ['tags to the end', 1, ethernet(0x8100, pack(false, u16(1), u16(0x8100), u16(1), u16(0x8100))), 'malformed'],
  ['half an Ethernet header', 1, new Uint8Array(13), 'malformed'],
  [
    'cooked, of Linux’s own',
    113,
    joined([pack(false, u16(0), u16(1), u16(6), new Uint8Array(8), u16(3)), ip]),
    'not-tcp',
  ],
  ['loopback of another family', 0, joined([pack(true, u32(7)), ip]), 'not-tcp'],
  ['PPP', 9, pack(false, u16(0xff03), u16(0xc021), u32(0)), 'not-tcp'],
])('%s', (_, linkType, frame, why) => {
  expect(whyPassed(readFrames(linkType, [frame]))).toEqual([why]);
});

test.each<[string, number, Uint8Array]>([
  ['an Ethernet header', 1, ethernet(0x0800, ip).slice(0, 13)],
  ['a VLAN tag', 1, ethernet(0x8100, pack(false, u16(1), u16(0x0800), ip)).slice(0, 16)],
  ['a cooked header', 276, new Uint8Array(19)],
  ['an address family', 108, pack(false, u8(0), u8(0))],
])('the snap length may cut %s', (_, linkType, bytes) => {
  expect(whyPassed(readFrames(linkType, [{ bytes, wireLength: 200 }]))).toEqual(['header-cut']);
});

test('frames in Cisco HDLC and PPP in HDLC', () => {
  expect(readFrames(104, [joined([pack(false, u16(0x0f00), u16(0x0800)), ip])]).segments).toHaveLength(1);
  expect(readFrames(50, [joined([pack(false, u16(0xff03), u16(0x0021)), ip])]).segments).toHaveLength(1);
});

test('IPv6 has another family on each system: Linux, BSDs, FreeBSD, macOS', () => {
  const six = ipv6(tcp(5, CLIENT6, SERVER6));
  for (const family of [10, 24, 28, 30]) {
    for (const little of [true, false]) {
      expect(readFrames(0, [joined([pack(little, u32(family)), six])]).segments).toMatchObject([{ checksum: 'good' }]);
    }
  }
});
