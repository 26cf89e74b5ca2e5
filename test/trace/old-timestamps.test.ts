import { expect, test } from 'vitest';
import { oldTimestamps } from '../../src/trace/old-timestamps.ts';
import type { TracedSegment } from '../../src/trace/trace.ts';

const ONE = {
  sentMs: 0,
  arrivedMs: 0,
  seq: 0,
  ack: 0,
  len: 0,
  window: 0,
  urgent: 0,
  ecn: 0,
  fate: 'delivered',
} as const;

function old(...given: [TracedSegment['from'], TracedSegment['origin'], number | null][]): readonly (number | null)[] {
  const segments = given.map(
    ([from, origin, value], i): TracedSegment => ({
      ...ONE,
      n: i + 1,
      from,
      origin,
      flags: ['ACK'],
      options: value === null ? {} : { timestamps: [value, 0] },
      repeats: null,
      connection: 1,
    }),
  );
  return oldTimestamps({ segments });
}

test('says how much older a timestamp is than the newest of its side', () => {
  expect(old(['client', 'tcp', 900], ['server', 'tcp', 5], ['client', 'forged', 700], ['client', 'tcp', 901])).toEqual([
    null,
    null,
    200,
    null,
  ]);
});

test('counts modulo 2^32, and not what a forger sends ahead of its time', () => {
  expect(old(['client', 'tcp', 4_294_967_290], ['client', 'tcp', 4], ['client', 'copy', 4_294_967_295])).toEqual([
    null,
    null,
    5,
  ]);
  expect(old(['client', 'tcp', 10], ['client', 'forged', 99], ['client', 'tcp', 20], ['client', 'tcp', null])).toEqual([
    null,
    null,
    null,
    null,
  ]);
});
