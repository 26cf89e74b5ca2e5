import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { reverseFlow, socketsOf } from '../../../src/captures/packet/flow.ts';
import { tcpChecksum } from '../../../src/tcp/wire/checksum.ts';
import { joined } from '../writing.ts';
import { CLIENT, CLIENT6, dataOf, ipv4, ipv6, onlySegment, readPackets, SERVER, SERVER6, tcp } from './packets.ts';

/** The segment with another checksum field. */
function withField(segment: Uint8Array, field: number): Uint8Array {
  return joined([segment.slice(0, 16), Uint8Array.of(field >> 8, field & 0xff), segment.slice(18)]);
}

/** Folded sum over the pseudo-header (RFC 9293 §3.1), with this TCP length. */
function pseudoHeaderSum(source: Uint8Array, destination: Uint8Array, length: number): number {
  const bytes = joined([source, destination, Uint8Array.of(0, 6, length >> 8, length & 0xff)]);
  let sum = 0;
  for (let at = 0; at < bytes.length; at += 2) sum += (bytes[at]! << 8) | bytes[at + 1]!;
  while (sum > 0xffff) sum = (sum & 0xffff) + (sum >>> 16);
  return sum;
}

describe('the checksum', () => {
  test('is good exactly when the field is what the data come to, whatever stands before and behind', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 200 }),
        fc.integer({ min: 0, max: 0xffff }),
        fc.boolean(),
        fc.nat({ max: 3 }),
        (data, other, six, before) => {
          const [source, destination] = six ? [CLIENT6, SERVER6] : [CLIENT, SERVER];
          const segment = joined([tcp(0, source, destination), data]);
          const right = tcpChecksum(source, destination, withField(segment, 0));
          const state = (field: number) => {
            const packet = six ? ipv6(withField(segment, field)) : ipv4(withField(segment, field));
            // Empty frames before it, so that it stands anywhere in the file.
            const filling = new Uint8Array(before);
            return readPackets(filling, packet).segments[0]!.checksum;
          };
          expect(state(right)).toBe('good');
          const sums = [0, segment.length].map((length) => pseudoHeaderSum(source, destination, length));
          const same = other === right || (other === 0xffff && right === 0);
          if (!same) expect(state(other)).toBe(sums.includes(other) ? 'offloaded' : 'bad');
          for (const sum of sums) if (sum !== right) expect(state(sum)).toBe('offloaded');
        },
      ),
      { numRuns: 200 },
    );
  });

  test.each([1, 15, 16, 17, 32_748, 32_749, 65_495])('of %i bytes of data, and one bit wrong anywhere', (length) => {
    const whole = ipv4(tcp(length));
    expect(onlySegment(whole).checksum).toBe('good');
    for (const at of [whole.length - 1, whole.length - 2, 40, 20 + Math.floor(length / 2)]) {
      const wrong = whole.slice();
      wrong[at]! ^= 0x10;
      if (at !== 20 + 12) expect(onlySegment(wrong).checksum).toBe('bad');
    }
  });

  test('of bytes that are all ones, whose sum is at its greatest', () => {
    const data = new Uint8Array(65_495).fill(0xff);
    const segment = joined([tcp(0), data]);
    const right = tcpChecksum(CLIENT, SERVER, withField(segment, 0));
    expect(onlySegment(ipv4(withField(segment, right))).checksum).toBe('good');
  });
});

describe('fields', () => {
  test('ACK and urgent pointer count only with their bits', () => {
    const bare = tcp(0);
    const with13 = (flags: number) =>
      joined([bare.slice(0, 13), Uint8Array.of(flags), bare.slice(14, 18), Uint8Array.of(1, 2)]);
    expect(onlySegment(ipv4(with13(0x02)))).toMatchObject({ flags: 2, ack: 0, urgent: 0 });
    expect(onlySegment(ipv4(with13(0xff)))).toMatchObject({ flags: 0xff, ack: 2000, urgent: 0x0102 });
  });

  test('options: timestamps where nearly all have them, others, broken ones and none', () => {
    const optionsOf = (...bytes: number[]) => {
      const bare = tcp(0);
      const header = joined([bare, Uint8Array.from(bytes), dataOf(4)]);
      header[12] = ((20 + bytes.length) / 4) << 4;
      const segment = onlySegment(ipv4(header));
      expect(segment.len).toBe(4);
      return segment.options;
    };
    expect(optionsOf()).toEqual({});
    expect(optionsOf(1, 1, 8, 10, 0x80, 0, 0, 1, 0, 0, 0, 2)).toEqual({ timestamps: [0x8000_0001, 2] });
    expect(optionsOf(8, 10, 0, 0, 0, 1, 0, 0, 0, 2, 1, 1)).toEqual({ timestamps: [1, 2] });
    expect(optionsOf(1, 1, 5, 10, 0, 0, 0, 5, 0, 0, 0, 9)).toEqual({ sack: [[5, 9]] });
    expect(optionsOf(2, 4, 5, 180, 3, 0, 0, 0)).toEqual({ mss: 1460 });
    expect(optionsOf(3, 3, 200, 0)).toEqual({ windowScale: 200 });
  });
});

describe('flows', () => {
  test('are the bytes of addresses and ports, and the same string again when seen again', () => {
    const address = fc.uint8Array({ minLength: 4, maxLength: 4 });
    fc.assert(
      fc.property(fc.array(address, { minLength: 1, maxLength: 30 }), (sources) => {
        const packets = sources.map((source) => ipv4(tcp(0), { source }));
        const { segments } = readPackets(...packets);
        for (const [i, { flow }] of segments.entries()) {
          const bytes = [...sources[i]!, ...SERVER, 0x9c, 0x40, 0, 80];
          expect([...flow].map((byte) => byte.charCodeAt(0))).toEqual(bytes);
        }
      }),
    );
  });

  test('of more pairs of sockets than are remembered', () => {
    const sources = Array.from({ length: 20_000 }, (_, i) => Uint8Array.of(10, 0, i >> 8, i & 0xff));
    const { segments } = readPackets(...sources.map((source) => ipv4(tcp(0), { source })));
    expect(segments.map(({ flow }) => socketsOf(flow).source.address)).toEqual(sources.map((bytes) => bytes.join('.')));
  });

  test('of IPv6, there and back', () => {
    const { flow } = onlySegment(ipv6(tcp(0, CLIENT6, SERVER6)));
    const { source, destination } = socketsOf(flow);
    expect([source, destination]).toEqual([
      { address: '2001:db8::1', port: 40_000 },
      { address: '2001:db8::2', port: 80 },
    ]);
    expect(socketsOf(reverseFlow(flow))).toEqual({ source: destination, destination: source });
  });
});
