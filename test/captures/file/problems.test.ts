import { describe, expect, test } from 'vitest';
import { NotACapture } from '../../../src/captures/file/capture-tally.ts';
import { oracleFile } from '../oracles.ts';
import { readCapture } from '../read-capture.ts';
import {
  block,
  enhanced,
  type Frame,
  framesOf,
  interfaceBlock,
  joined,
  obsolete,
  pack,
  pcapOf,
  section,
  simple,
  u16,
  u32,
} from '../writing.ts';

const frames = framesOf(oracleFile('fast_retransmit_sack.pcap'));
const [first, second] = frames as [Frame, Frame];
const start = joined([section(true), interfaceBlock(true), enhanced(true, 0, first)]);
const withLength = (length: number) => ({ ...second, bytes: new Uint8Array(length), wireLength: length });

/** A block with another length at its start. */
function claiming(bytes: Uint8Array, length: number): Uint8Array {
  return joined([bytes.slice(0, 4), pack(true, u32(length)), bytes.slice(8)]);
}

describe('pcapng: one frame is read, then what is wrong and where', () => {
  const last = enhanced(true, 0, second);
  const trailing = joined([last.slice(0, -4), pack(true, u32(last.length + 4))]);
  const version2 = joined([section(true).slice(0, 12), pack(true, u16(2), u16(7)), section(true).slice(16)]);

  test.each<[string, Uint8Array, number, RegExp]>([
    ['ends in a block header', last.slice(0, 11), 0, /ends in the middle/],
    ['ends in a block', last.slice(0, -1), 0, /ends in the middle/],
    [
      'ends in a block that is skipped',
      block(true, 77, new Uint8Array(90_000)).slice(0, 80_000),
      0,
      /ends in the middle/,
    ],
    ['ends before the length of a block that is skipped', block(true, 77).slice(0, 10), 0, /ends in the middle/],
    ['a block of 8 bytes', claiming(last, 8), 4, /said to have 8 bytes, too few/],
    ['a frame block of 28 bytes', claiming(last, 28), 4, /said to have 28 bytes, too few/],
    ['a block of 2 MB that is to be read', claiming(last, 2_000_000), 4, /2,000,000 bytes, and 1,048,576 is the most/],
    ['lengths that differ', trailing, last.length - 4, /two ends of a block differ/],
    [
      'lengths that differ around a block that is skipped',
      joined([block(true, 77, new Uint8Array(40)).slice(0, -4), pack(true, u32(9))]),
      48,
      /two ends of a block differ/,
    ],
    [
      'a frame that is longer than its block',
      enhanced(true, 0, second).fill(0xff, 20, 22),
      20,
      /too few for what it must hold/,
    ],
    ['a frame of 262,145 bytes', enhanced(true, 0, withLength(262_145)), 20, /262,145 bytes, and 262,144 is the most/],
    ['an interface that is not described', enhanced(true, 3, second), 8, /interface 3, and only 1 /],
    ['the same in an obsolete block', obsolete(true, 0x101, second), 8, /interface 257, and only 1 /],
    [
      'a simple block without any interface',
      joined([section(true), simple(true, second)]),
      28,
      /interface 0, and only 0 /,
    ],
    [
      'a simple block that holds too little',
      simple(true, { ...second, wireLength: 500 }),
      8,
      /too few for what it must hold/,
    ],
    ['another version', version2, 12, /version 2\.7/],
    ['a section without a byte order', section(true).fill(0, 8, 12), 8, /no byte-order magic/],
    [
      'more interfaces than there can be',
      joined(Array.from({ length: 65_536 }, () => interfaceBlock(true))),
      65_535 * interfaceBlock(true).length,
      /too many interfaces/,
    ],
  ])('%s', (_, bytes, offset, text) => {
    const { problem, segments, tally } = readCapture(joined([start, bytes]));
    expect(problem?.text.en).toMatch(text);
    expect(problem?.text.ko).toMatch(/[가-힣]+습니다|십시오/);
    expect(problem).toMatchObject({ offset: start.length + offset, frames: 1 });
    expect([segments.length, tally.frames]).toEqual([1, 1]);
  });

  test('what is not wrong: lengths without the padding, options beyond their block, blocks of any length that are skipped', () => {
    const odd = { ...second, bytes: second.bytes.slice(0, 61) };
    const fields = [u32(0), u32(0), u32(7), u32(61), u32(74), odd.bytes, new Uint8Array(3)];
    const unpadded = pack(true, u32(6), u32(93), ...fields, u32(93));
    const port = block(true, 1, u16(1), u16(0), u32(0), u16(2), u16(500), u32(0));
    const { problem, tally } = readCapture(
      joined([start, unpadded, port, block(true, 0x8000_0001, new Uint8Array(3_000_000)), enhanced(true, 1, second)]),
    );
    expect([problem, tally.frames]).toEqual([null, 3]);
  });
});

test('a time that no calendar has is that of the frame before', () => {
  const late = (frame: Frame, high: number) =>
    block(true, 6, u32(0), u32(high), u32(0), u32(frame.bytes.length), u32(frame.wireLength), frame.bytes);
  const file = joined([
    section(true),
    interfaceBlock(true),
    late(first, 0xffff_ffff),
    late(second, 400_000),
    late(first, 0x8000_0000),
  ]);
  const { segments, tally } = readCapture(file);
  expect(tally.epochMs).toBe((400_000 * 2 ** 32) / 1000);
  expect(segments.map(({ ms }) => ms)).toEqual([0, 0, 0]);
});

describe('pcap: what was read holds, then what is wrong and where', () => {
  const file = pcapOf([first, second]);
  const secondAt = 24 + 16 + first.bytes.length;

  test.each([1, 15, 16, 17, 89])('ends %i bytes into a record', (length) => {
    const { problem, segments } = readCapture(file.slice(0, secondAt + length));
    expect(problem).toMatchObject({ offset: secondAt, frames: 1, text: { en: expect.stringContaining('middle') } });
    expect(segments).toHaveLength(1);
  });

  test('ends at the end of a record', () => {
    expect(readCapture(file.slice(0, secondAt))).toMatchObject({ problem: null, tally: { frames: 1 } });
  });

  test('ends behind the header: a capture without frames', () => {
    const { problem, tally } = readCapture(file.slice(0, 24));
    expect(problem).toBeNull();
    expect(tally).toMatchObject({ format: 'pcap', frames: 0, segments: 0, epochMs: null, bytes: 24 });
  });

  test('a frame beyond reason is not waited for', () => {
    const long = joined([file, pack(true, u32(0), u32(0), u32(0x7fff_fff0), u32(0x7fff_fff0)), new Uint8Array(500)]);
    const { problem } = readCapture(long);
    expect(problem).toMatchObject({
      offset: file.length + 8,
      frames: 2,
      text: { en: expect.stringContaining('2,147,483,632') },
    });
    expect(readCapture(pcapOf([first, withLength(262_144), second]))).toMatchObject({
      problem: null,
      tally: { frames: 3 },
    });
  });
});

describe('what is no capture', () => {
  const bytes = (text: string) => Uint8Array.from(text, (character) => character.charCodeAt(0));
  const long = (text: string) => joined([bytes(text), new Uint8Array(200)]);

  test.each<[string, Uint8Array, RegExp, RegExp]>([
    ['nothing', new Uint8Array(0), /is empty/, /비어 있습니다/],
    ['three bytes', Uint8Array.of(0xd4, 0xc3, 0xb2), /neither pcap nor pcapng/, /pcap도 pcapng도 아닙니다/],
    ['half a pcap header', pcapOf([]).slice(0, 23), /inside its own header/, /헤더 안에서/],
    ['zstd', long('\x28\xb5\x2f\xfd'), /zstd -d/, /zstd -d/],
    ['lz4', long('\x04\x22\x4d\x18'), /lz4 -d/, /lz4 -d/],
    ['xz', long('\xfd7zXZ\0'), /xz -d/, /xz -d/],
    ['bzip2', long('BZh91AY&SY'), /bzip2 -d/, /bzip2 -d/],
    ['gzip in gzip', long('\x1f\x8b\x08'), /gzip -d/, /gzip -d/],
    ['zip', long('PK\x03\x04'), /ZIP archive/, /ZIP/],
    ['snoop', long('snoop\0\0\0'), /snoop format.*editcap/, /snoop.*editcap/],
    ['a program', long('\x7fELF\x02\x01'), /ELF program/, /ELF/],
    ['text', bytes('12:00:01.5 IP 10.0.0.1.80 > 10.0.0.2.4: Flags [S], seq 1\n'), /text.*-w FILE/, /텍스트.*-w FILE/],
    ['Korean text', new TextEncoder().encode('패킷 캡처가 아니라 그냥 글입니다. '.repeat(9)), /this is text/, /텍스트/],
    ['chance', Uint8Array.from({ length: 500 }, (_, i) => (i * 89) & 0xff), /neither pcap nor pcapng/, /pcap도/],
    ['control characters', long('\x1b[2J\x1b]0;x\x07'), /neither pcap nor pcapng/, /pcap도/],
    ['a link type with a name', pcapOf([first], { linkType: 127 }), /\(127, IEEE 802\.11 radiotap\)/, /\(127, IEEE/],
    ['a link type without', pcapOf([first], { linkType: 147 }), /\(147\)/, /\(147\)/],
  ])('%s', (_, file, en, ko) => {
    for (const pieces of [[], [1], [5]]) {
      const error = thrownBy(() => readCapture(file, pieces));
      expect(error).toBeInstanceOf(NotACapture);
      const { text } = error as NotACapture;
      expect(text.en).toMatch(en);
      expect(text.ko).toMatch(ko);
      expect(text.en + text.ko).not.toMatch(/[\x00-\x1f\x7f-\x9f]/);
    }
  });

  test('but a link type may stand below bits that say how frames end', () => {
    expect(readCapture(pcapOf(frames, { linkType: 0x5400_0001 })).segments).toHaveLength(frames.length);
  });

  test('and one interface of many may have any', () => {
    const { problem, tally } = readCapture(
      joined([
        section(true),
        interfaceBlock(true, { linkType: 127 }),
        interfaceBlock(true),
        enhanced(true, 0, first),
        enhanced(true, 1, second),
      ]),
    );
    expect(problem).toBeNull();
    expect(tally).toMatchObject({ format: 'pcapng', frames: 2, segments: 1, passedOver: { 'unknown-link': 1 } });
  });
});

function thrownBy(run: () => unknown): unknown {
  try {
    run();
  } catch (error) {
    return error;
  }
  return null;
}
