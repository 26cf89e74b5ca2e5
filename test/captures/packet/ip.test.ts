import { describe, expect, test } from 'vitest';
import { socketsOf } from '../../../src/captures/packet/flow.ts';
import { extended, HOP_BY_HOP, MOBILITY } from '../wrapping.ts';
import { joined, pack, u8, u16, u32 } from '../writing.ts';
import { CLIENT6, dataOf, ipv4, ipv6, onlySegment, readPackets, SERVER, SERVER6, tcp, whyPassed } from './packets.ts';

describe('IPv4', () => {
  test('what the header gives a segment: the data by its length, ECN and identification', () => {
    const padded = joined([ipv4(tcp(10), { id: 0xabcd, tos: 0xb9 + 2 }), dataOf(30)]);
    expect(onlySegment(padded)).toMatchObject({
      len: 10,
      ecn: 3,
      identification: 0xabcd,
      checksum: 'good',
      cut: false,
    });
  });

  test('without a length, the frame’s: what is left to the network card', () => {
    expect(onlySegment(ipv4(tcp(3000), { length: 0 }))).toMatchObject({ len: 3000, checksum: 'good' });
    const cut = { bytes: ipv4(tcp(3000), { length: 0 }).slice(0, 100), wireLength: 3040 };
    expect(onlySegment(cut)).toMatchObject({ len: 3000, checksum: 'unverified', cut: true });
  });

  test('more than 65,535 bytes without a length, checksum included', () => {
    expect(onlySegment(ipv4(tcp(100_000), { length: 0 }))).toMatchObject({ len: 100_000, checksum: 'good' });
  });

  test('the snap length: cut data, a cut header, and where exactly the one begins', () => {
    const whole = ipv4(tcp(100));
    const cutTo = (captured: number) => ({ bytes: whole.slice(0, captured), wireLength: whole.length });
    expect(onlySegment(cutTo(139))).toMatchObject({ len: 100, cut: true, checksum: 'unverified' });
    expect(onlySegment(cutTo(40))).toMatchObject({ len: 100, cut: true, seq: 1000, window: 500 });
    for (const captured of [39, 20, 19, 1, 0]) expect(whyPassed(readPackets(cutTo(captured)))).toEqual(['header-cut']);
  });

  test('a length beyond the frame is believed: some programs write the captured length for the wire’s', () => {
    expect(onlySegment(ipv4(tcp(100)).slice(0, 80))).toMatchObject({ len: 100, cut: true });
  });

  test('the final destination of a source route is the one the segment is for', () => {
    const router = Uint8Array.of(203, 0, 113, 9);
    const routed = (kind: number, pointer: number) => Uint8Array.of(1, kind, 7, pointer, ...router);
    for (const kind of [131, 137]) {
      const under = onlySegment(ipv4(tcp(10, undefined, router), { options: routed(kind, 4) }));
      expect(socketsOf(under.flow).destination.address).toBe('203.0.113.9');
      expect(under.checksum).toBe('good');
      const arrived = onlySegment(ipv4(tcp(10), { options: routed(kind, 8) }));
      expect(socketsOf(arrived.flow).destination.address).toBe(SERVER.join('.'));
      expect(arrived.checksum).toBe('good');
    }
  });

  test.each<[string, Uint8Array]>([
    ['a header length below 20', pack(false, u8(0x44), ipv4(tcp(0)).slice(1))],
    ['a total length below the header', ipv4(tcp(0), { length: 19 })],
    ['no room for a TCP header', ipv4(tcp(0), { length: 39 })],
    ['a header longer than the frame', pack(false, u8(0x4f), ipv4(tcp(0)).slice(1, 30))],
    ['version 5', pack(false, u8(0x55), ipv4(tcp(0)).slice(1))],
    ['a data offset below 5', ipv4(joined([tcp(0).slice(0, 12), Uint8Array.of(0x40), tcp(0).slice(13)]))],
    ['a data offset beyond the segment', ipv4(joined([tcp(0).slice(0, 12), Uint8Array.of(0x60), tcp(0).slice(13)]))],
    ['an empty frame', new Uint8Array(0)],
  ])('contradicts itself: %s', (_, packet) => {
    expect(whyPassed(readPackets(packet))).toEqual(['malformed']);
  });

  test('what is not TCP, and what is packed into something else', () => {
    const read = readPackets(...[17, 1, 4, 41, 47].map((protocol) => ipv4(tcp(0), { protocol })));
    expect(whyPassed(read)).toEqual(['not-tcp', 'not-tcp', 'unknown-link', 'unknown-link', 'unknown-link']);
    expect(read.tally.frames).toBe(5);
  });

  test('an authentication header before TCP', () => {
    const header = pack(false, u8(6), u8(4), u16(0), u32(1), u32(2), new Uint8Array(12));
    expect(onlySegment(ipv4(joined([header, tcp(7)]), { protocol: 51 }))).toMatchObject({ len: 7, checksum: 'good' });
  });
});

describe('IPv6', () => {
  const segment = tcp(10, CLIENT6, SERVER6);

  test('what the header gives a segment', () => {
    const padded = joined([ipv6(segment, 6, segment.length, 0x02), dataOf(9)]);
    expect(onlySegment(padded)).toMatchObject({ len: 10, ecn: 2, identification: null, checksum: 'good' });
  });

  test('a jumbogram, and a segment without a length', () => {
    const large = tcp(70_000, CLIENT6, SERVER6);
    const jumbo = pack(false, u8(6), u8(0), u8(0xc2), u8(4), u32(8 + large.length), large);
    expect(onlySegment(joined([ipv6(jumbo, 0, 0), dataOf(50)]))).toMatchObject({ len: 70_000, checksum: 'good' });
    expect(onlySegment(ipv6(segment, 6, 0))).toMatchObject({ len: 10, checksum: 'good' });
  });

  test('a routing header on its way names the final destination', () => {
    const final = Uint8Array.of(0x20, 1, 0x0d, 0xb8, ...new Uint8Array(11), 0x99);
    const other = new Uint8Array(16).fill(0xee);
    const inner = tcp(10, CLIENT6, final);
    const headers = [
      [0, 4, joined([other, final])],
      [2, 2, final],
      [4, 4, joined([final, other])],
    ] as const;
    for (const [type, length, addresses] of headers) {
      const header = pack(false, u8(6), u8(length), u8(type), u8(1), u32(0), addresses);
      const read = onlySegment(ipv6(joined([header, inner]), 43));
      expect(socketsOf(read.flow).destination.address).toBe('2001:db8::99');
      expect(read.checksum).toBe('good');
    }
  });

  test('headers behind which others may stand', () => {
    expect(onlySegment(extended(ipv6(segment), [HOP_BY_HOP, MOBILITY, HOP_BY_HOP]))).toMatchObject({
      checksum: 'good',
    });
  });

  test.each<[string, Uint8Array, string]>([
    ['an extension header beyond the payload', ipv6(pack(false, u8(6), u8(9), segment), 60), 'malformed'],
    ['nothing behind', ipv6(new Uint8Array(0), 59), 'not-tcp'],
    ['ESP', ipv6(segment, 50), 'not-tcp'],
    ['IPv4 inside', ipv6(ipv4(tcp(0)), 4), 'unknown-link'],
    ['a header that is not all there', ipv6(segment).slice(0, 39), 'malformed'],
  ])('%s', (_, packet, why) => {
    expect(whyPassed(readPackets(packet))).toEqual([why]);
  });
});
