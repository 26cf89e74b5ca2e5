import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { randomFrom } from '../../../src/simulator/random.ts';
import { fragmented } from '../wrapping.ts';
import { joined, pack, u8, u16, u32 } from '../writing.ts';
import { CLIENT6, dataOf, type Frame, ipv4, ipv6, readPackets, SERVER6, tcp, whyPassed } from './packets.ts';

const segment = tcp(1000);
const ends = (length: number, size = 200) => Math.ceil((20 + length) / size);
const parts = (id: number, size = 200) => fragmented(ipv4(segment, { id }), size, 0);
const parts6 = (id: number, size = 200) => fragmented(ipv6(tcp(1000, CLIENT6, SERVER6)), size, id);

/** A fragment by hand: bytes `start` to `end` of the segment, in units of 8 bytes but for the end. */
const piece = (id: number, start: number, end: number, last = end === segment.length) =>
  ipv4(segment.slice(start, end), { id, place: (last ? 0 : 0x2000) | (start / 8) });

describe('a datagram becomes whole', () => {
  test.each([4, 6])('with the last of its fragments, in any order, others among them: IPv%i', (version) => {
    fc.assert(
      fc.property(fc.string(), fc.constantFrom(8, 104, 200, 512), (seed, size) => {
        const random = randomFrom(seed);
        const of = version === 4 ? parts : parts6;
        const mixed = random.shuffle([1, 2, 3].flatMap((id) => of(id, size).map((bytes) => ({ id, bytes }))));
        const { segments, tally } = readPackets(...mixed.map(({ bytes }) => bytes));
        const whole = [1, 2, 3].map((id) => mixed.findLastIndex((fragment) => fragment.id === id) + 1);
        expect(segments.map(({ frame }) => frame)).toEqual([...whole].sort((a, b) => a - b));
        for (const read of segments) {
          const fragments = ends(1000, size);
          expect(read).toMatchObject({
            len: 1000,
            seq: 1000,
            ack: 2000,
            fragments,
            checksum: 'unverified',
            cut: false,
          });
        }
        expect(tally).toMatchObject({ segments: 3, frames: mixed.length, passedOver: { fragment: 0 } });
      }),
      { numRuns: 60 },
    );
  });

  test('with the time, and the number, of the frame that completes it, and the rest of the first', () => {
    const [first, ...rest] = parts(0xbeef, 400).map((bytes, at) => ({ bytes, at }));
    const { segments } = readPackets(...rest, { ...first!, at: 9 });
    expect(segments).toMatchObject([{ frame: 3, ms: 8000, identification: 0xbeef, fragments: 3 }]);
  });

  test('whose extension headers are in the fragments too', () => {
    const payload = joined([pack(false, u8(6), u8(0), new Uint8Array(6)), tcp(100, CLIENT6, SERVER6)]);
    const { segments } = readPackets(...fragmented(ipv6(payload, 60), 64, 5));
    expect(segments).toMatchObject([{ len: 100, fragments: 2 }]);
  });

  test('again: the same identification after the first is whole', () => {
    const { segments } = readPackets(...parts(1), ...parts(1));
    expect(segments.map(({ frame }) => frame)).toEqual([6, 12]);
  });

  test('with fragments that came twice, or overlap (RFC 791 lets them)', () => {
    const [a, b, ...rest] = parts(1);
    expect(readPackets(a!, b!, b!, a!, ...rest).segments).toMatchObject([{ len: 1000, fragments: 8 }]);
    const overlapping = readPackets(piece(1, 0, 400), piece(1, 200, 800), piece(1, 776, 1020));
    expect(overlapping.segments).toMatchObject([{ len: 1000, fragments: 3 }]);
  });

  test('cut by the snap length: all lengths are known, and the data are said to be cut', () => {
    const cut = parts(1).map((bytes) => ({ bytes: bytes.slice(0, 60), wireLength: bytes.length }));
    expect(readPackets(...cut).segments).toMatchObject([
      { len: 1000, fragments: 6, cut: true, checksum: 'unverified' },
    ]);
    const shorter = parts(1).map((bytes) => ({ bytes: bytes.slice(0, 39), wireLength: bytes.length }));
    expect(whyPassed(readPackets(...shorter))).toEqual(['header-cut']);
  });
});

describe('a datagram stays apart', () => {
  const none = (...packets: (Uint8Array | Frame)[]) => {
    const read = readPackets(...packets);
    expect(read.segments).toEqual([]);
    expect(whyPassed(read)).toEqual(packets.map(() => 'fragment'));
  };

  test('without its first, its last or one between', () => {
    const all = parts(1);
    for (const missing of all) none(...all.filter((part) => part !== missing));
  });

  test('of another datagram: identification, protocol, addresses', () => {
    const [first] = parts(1);
    none(first!, ...parts(2).slice(1));
    const others = parts(1)
      .slice(1)
      .map((bytes) => joined([bytes.slice(0, 15), Uint8Array.of(77), bytes.slice(16)]));
    none(first!, ...others);
    expect(
      readPackets(
        ...parts(1).map((bytes, i) => (i === 2 ? pack(false, bytes.slice(0, 9), u8(17), bytes.slice(10)) : bytes)),
      ).segments,
    ).toEqual([]);
  });

  test('when two ends differ, or data lie behind the end', () => {
    none(piece(1, 400, 800, true), piece(1, 800, 1020), piece(1, 0, 400));
    none(piece(1, 800, 1020), piece(1, 400, 800, true), piece(1, 0, 400));
    none(piece(1, 800, 1016), piece(1, 0, 400), piece(1, 400, 800, true));
    none(piece(1, 400, 800, true), piece(1, 800, 1016), piece(1, 0, 400));
  });

  test('when fragments of IPv6 overlap (RFC 8200 §4.5), but not when one came twice', () => {
    const whole = tcp(1000, CLIENT6, SERVER6);
    const piece6 = (start: number, end: number) =>
      ipv6(pack(false, u8(6), u8(0), u16(start | (end === whole.length ? 0 : 1)), u32(9), whole.slice(start, end)), 44);
    expect(readPackets(piece6(0, 400), piece6(400, 800), piece6(400, 800), piece6(800, 1020)).segments).toHaveLength(1);
    none(piece6(0, 400), piece6(392, 800), piece6(800, 1020));
  });

  test('two minutes later: the identification is another’s by then', () => {
    const all = parts(1).map((bytes, i) => ({ bytes, at: i < 3 ? 0 : 121 }));
    none(...all);
    expect(readPackets(...all.map(({ bytes, at }) => ({ bytes, at: Math.min(at, 119) }))).segments).toHaveLength(1);
  });

  test('when it is made of too many pieces at a time', () => {
    const every = Array.from({ length: 100 }, (_, i) => ipv4(dataOf(8), { id: 1, place: 0x2000 | (2 * i) }));
    none(...every);
  });

  test('when more are under way than there is room for: the oldest goes', () => {
    const firsts = Array.from({ length: 1025 }, (_, id) => parts(id)[0]!);
    const read = readPackets(...firsts, ...parts(1024).slice(1), ...parts(0).slice(1));
    expect(read.segments).toMatchObject([{ identification: 1024, frame: 1030 }]);
    expect(read.tally.passedOver.fragment).toBe(1024 + 5);
  });
});

test.each<[string, Uint8Array, string]>([
  ['no data', ipv4(new Uint8Array(0), { place: 0x2000 }), 'malformed'],
  ['a length that is no multiple of 8, and more to come', ipv4(dataOf(15), { place: 0x2001 }), 'malformed'],
  ['an end beyond 65,535', ipv4(dataOf(16), { place: 0x1fff }), 'malformed'],
  ['of UDP', ipv4(dataOf(16), { place: 0x2000, protocol: 17 }), 'not-tcp'],
  ['of UDP in IPv6', ipv6(pack(false, u8(17), u8(0), u16(1), u32(1), dataOf(16)), 44), 'not-tcp'],
])('a fragment with %s', (_, packet, why) => {
  expect(whyPassed(readPackets(packet))).toEqual([why]);
});
