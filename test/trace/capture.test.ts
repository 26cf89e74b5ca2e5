import { describe, expect, test } from 'vitest';
import type { SegmentOptions } from '../../src/tcp/segment.ts';
import { captureAt } from '../../src/trace/capture.ts';
import { pcapFile } from '../../src/trace/pcap.ts';
import type { HostName, Trace, TracedSegment, TraceEvent } from '../../src/trace/trace.ts';
import { fromHex, hex } from './hex.ts';

type Given = Pick<TracedSegment, 'from' | 'flags' | 'seq'> & Partial<TracedSegment>;

/** A trace of these segments alone: each is sent at its time and arrives, if it does, at its own. */
function traceOf(given: readonly Given[]): Trace {
  const segments = given.map(
    (segment, i): TracedSegment => ({
      n: i + 1,
      sentMs: 0,
      arrivedMs: null,
      ack: 0,
      len: 0,
      window: 65_535,
      urgent: 0,
      ecn: 0,
      options: {},
      fate: 'delivered',
      origin: 'tcp',
      repeats: null,
      connection: 1,
      ...segment,
    }),
  );
  const events: TraceEvent[] = [];
  for (const { n, from, sentMs, arrivedMs, origin } of segments) {
    const to: HostName = from === 'client' ? 'server' : 'client';
    // A network copy has no sending of its own.
    if (origin !== 'copy') events.push({ kind: 'send', ms: sentMs, host: from, segment: n, after: null });
    if (arrivedMs === null) events.push({ kind: 'lost', ms: sentMs, host: from, segment: n, cause: 'fault' });
    else events.push({ kind: 'arrive', ms: arrivedMs, host: to, segment: n, notes: [], after: null });
  }
  events.sort((a, b) => a.ms - b.ms);
  return {
    version: 1,
    scenario: 'hand-made',
    seed: '0',
    profile: 'rfc',
    hosts: {
      client: { address: '10.0.0.1', port: 50_000, mss: 1460 },
      server: { address: '10.0.0.2', port: 80, mss: 1460 },
    },
    segments,
    events,
    final: {
      client: { state: 'CLOSED', sentBytes: 0, receivedBytes: 0 },
      server: { state: 'CLOSED', sentBytes: 0, receivedBytes: 0 },
    },
    endMs: 0,
    ended: 'quiet',
  };
}

const TEXT = new TextEncoder().encode('hello');
const capture = (given: readonly Given[], options: { at?: HostName; ipv6?: boolean } = {}) =>
  captureAt(traceOf(given), { at: 'client', ipv6: false, payloadOf: ({ len }) => TEXT.subarray(0, len), ...options });
const frames = (given: readonly Given[], options = {}) => capture(given, options).map(({ bytes }) => hex(bytes));

const SYN_OPTIONS: SegmentOptions = { mss: 1460, sackPermitted: true, timestamps: [5, 0], windowScale: 7 };

/* Every byte below was put together and summed up apart from this program. */
describe('the bytes of a frame', () => {
  test('a SYN with all options, ECE and CWR', () => {
    const syn: Given = { from: 'client', flags: ['SYN', 'ECE', 'CWR'], seq: 100, options: SYN_OPTIONS };
    expect(frames([syn])).toEqual([
      [
        '020000000002 020000000001 0800', // Ethernet: to the server, from the client, IPv4
        '4500 003c 0001 4000 40 06 26b9 0a000001 0a000002', // 60 bytes, id 1, DF, TTL 64, TCP
        'c350 0050 00000064 00000000 a0c2 ffff 6f34 0000', // ports, seq 100, ten words, CWR ECE SYN
        '020405b4 0402 080a00000005 00000000 01030307',
      ]
        .join('')
        .replaceAll(' ', ''),
    ]);
  });

  test('five bytes with PSH and an urgent pointer, marked ECT(0)', () => {
    const syn: Given = { from: 'client', flags: ['SYN'], seq: 100 };
    const data: Given = {
      from: 'client',
      flags: ['PSH', 'URG', 'ACK'],
      seq: 101,
      ack: 201,
      len: 5,
      window: 1024,
      urgent: 3,
      ecn: 2,
    };
    expect(frames([syn, syn, data])[2]).toBe(
      [
        '020000000002 020000000001 0800',
        '4502 002d 0003 4000 40 06 26c4 0a000001 0a000002',
        'c350 0050 00000065 000000c9 5038 0400 8f01 0003',
        '68656c6c6f',
      ]
        .join('')
        .replaceAll(' ', ''),
    );
  });

  test('an ACK with a SACK block, from the server', () => {
    const filler: Given = { from: 'client', flags: ['ACK'], seq: 1 };
    const ack: Given = {
      from: 'server',
      flags: ['ACK'],
      seq: 201,
      ack: 101,
      options: { sack: [[1101, 2101]] },
      arrivedMs: 7,
    };
    expect(frames([filler, filler, filler, ack])[3]).toBe(
      [
        '020000000001 020000000002 0800',
        '4500 0034 0004 4000 40 06 26be 0a000002 0a000001',
        '0050 c350 000000c9 00000065 8010 ffff 946a 0000',
        '0101050a 0000044d 00000835',
      ]
        .join('')
        .replaceAll(' ', ''),
    );
  });

  test('a SYN in an IPv6 packet, marked ECT(1)', () => {
    const syn: Given = { from: 'client', flags: ['SYN'], seq: 0xffff_ffff, options: { mss: 1440 }, ecn: 1 };
    expect(frames([syn], { ipv6: true })).toEqual([
      [
        '020000000002 020000000001 86dd',
        '60100000 0018 06 40 20010db8000000000000000000000001 20010db8000000000000000000000002',
        'c350 0050 ffffffff 00000000 6002 ffff 7925 0000',
        '020405a0',
      ]
        .join('')
        .replaceAll(' ', ''),
    ]);
  });

  test('an address that is none is refused', () => {
    const trace = traceOf([{ from: 'client', flags: ['SYN'], seq: 1 }]);
    const hosts = { ...trace.hosts, server: { ...trace.hosts.server, address: 'server' } };
    expect(() => captureAt({ ...trace, hosts }, { at: 'client', ipv6: false, payloadOf: () => TEXT })).toThrow(
      'server is not an IP address',
    );
  });
});

describe('what an end sees', () => {
  const lost: Given = { from: 'client', flags: ['SYN'], seq: 1, sentMs: 10 };
  const arrived: Given = { from: 'client', flags: ['SYN'], seq: 1, sentMs: 1010, arrivedMs: 1030, repeats: 1 };
  const copy: Given = { ...arrived, origin: 'copy', repeats: 2, arrivedMs: 1060 };
  const forged: Given = { from: 'client', flags: ['RST'], seq: 9, sentMs: 1040, arrivedMs: 1050, origin: 'forged' };
  const all = [lost, arrived, copy, forged];
  const times = (at: HostName) => capture(all, { at }).map(({ ms }) => ms);

  test('its own segments when it sent them, lost ones too; nothing that others made up or copied', () => {
    expect(times('client')).toEqual([10, 1010]);
  });

  test('what arrived when it arrived: copies and forged segments too', () => {
    expect(times('server')).toEqual([1030, 1050, 1060]);
  });

  test('a copy is the same packet to the bit', () => {
    const [original, , again] = frames(all, { at: 'server' });
    expect(again).toBe(original);
  });
});

test('the file: header, then each frame with its time in seconds and nanoseconds', () => {
  const file = pcapFile([
    { ms: 0, bytes: fromHex('aabb') },
    { ms: 3_599_999.000001, bytes: fromHex('cc') },
  ]);
  expect(hex(file)).toBe(
    [
      '4d3cb2a1 0200 0400 00000000 00000000 00000400 01000000',
      '00000000 00000000 02000000 02000000 aabb',
      '0f0e0000 c1878b3b 01000000 01000000 cc', // 3599 s and 999,000,001 ns
    ]
      .join('')
      .replaceAll(' ', ''),
  );
});
