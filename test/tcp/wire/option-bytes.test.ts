import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { SegmentOptions } from '../../../src/tcp/segment.ts';
import { optionBytes } from '../../../src/tcp/wire/option-bytes.ts';
import { readOptions } from '../../../src/tcp/wire/read-options.ts';
import { fromHex, hex } from '../../trace/hex.ts';

const u32 = fc.integer({ min: 0, max: 0xffff_ffff });
const u16 = fc.integer({ min: 0, max: 0xffff });
const blocks = (most: number) => fc.array(fc.tuple(u32, u32), { minLength: 1, maxLength: most });

/** Any options that fit 40 bytes: those of a SYN, or up to four SACK blocks, three beside timestamps (RFC 2018 §3). */
const anyOptions: fc.Arbitrary<SegmentOptions> = fc.oneof(
  fc.record(
    {
      mss: u16,
      sackPermitted: fc.constant(true as const),
      timestamps: fc.tuple(u32, u32),
      windowScale: fc.integer({ min: 0, max: 14 }),
    },
    { requiredKeys: [] },
  ),
  fc.record({ timestamps: fc.tuple(u32, u32), sack: blocks(3) }, { requiredKeys: [] }),
  fc.record({ sack: blocks(4) }),
);

describe('optionBytes', () => {
  // The first three were recorded from Linux 6.18: a SYN, an ACK, and an ACK with one SACK block.
  test.each<[string, SegmentOptions]>([
    [
      '020405b40402080ac97b8c82000000000103030a',
      { mss: 1460, sackPermitted: true, timestamps: [0xc97b8c82, 0], windowScale: 10 },
    ],
    ['0101080ac97b8c9b7bd578da', { timestamps: [0xc97b8c9b, 0x7bd578da] }],
    [
      '0101080a7bd9a832c97fbbd00101050a6caae4e76caae6db',
      { timestamps: [0x7bd9a832, 0xc97fbbd0], sack: [[0x6caae4e7, 0x6caae6db]] },
    ],
    ['020405b4', { mss: 1460 }],
    ['020405b401010402', { mss: 1460, sackPermitted: true }],
    ['020405b401030300', { mss: 1460, windowScale: 0, sack: [] }],
    ['', {}],
  ])('writes %s as kernels do', (written, options) => expect(hex(optionBytes(options))).toBe(written));

  test('fills whole words, and reads back as it was (MUST-68, MUST-69)', () => {
    fc.assert(
      fc.property(anyOptions, (options) => {
        const bytes = optionBytes(options);
        expect(bytes.length % 4).toBe(0);
        expect(bytes.length).toBeLessThanOrEqual(40);
        expect(readOptions(bytes)).toEqual({ options, passedOver: [], broken: false });
      }),
    );
  });

  test('refuses more than a header holds', () => {
    const sack = [1, 2, 3, 4].map((n): [number, number] => [n * 1000, n * 1000 + 500]);
    expect(optionBytes({ sack })).toHaveLength(36);
    expect(() => optionBytes({ sack, timestamps: [1, 2] })).toThrow(RangeError);
  });
});

describe('readOptions', () => {
  test.each<[string, string, SegmentOptions]>([
    ['nothing', '', {}],
    ['END, and whatever lies behind it', '00020405b4', {}],
    ['NOPs anywhere', '01010102040218010101', { mss: 536 }],
    [
      'all in another order',
      '0303070402080a0000000100000002020405b4',
      {
        windowScale: 7,
        sackPermitted: true,
        timestamps: [1, 2],
        mss: 1460,
      },
    ],
    ['the latter of two', '020405b402040218', { mss: 536 }],
    ['a shift above 14 as it stands', '03030f00', { windowScale: 15 }],
  ])('reads %s', (_, bytes, options) => {
    expect(readOptions(fromHex(bytes))).toEqual({ options, passedOver: [], broken: false });
  });

  test('passes over unknown options by their length (MUST-6, MUST-64)', () => {
    // User timeout (28), an empty option of kind 253, a long one of kind 254, then the MSS.
    expect(readOptions(fromHex('1c04803cfd02fe060000000002040200'))).toEqual({
      options: { mss: 512 },
      passedOver: [
        { kind: 28, length: 4 },
        { kind: 253, length: 2 },
        { kind: 254, length: 6 },
      ],
      broken: false,
    });
  });

  test('passes over a known option of a length it cannot have', () => {
    expect(readOptions(fromHex('020305 040300 030405b4 0802 0502 050600000000 030307'.replaceAll(' ', '')))).toEqual({
      options: { windowScale: 7 },
      passedOver: [
        { kind: 2, length: 3 },
        { kind: 4, length: 3 },
        { kind: 3, length: 4 },
        { kind: 8, length: 2 },
        { kind: 5, length: 2 },
        { kind: 5, length: 6 },
      ],
      broken: false,
    });
  });

  test.each([
    ['0', 'fe00020405b4'],
    ['1', 'fe01020405b4'],
    ['missing', '030307fe'],
    ['beyond the header', '030307fe20aaaa'],
    ['of an MSS beyond the header', '030307020405'],
  ])('stops at a length that is %s (MUST-7)', (_, bytes) => {
    const read = readOptions(fromHex(bytes));
    expect(read.broken).toBe(true);
    expect(read.options).toEqual(bytes.startsWith('030307') ? { windowScale: 7 } : {});
  });

  test('ends with any bytes whatever (MUST-5)', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 60 }), (bytes) => void readOptions(bytes)));
  });
});
