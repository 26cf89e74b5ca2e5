import { describe, expect, test } from 'vitest';
import { socketsOf } from '../../../src/captures/packet/flow.ts';
import { fieldsOf, missingTools } from '../../oracles/judges.ts';
import { oracleFile } from '../oracles.ts';
import { readCapture } from '../read-capture.ts';
import { variants } from '../variants.ts';
import { enhanced, framesOf, interfaceBlock, joined, section } from '../writing.ts';

const FIELDS = ['frame.number', 'frame.time_relative', 'tcp.srcport', 'tcp.dstport', 'tcp.seq_raw', 'tcp.ack_raw'];
const MORE = ['tcp.len', 'tcp.flags', 'tcp.window_size_value', 'ip.src', 'ipv6.src'];

const LEFT_OUT = new Set([
  // tshark 4.0.17 says that the length was perhaps left to the network card, and reads none of the segment.
  'IPv6 without a length, left to the network card',
  // Of a clock that counts more than 10^10 units a second a product of tshark 4.0.17 overflows: its times go back.
  ...['little', 'big'].map((order) => `pcapng, ${order}-endian, resolution 12, offset 1795000000`),
]);
const all = variants(oracleFile).filter(({ name }) => !LEFT_OUT.has(name));

/** Those that are a pcap file in little-endian order with microseconds, or pcapng, stand in one file: tshark takes long to start. */
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

/** A line for each TCP segment, as tshark reads it and as it is read here. Frames without a time have none in tshark. */
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
