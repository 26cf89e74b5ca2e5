import { describe, expect, test } from 'vitest';
import { socketsOf } from '../../../src/captures/packet/flow.ts';
import { type Random, randomFrom } from '../../../src/simulator/random.ts';
import { fieldsOf, missingTools } from '../../oracles/judges.ts';
import { oracleFile } from '../oracles.ts';
import { CLIENT6, ipv4, ipv6, SERVER6, tcp } from '../packet/packets.ts';
import { readCapture } from '../read-capture.ts';
import { variants } from '../variants.ts';
import { enhanced, framesOf, interfaceBlock, joined, pack, pcapOf, section, u8, u16, u32 } from '../writing.ts';

const FIELDS = ['frame.number', 'frame.time_relative', 'tcp.srcport', 'tcp.dstport', 'tcp.seq_raw', 'tcp.ack_raw'];
const MORE = ['tcp.len', 'tcp.flags', 'tcp.window_size_value', 'ip.src', 'ipv6.src'];

const LEFT_OUT = new Set([
  // tshark 4.0.17 says that the length was perhaps left to the network card, and reads none of the segment.
  'IPv6 without a length, left to the network card',
  // Of a clock that counts more than 10^10 units a second a product of tshark 4.0.17 overflows: its times go back.
  ...['little', 'big'].map((order) => `pcapng, ${order}-endian, resolution 12, offset 1795000000`),
]);
const all = variants(oracleFile).filter(({ name }) => !LEFT_OUT.has(name));

/**
 * Those that are a pcap file in little-endian order with microseconds, or pcapng, stand in one file: tshark takes
 * long to start.
 */
const isPlainPcap = (file: Uint8Array) => Buffer.from(file.subarray(0, 4)).toString('hex') === 'd4c3b2a1';
const isPcapng = (name: string) => name.startsWith('pcapng') && !name.includes('journal');
const together = all.filter(({ name, file }) => isPcapng(name) || isPlainPcap(file));
const apart = all.filter((variant) => !together.includes(variant));

/** A variant as a section of a pcapng file. */
function asSection(file: Uint8Array): Uint8Array {
  if (!isPlainPcap(file)) return file;
  const linkType = file[20]! | (file[21]! << 8);
  const frames = framesOf(file).map((frame) => enhanced(true, 0, frame));
  return joined([section(true), interfaceBlock(true, { linkType }), ...frames]);
}

/**
 * A line for each TCP segment, as tshark reads it and as it is read here. Frames without a time have none in tshark.
 */
async function bothOf(file: Uint8Array) {
  const rows = await fieldsOf({ file, runOfFrame: [] }, [...FIELDS, ...MORE]);
  const segments = rows.filter(([, , , , seq]) => seq !== '');
  const theirs = segments.map(([frame, time, from, to, seq, ack, len, flags, window, v4, v6]) => {
    const numbers = [from, to, seq, ack, len, Number(flags) & 0xff, window];
    return [frame, time === '' ? '' : Math.round(Number(time) * 1e9), ...numbers, v4 || v6].join(' ');
  });
  const timeless = new Set(segments.flatMap(([frame, time]) => (time === '' ? [Number(frame)] : [])));
  const ours = readCapture(file).segments.map(({ frame, ms, flow, seq, ack, len, flags, window }) => {
    const { source, destination } = socketsOf(flow);
    const numbers = [source.port, destination.port, seq, ack, len, flags, window];
    return [frame, timeless.has(frame) ? '' : Math.round(ms * 1e6), ...numbers, source.address].join(' ');
  });
  return { ours, theirs };
}

/* What our own writer makes is what we take it for: an independent reader says the same of it. */
describe.skipIf(missingTools.length > 0)('tshark reads the variants alike', () => {
  test(`${together.length} of them in one file`, async () => {
    expect(together.length).toBeGreaterThan(30);
    const { ours, theirs } = await bothOf(joined(together.map(({ file }) => asSection(file))));
    expect(ours).toEqual(theirs);
    expect(ours.length).toBeGreaterThanOrEqual(together.reduce((sum, { segments }) => sum + segments.length, 0));
  });

  test.each(apart)('$name', async ({ file, segments }) => {
    const { ours, theirs } = await bothOf(file);
    // Behind a journal entry tshark counts times from that one.
    const timeless = (lines: readonly string[]) => lines.map((line) => line.replace(/ \S+/, ''));
    if (file.length > 0 && segments[0]?.frame !== 1) expect(timeless(ours)).toEqual(timeless(theirs));
    else expect(ours).toEqual(theirs);
    expect(ours).toHaveLength(segments.length);
  });
});

/** Fragments of one datagram of random sizes: some twice, some overlapping others, one lost, in order or not. */
function fragments(id: number, random: Random): readonly Uint8Array[] {
  const six = random.chance(0.3);
  const segment = six ? tcp(random.int(0, 300), CLIENT6, SERVER6) : tcp(random.int(0, 300));
  const piece = (start: number, end: number) => {
    const more = end < segment.length;
    const bytes = segment.slice(start, end);
    if (!six) return ipv4(bytes, { id, place: (more ? 0x2000 : 0) | (start / 8) });
    return ipv6(pack(false, u8(6), u8(0), u16(start | (more ? 1 : 0)), u32(id), bytes), 44);
  };
  const pieces: Uint8Array[] = [];
  const cuts = [0];
  for (let at = 8 * random.int(1, 12); at < segment.length; at += 8 * random.int(1, 12)) cuts.push(at);
  for (const [i, start] of cuts.entries()) pieces.push(piece(start, cuts[i + 1] ?? segment.length));
  if (pieces.length > 1 && random.chance(0.3)) pieces.push(random.pick(pieces));
  // IPv6 drops a datagram whose fragments overlap (RFC 8200 §4.5), which tshark does not.
  const start = 8 * random.int(0, Math.floor(segment.length / 8) - 1);
  if (!six && start > 0 && random.chance(0.3))
    pieces.push(piece(start, Math.min(segment.length, start + 8 * random.int(1, 12))));
  if (pieces.length > 1 && random.chance(0.2)) pieces.splice(random.int(0, pieces.length - 1), 1);
  return random.chance(0.5) ? random.shuffle(pieces) : pieces;
}

test.skipIf(missingTools.length > 0)('tshark puts the same fragments together, in the same frames', async () => {
  const random = randomFrom('fragments');
  const packets: Uint8Array[] = [];
  for (let id = 1; id <= 1000; id += 4) {
    const left = [0, 1, 2, 3].map((other) => [...fragments(id + other, random)]);
    for (let some = left; some.length > 0; some = left.filter(({ length }) => length > 0)) {
      const next = random.pick(some).shift();
      if (next !== undefined) packets.push(next);
    }
  }
  const file = pcapOf(
    packets.map((bytes) => ({ seconds: 1, nanoseconds: 0, bytes, wireLength: bytes.length })),
    { linkType: 101 },
  );
  const fields = ['frame.number', 'tcp.seq_raw', 'tcp.len', 'ip.fragment.count', 'ipv6.fragment.count'];
  const rows = await fieldsOf({ file, runOfFrame: [] }, fields);
  const theirs = rows
    .filter(([, seq]) => seq !== '')
    .map(([frame, , len, v4, v6]) => [frame, len, v4 || v6 || 1].map(Number));
  const { segments } = readCapture(file);
  expect(segments.map(({ frame, len, fragments }) => [frame, len, fragments])).toEqual(theirs);
  expect(theirs.filter(([, , count]) => Number(count) > 1).length).toBeGreaterThan(400);
});
