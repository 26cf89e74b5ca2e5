import { expect, test } from 'vitest';
import { shownWindows } from '../../src/trace/shown-windows.ts';
import type { TracedSegment } from '../../src/trace/trace.ts';

const base: TracedSegment = {
  n: 1,
  sentMs: 0,
  arrivedMs: 0,
  from: 'client',
  flags: ['ACK'],
  seq: 0,
  ack: 0,
  len: 0,
  window: 1000,
  urgent: 0,
  ecn: 0,
  options: {},
  fate: 'delivered',
  origin: 'tcp',
  repeats: null,
  connection: 1,
};

function windows(...given: Partial<TracedSegment>[]): readonly (number | null)[] {
  return shownWindows({ segments: given.map((one, index) => ({ ...base, ...one, n: index + 1 })) });
}

test('only a window that is shut, and the first one open after it, each side for itself', () => {
  expect(
    windows(
      { window: 1000 },
      { from: 'server', window: 0 },
      { window: 900 },
      { from: 'server', window: 0 },
      { from: 'server', window: 400 },
      { from: 'server', window: 500 },
    ),
  ).toEqual([null, 0, null, 0, 400, null]);
});

test("a reset's and a forger's window is nobody's", () => {
  expect(windows({ flags: ['RST'], window: 0 }, { origin: 'forged', window: 0 }, { window: 10 })).toEqual([
    null,
    null,
    null,
  ]);
});

// RFC 7323 §2.2: the field of a segment without SYN is shifted left by the sender's own shift count.
test('in bytes: scaled by the shift of its sender once both SYNs had the option, at most 14', () => {
  const syn = (scale: number) => ({ flags: ['SYN' as const], options: { windowScale: scale }, window: 500 });
  const synAck = (options: object) => ({ from: 'server' as const, flags: ['SYN' as const, 'ACK' as const], options });
  const shut = { from: 'server' as const, window: 0 };
  const open = { from: 'server' as const, window: 100 };
  expect(windows(syn(2), synAck({ windowScale: 7 }), shut, open).slice(2)).toEqual([0, 12_800]);
  expect(windows(syn(2), synAck({}), shut, open).slice(2)).toEqual([0, 100]);
  expect(windows(syn(2), synAck({ windowScale: 20 }), shut, open).slice(2)).toEqual([0, 1_638_400]);
  // The SYN's own window is never scaled, not even when it is the first open one.
  expect(windows({ ...syn(2), window: 0 }, { ...syn(2), window: 9 })).toEqual([0, null]);
});
