import fc from 'fast-check';
import { expect, test } from 'vitest';
import { NO_DATA, SYN } from '../../../src/tcp/segment.ts';
import { hasRightChecksum, internetChecksum, tcpChecksum } from '../../../src/tcp/wire/checksum.ts';
import { segmentBytes } from '../../../src/tcp/wire/segment-bytes.ts';
import { fromHex } from '../../trace/hex.ts';

const bytes = (length: number) => fc.uint8Array({ minLength: length, maxLength: length });

/** The definition of RFC 1071 §1 in its plainest form: words added one by one with end-around carry. */
function byDefinition(parts: readonly Uint8Array[]): number {
  const all = Buffer.concat([
    ...parts,
    ...(parts.reduce((n, part) => n + part.length, 0) % 2 ? [Buffer.alloc(1)] : []),
  ]);
  let sum = 0;
  for (let i = 0; i < all.length; i += 2) {
    sum += all.readUInt16BE(i);
    if (sum > 0xffff) sum -= 0xffff;
  }
  return 0xffff - sum;
}

test('RFC 1071 §3: the words 0001 f203 f4f5 f6f7 add up to ddf2', () => {
  expect(internetChecksum(fromHex('0001f203f4f5f6f7'))).toBe(0xffff - 0xddf2);
});

/** A SYN with its IPv4 addresses, recorded from Linux 6.18. */
const RECORDED = {
  source: '0a090001',
  destination: '0a090002',
  segment: '9c4000506d4f012d00000000a002faf0d7ec0000020405b40402080ac97b8c82000000000103030a',
};

test('a SYN recorded from Linux 6.18 is right, and any one changed bit makes it wrong (MUST-3)', () => {
  const recorded = fromHex(RECORDED.segment);
  const source = fromHex(RECORDED.source);
  const destination = fromHex(RECORDED.destination);
  expect(hasRightChecksum(source, destination, recorded)).toBe(true);
  for (let bit = 0; bit < recorded.length * 8; bit++) {
    const changed = Uint8Array.from(recorded);
    changed[bit >> 3]! ^= 0x80 >> (bit & 7);
    expect(hasRightChecksum(source, destination, changed)).toBe(false);
  }
  expect(hasRightChecksum(source, Uint8Array.of(10, 0, 0, 99), recorded)).toBe(false);
});

test('is the checksum of the pseudo-header and the segment, in IPv4 and IPv6, of any length (MUST-2)', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(4, 16).chain((n) => fc.tuple(bytes(n), bytes(n))),
      fc.uint8Array({ minLength: 20, maxLength: 99 }),
      (ends, segment) => {
        const [source, destination] = ends;
        const pseudo = source.length === 4 ? [0, 6, 0, segment.length] : [0, 0, 0, segment.length, 0, 0, 0, 6];
        expect(tcpChecksum(source, destination, segment)).toBe(
          byDefinition([source, destination, Uint8Array.from(pseudo), segment]),
        );
      },
    ),
  );
});

test('every segment written carries the right checksum', () => {
  const u32 = fc.integer({ min: 0, max: 0xffff_ffff });
  fc.assert(
    fc.property(
      u32,
      u32,
      fc.integer({ min: 0, max: 255 }),
      fc.uint8Array({ maxLength: 50 }),
      (seq, ack, flags, data) => {
        const source = { address: Uint8Array.of(10, 0, 0, 1), port: 50_000 };
        const destination = { address: Uint8Array.of(10, 0, 0, 2), port: 80 };
        const segment = { seq, ack, flags, window: 1, urgent: 0, ecn: 0 as const, options: { mss: 9 }, data };
        const written = segmentBytes(segment, source, destination);
        expect(hasRightChecksum(source.address, destination.address, written)).toBe(true);
      },
    ),
  );
});

test('a checksum that comes out as 0 is sent as 0: TCP has no value for "none"', () => {
  const source = { address: Uint8Array.of(10, 0, 0, 1), port: 50_000 };
  const destination = { address: Uint8Array.of(10, 0, 0, 2), port: 80 };
  const at = (window: number) => {
    const segment = { seq: 0, ack: 0, flags: SYN, window, urgent: 0, ecn: 0 as const, options: {}, data: NO_DATA };
    const written = Buffer.from(segmentBytes(segment, source, destination));
    return {
      checksum: written.readUInt16BE(16),
      right: hasRightChecksum(source.address, destination.address, written),
    };
  };
  const all = Array.from({ length: 0x1_0000 }, (_, window) => at(window));
  expect(all.some(({ checksum }) => checksum === 0)).toBe(true);
  expect(all.every(({ right }) => right)).toBe(true);
});
