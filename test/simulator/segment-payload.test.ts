import fc from 'fast-check';
import { expect, test } from 'vitest';
import { payload } from '../../src/simulator/payload.ts';
import { segmentPayloads } from '../../src/simulator/segment-payload.ts';
import { simulate } from '../../src/simulator/simulate.ts';
import type { TracedSegment } from '../../src/trace/trace.ts';
import { randomScenario } from './random-scenario.ts';

test('the bytes of the segments that arrive, put together by their numbers, are what the applications got', () => {
  fc.assert(
    fc.property(randomScenario, fc.string({ minLength: 1 }), (scenario, seed) => {
      const got = { client: [] as number[], server: [] as number[] };
      // A late copy of the SYN may open one more connection, which carries nothing.
      const trace = simulate(scenario, seed, { delivered: (host, _, data) => got[host].push(...data) });
      const payloadOf = segmentPayloads(trace);
      for (const [from, to] of [
        ['client', 'server'],
        ['server', 'client'],
      ] as const) {
        const stream = new Map<number, number>();
        for (const segment of trace.segments) {
          if (segment.from !== from || segment.fate !== 'delivered') continue;
          const bytes = payloadOf(segment);
          expect(bytes).toHaveLength(segment.len);
          for (const [i, byte] of bytes.entries()) {
            const number = (segment.seq + i) >>> 0;
            expect(stream.get(number) ?? byte).toBe(byte);
            stream.set(number, byte);
          }
        }
        const iss = trace.segments.find((s) => s.from === from && s.flags.includes('SYN'))?.seq ?? 0;
        expect(got[to]).toEqual(got[to].map((_, i) => stream.get((iss + 1 + i) >>> 0)));
      }
    }),
    { numRuns: 60 },
  );
});

const segment = (given: Partial<TracedSegment>): TracedSegment => ({
  n: 1,
  sentMs: 0,
  arrivedMs: null,
  from: 'client',
  flags: ['ACK'],
  seq: 0,
  ack: 0,
  len: 0,
  window: 0,
  urgent: 0,
  ecn: 0,
  options: {},
  fate: 'delivered',
  origin: 'tcp',
  repeats: null,
  connection: 1,
  ...given,
});

test('each connection has a stream of its own, and data may ride on a SYN', () => {
  const segments = [
    segment({ n: 1, flags: ['SYN'], seq: 4_294_967_294, len: 3 }),
    segment({ n: 2, seq: 2, len: 4 }),
    segment({ n: 3, flags: ['SYN'], seq: 500, connection: 2 }),
    segment({ n: 4, seq: 511, len: 4, connection: 2 }),
  ];
  const payloadOf = segmentPayloads({ segments });
  expect(segments.map(payloadOf)).toEqual([
    payload('client', 0, 3),
    payload('client', 3, 4),
    new Uint8Array(0),
    payload('client', 10, 4),
  ]);
});

test("a keep-alive octet below the stream is 0; forged data is the forger's", () => {
  const segments = [
    segment({ n: 1, flags: ['SYN'], seq: 500 }),
    segment({ n: 2, seq: 500, len: 1 }),
    segment({ n: 3, seq: 501, len: 2, origin: 'forged', connection: 0 }),
  ];
  const payloadOf = segmentPayloads({ segments });
  expect(segments.map(payloadOf)).toEqual([new Uint8Array(0), Uint8Array.of(0), Uint8Array.of(0x58, 0x58)]);
});
