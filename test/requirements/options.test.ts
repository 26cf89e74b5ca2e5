import { describe, expect, test } from 'vitest';
import type { Action } from '../../src/simulator/scenario.ts';
import { readScenario } from '../../src/simulator/scenario-file/reader.ts';
import { simulate } from '../../src/simulator/simulate.ts';
import type { Segment, SegmentOptions } from '../../src/tcp/segment.ts';
import { hasRightChecksum } from '../../src/tcp/wire/checksum.ts';
import { optionBytes } from '../../src/tcp/wire/option-bytes.ts';
import { readOptions } from '../../src/tcp/wire/read-options.ts';
import { segmentBytes } from '../../src/tcp/wire/segment-bytes.ts';
import { scenario } from '../simulator/short.ts';
import { opened, segment, short } from '../tcp/opened.ts';
import { ack, data, delivered, expire, sends } from './endpoint.ts';

/* RFC 9293 §3.1, §3.2 and §3.7.1. */

const v4 = {
  source: { address: Uint8Array.of(10, 0, 0, 1), port: 50_000 },
  destination: { address: Uint8Array.of(10, 0, 0, 2), port: 80 },
};
const v6 = {
  source: { address: new Uint8Array(16).fill(0x20), port: 50_000 },
  destination: { address: new Uint8Array(16).fill(0x3f), port: 80 },
};

/** What a TCP with all its options sends while it is opened, sends, acknowledges and repeats. */
function conversation(): Segment[] {
  const r = opened('LISTEN', { mss: 1000, conventions: { sack: true, timestamps: true, windowScaling: true } });
  const offered: SegmentOptions = { mss: 1460, sackPermitted: true, timestamps: [7, 0], windowScale: 7 };
  const options: SegmentOptions = { timestamps: [9, 0] };
  return [
    ...r.deliver(segment({ flags: ['SYN'], seq: 0, options: offered })),
    ...r.deliver(segment({ flags: ['ACK'], seq: 1, ack: 1, options })),
    ...sends(r, 2999),
    ...r.deliver(segment({ flags: ['ACK'], seq: 101, ack: 1, len: 100, options })),
    ...expire(r).sent,
  ];
}

describe('checksums, where a segment becomes bytes', () => {
  /** By the definition: the 16-bit one's complement sum over pseudo-header and segment is all ones. */
  function sums(ends: typeof v4, bytes: Uint8Array): boolean {
    const { address: from } = ends.source;
    const length = [bytes.length >> 8, bytes.length & 0xff];
    const pseudo = from.length === 4 ? [0, 6, ...length] : [0, 0, ...length, 0, 0, 0, 6];
    const all = [...from, ...ends.destination.address, ...pseudo, ...bytes, ...(bytes.length % 2 ? [0] : [])];
    let sum = 0;
    for (let i = 0; i < all.length; i += 2) {
      sum += (all[i]! << 8) | all[i + 1]!;
      sum = (sum & 0xffff) + (sum >>> 16);
    }
    return sum === 0xffff;
  }

  test('MUST-2: every segment a TCP sends gets the right checksum, over IPv4 and over IPv6', () => {
    for (const ends of [v4, v6]) {
      for (const sent of conversation()) {
        expect(sums(ends, segmentBytes(sent, ends.source, ends.destination))).toBe(true);
      }
    }
  });

  test('MUST-3: the checksum tells a segment with any bit changed, or for other addresses', () => {
    const bytes = segmentBytes(conversation().at(-1)!, v4.source, v4.destination);
    const right = (changed: Uint8Array, source = v4.source.address) =>
      hasRightChecksum(source, v4.destination.address, changed);
    expect(right(bytes)).toBe(true);
    for (let bit = 0; bit < 20 * 8; bit++) {
      const changed = Uint8Array.from(bytes);
      changed[bit >> 3]! ^= 0x80 >> (bit & 7);
      expect(right(changed)).toBe(false);
    }
    expect(right(bytes, Uint8Array.of(10, 0, 0, 9))).toBe(false);
  });
});

describe('options as they come', () => {
  const read = (...bytes: number[]) => readOptions(Uint8Array.from(bytes));

  test('MUST-4: the end of the list, no-operation and the maximum segment size are understood', () => {
    expect(read(1, 1, 2, 4, 0x02, 0x18, 0, 2, 4, 0x05, 0xb4).options).toEqual({ mss: 536 });
  });

  test('MUST-5: any segment may carry any option; outside a SYN those of SYNs change nothing', () => {
    const r = opened('ESTABLISHED', { conventions: { delayedAckMs: null } });
    const options: SegmentOptions = { mss: 100, windowScale: 3, sackPermitted: true, timestamps: [1, 2] };
    const sent = r.deliver(segment({ flags: ['ACK'], seq: 1, ack: 1, len: 40, options }));
    expect(sent.map(short)).toEqual(['. 1:1(0) ack 41']);
    expect(sends(r, 1000).map((s) => [s.data.length, s.options])).toEqual([[1000, {}]]);
    expect(r.deliver(segment({ flags: ['FIN', 'ACK'], seq: 41, ack: 1, options }))).toHaveLength(1);
    expect(r.tcb.state).toBe('CLOSE-WAIT');
    const reset = opened('ESTABLISHED');
    reset.deliver(segment({ flags: ['RST'], seq: 1, options }));
    expect(reset.tcb.state).toBe('CLOSED');
  });

  test('MUST-6: unknown options are passed over by their length', () => {
    expect(read(30, 6, 1, 2, 3, 4, 253, 2, 2, 4, 0x02, 0x00)).toMatchObject({ options: { mss: 512 }, broken: false });
  });

  test.each([
    { name: 'zero', bytes: [254, 0, 2, 4, 5, 0xb4] },
    { name: 'one', bytes: [254, 1, 2, 4, 5, 0xb4] },
    { name: 'more than is left', bytes: [2, 40, 5, 0xb4] },
    { name: 'cut off', bytes: [1, 1, 1, 2] },
  ])('MUST-7: an illegal length ends the reading and harms nothing: $name', ({ bytes }) => {
    expect(read(...bytes)).toEqual({ options: {}, passedOver: [], broken: true });
  });

  test('MUST-64: options need not begin on word boundaries', () => {
    for (let nops = 0; nops < 8; nops++) {
      const before = Array<number>(nops).fill(1);
      expect(read(...before, 8, 10, 0, 0, 0, 5, 0, 0, 0, 6, 3, 3, 7).options).toEqual({
        timestamps: [5, 6],
        windowScale: 7,
      });
    }
  });
});

describe('options as they are sent', () => {
  const sets: SegmentOptions[] = [
    {},
    { mss: 1460 },
    { mss: 1460, windowScale: 7 },
    { mss: 1460, sackPermitted: true },
    { mss: 1460, sackPermitted: true, timestamps: [1, 0], windowScale: 7 },
    { timestamps: [1, 2] },
    { timestamps: [1, 2], sack: [[10, 20]] },
    { sack: [[10, 20], [30, 40], [50, 60]] }, // biome-ignore format: one line a set
  ];

  test('MUST-68: each option but the one-byte ones says its length', () => {
    for (const options of sets) {
      const bytes = optionBytes(options);
      let at = 0;
      let seen = 0;
      while (at < bytes.length) {
        if (bytes[at]! <= 1) at += 1;
        else {
          expect(bytes[at + 1]).toBeGreaterThanOrEqual(2);
          at += bytes[at + 1]!;
          seen += 1;
        }
      }
      expect([at, seen]).toEqual([bytes.length, Object.keys(options).length]);
    }
  });

  test('MUST-69: the header fills whole words, and behind the end of the list there are only zeros', () => {
    for (const options of sets) {
      const bytes = segmentBytes(
        segment({ flags: ['ACK'], seq: 1, ack: 1, len: 3, options }),
        v4.source,
        v4.destination,
      );
      const header = (bytes[12]! >> 4) * 4;
      expect(header).toBe(bytes.length - 3);
      let at = 20;
      while (at < header && bytes[at] !== 0) at += bytes[at] === 1 ? 1 : bytes[at + 1]!;
      expect([...bytes.subarray(at, header)].every((byte) => byte === 0)).toBe(true);
    }
  });
});

describe('the maximum segment size', () => {
  test('MUST-14: the MSS is announced on the SYN,ACK, and the peer’s is obeyed', () => {
    const r = opened('LISTEN', { mss: 1000 });
    const [synAck] = r.deliver(segment({ flags: ['SYN'], seq: 0, mss: 700 }));
    expect([short(synAck!), synAck!.options.mss]).toEqual(['S. 0:0(0) ack 1', 1000]);
    r.deliver(ack(1));
    expect(sends(r, 1500).map((s) => s.data.length)).toEqual([700, 700, 100]);
  });

  test('MUST-15: a peer without the MSS option is sent 536 bytes over IPv4', () => {
    const r = opened('LISTEN');
    r.deliver(segment({ flags: ['SYN'], seq: 0 }));
    r.deliver(ack(1));
    expect(sends(r, 1500).map((s) => s.data.length)).toEqual([536, 536, 428]);
  });

  test('MUST-15: a peer without the MSS option is sent 1220 bytes over IPv6', () => {
    const at = (host: 'client' | 'server', ms: number, call: Action['call']): Action => ({
      host,
      when: { kind: 'time', ms },
      afterMs: 0,
      call,
    });
    const forged = {
      from: 'client',
      origin: 'forged',
      afterMs: 0,
      len: 0,
      window: 30_000,
      urgent: 0,
      options: {},
    } as const;
    const largest = (addresses: readonly [string, string]) => {
      const trace = simulate(
        scenario({
          client: { address: addresses[0], mss: 1460 },
          server: { address: addresses[1], mss: 1460 },
          actions: [at('server', 0, { name: 'listen' }), at('server', 100, { name: 'send', bytes: 5000 })],
          // A peer that announces nothing, which an end of this simulator never is: the real client knows of nothing,
          // and its reset is lost.
          faults: [{ from: 'client', match: 'rst', nth: 1, effect: { kind: 'drop' } }],
          forgeries: [
            {
              ...forged,
              when: { kind: 'time', ms: 0 },
              flags: ['SYN'],
              seq: { kind: 'fixed', value: 500 },
              ack: { kind: 'fixed', value: 0 },
            },
            {
              ...forged,
              when: { kind: 'time', ms: 20 },
              flags: ['ACK'],
              seq: { kind: 'fixed', value: 501 },
              ack: { kind: 'variable', host: 'server', name: 'snd.nxt', plus: 0 },
            },
          ],
        }),
        'no option',
      );
      return Math.max(...trace.segments.filter((s) => s.from === 'server').map((s) => s.len));
    };
    expect(largest(['10.0.0.1', '10.0.0.2'])).toBe(536);
    expect(largest(['2001:db8::1', '2001:db8::2'])).toBe(1220);
  });

  test('MUST-16: what is sent is the smaller of the peer’s and what goes through here', () => {
    for (const [own, peers, effective] of [
      [1000, 1460, 1000],
      [1460, 1000, 1000],
      [300, 300, 300],
    ] as const) {
      // biome-ignore format: one line
      const r = opened('LISTEN', { mss: own });
      r.deliver(segment({ flags: ['SYN'], seq: 0, mss: peers }));
      r.deliver(ack(1));
      expect(sends(r, 2000)[0]!.data.length).toBe(effective);
    }
  });

  test('MUST-16: the options that a segment carries come off its data', () => {
    const r = opened('LISTEN', { mss: 1460, conventions: { timestamps: true } });
    r.deliver(segment({ flags: ['SYN'], seq: 0, options: { mss: 1460, timestamps: [1, 0] } }));
    r.deliver(segment({ flags: ['ACK'], seq: 1, ack: 1, options: { timestamps: [2, 0] } }));
    for (const sent of sends(r, 3000)) {
      expect(sent.options.timestamps).toBeDefined();
      expect(sent.data.length).toBeLessThanOrEqual(1460 - 12);
      expect(segmentBytes(sent, v4.source, v4.destination).length).toBeLessThanOrEqual(20 + 1460);
    }
    expect(r.tcb.snd.nxt).toBe(3001);
  });

  test('MUST-65: the MSS option is on no segment without SYN', () => {
    for (const sent of conversation()) expect(sent.options.mss !== undefined).toBe((sent.flags & 2) !== 0);
    const r = opened('ESTABLISHED');
    for (const sent of [...sends(r, 4000), ...r.deliver(data(101, 5)), ...expire(r).sent]) {
      expect(sent.options.mss).toBeUndefined();
    }
    expect(delivered(r)).toBe(0);
  });

  test('MUST-67: the largest MSS a scenario may announce fits an IP packet with both headers', () => {
    const announce = (mss: number) =>
      readScenario(`title: x\nclient: { mss: ${mss} }\nactions:\n  - { host: client, do: connect }\n`, 'x.yaml');
    const largest = announce(65_535 - 20 - 20);
    if (!largest.ok) throw new Error('refused');
    expect(simulate(largest.scenario, 'mss').segments[0]!.options.mss).toBe(65_495);
    expect(announce(65_496).ok).toBe(false);
  });

  test('SHLD-5: an MSS that is not the default is announced by every SYN, retransmissions too', () => {
    const trace = simulate(
      scenario({
        client: { mss: 900 },
        server: { mss: 1460 },
        actions: [
          { host: 'server', when: { kind: 'time', ms: 0 }, afterMs: 0, call: { name: 'listen' } },
          { host: 'client', when: { kind: 'time', ms: 0 }, afterMs: 0, call: { name: 'connect' } },
        ],
        faults: [{ from: 'server', match: 'syn-ack', nth: 1, effect: { kind: 'drop' } }],
      }),
      'mss',
    );
    const syns = trace.segments.filter((s) => s.flags.includes('SYN'));
    expect(syns.length).toBeGreaterThanOrEqual(3);
    for (const { from, options } of syns) expect(options.mss).toBe(from === 'client' ? 900 : 1460);
  });

  test('MAY-3: the MSS is announced when it is the default, too', () => {
    const r = opened('LISTEN', { mss: 536 });
    expect(r.deliver(segment({ flags: ['SYN'], seq: 0 })).map((s) => s.options.mss)).toEqual([536]);
  });
});
