import { describe, expect, test } from 'vitest';
import { send } from '../../../src/tcp/calls/send.ts';
import { type Rig, rig, segment } from '../opened.ts';

/** A receiver that waits for `next`, with SACK in use; `window` is what it offers. */
function receiver(next: number, options: { dsack?: boolean; timestamps?: boolean; mss?: number } = {}): Rig {
  const { dsack = false, timestamps = false, mss = 1460 } = options;
  const r = rig({ mss, conventions: { sack: true, dsack, timestamps, delayedAckMs: null } });
  r.tcb.state = 'LISTEN';
  r.tcb.opened = 'passive';
  const stamps = timestamps ? { timestamps: [1, 0] as const } : {};
  r.deliver(segment({ flags: ['SYN'], seq: next - 1, options: { mss, sackPermitted: true, ...stamps } }));
  r.deliver(segment({ flags: ['ACK'], seq: next, ack: 1, options: stamps }));
  return r;
}

/** Data from..to arrives; the answer as 'ack sackblocks', the way the examples are printed. */
function arrives(r: Rig, from: number, to: number, stamp?: number): string {
  const options = stamp === undefined ? {} : { timestamps: [stamp, 0] as const };
  const [answer] = r.deliver(segment({ flags: ['ACK'], seq: from, ack: 1, len: to - from, options }));
  if (answer === undefined) return 'nothing';
  return [answer.ack, ...(answer.options.sack ?? []).map(([start, end]) => `${start}-${end}`)].join(' ');
}

// The numbers of RFC 2018 §7: left window edge 5000, eight segments of 500 bytes.
describe('the examples of RFC 2018 §7', () => {
  test('case 1: the last four are lost: no option', () => {
    const r = receiver(5000);
    expect([5000, 5500, 6000, 6500].map((seq) => arrives(r, seq, seq + 500))).toEqual(['5500', '6000', '6500', '7000']);
  });

  test('case 2: the first is lost: one block that grows', () => {
    const r = receiver(5000);
    expect([5500, 6000, 6500, 7000, 7500, 8000, 8500].map((seq) => arrives(r, seq, seq + 500))).toEqual([
      '5000 5500-6000',
      '5000 5500-6500',
      '5000 5500-7000',
      '5000 5500-7500',
      '5000 5500-8000',
      '5000 5500-8500',
      '5000 5500-9000',
    ]);
  });

  test('case 3: every second is lost: the newest block first, then those told before', () => {
    const r = receiver(5000);
    expect([5000, 6000, 7000, 8000].map((seq) => arrives(r, seq, seq + 500))).toEqual([
      '5500',
      '5500 6000-6500',
      '5500 7000-7500 6000-6500',
      '5500 8000-8500 7000-7500 6000-6500',
    ]);
    // The fourth comes late, then the second.
    expect(arrives(r, 6500, 7000)).toBe('5500 6000-7500 8000-8500');
    expect(arrives(r, 5500, 6000)).toBe('7500 8000-8500');
  });
});

test('the newest block grows into one told before: it is told once (RFC 2018 §4: no subset of a block included)', () => {
  const r = receiver(5000);
  arrives(r, 6000, 6500);
  expect(arrives(r, 7000, 7500)).toBe('5000 7000-7500 6000-6500');
  expect(arrives(r, 6500, 7000)).toBe('5000 6000-7500');
  expect(arrives(r, 8000, 8500)).toBe('5000 8000-8500 6000-7500');
});

// The numbers of RFC 2883 §4.
describe('duplicates reported (RFC 2883 §4)', () => {
  test('§4.1: a segment that was acknowledged before', () => {
    const r = receiver(3000, { dsack: true });
    arrives(r, 3000, 3500);
    arrives(r, 3500, 4000);
    expect(arrives(r, 3000, 3500)).toBe('4000 3000-3500');
    expect(arrives(r, 4000, 4500)).toBe('4500');
  });

  test('a duplicate, with another segment held above a gap', () => {
    const r = receiver(3000, { dsack: true });
    arrives(r, 3000, 3500);
    expect(arrives(r, 4000, 4500)).toBe('3500 4000-4500');
    expect(arrives(r, 3000, 3500)).toBe('3500 3000-3500 4000-4500');
  });

  test('a duplicate of a segment held above a gap: the block it lies in follows', () => {
    const r = receiver(3500, { dsack: true });
    arrives(r, 3500, 4000);
    arrives(r, 4500, 5000);
    expect(arrives(r, 5000, 5500)).toBe('4000 4500-5500');
    expect(arrives(r, 5000, 5500)).toBe('4000 5000-5500 4500-5500');
    expect(arrives(r, 6000, 6500)).toBe('4000 6000-6500 4500-5500');
  });

  test('§4.2: part of a segment is a duplicate', () => {
    const r = receiver(500, { dsack: true });
    arrives(r, 500, 1000);
    expect(arrives(r, 2000, 2500)).toBe('1000 2000-2500');
    // One segment fills the gap; the first of its two halves then comes by itself, late.
    expect(arrives(r, 1000, 2000)).toBe('2500');
    expect(arrives(r, 1000, 1500)).toBe('2500 1000-1500');
    expect(arrives(r, 2000, 3000)).toBe('3000 2000-2500');
  });

  test('of the most recent packet only: what an ACK on data had no room for is not told later (rule 1)', () => {
    const r = receiver(3000, { dsack: true, mss: 9 });
    arrives(r, 3009, 3018);
    r.tcb.queue.append(new Uint8Array(9));
    const again = segment({ flags: ['ACK'], seq: 3009, ack: 1, len: 9 });
    expect(r.deliver(again)).toMatchObject([{ data: new Uint8Array(9), options: {} }]);
    expect(arrives(r, 3018, 3027)).toBe('3000 3009-3027');
  });

  test('by the convention alone', () => {
    const r = receiver(3000);
    arrives(r, 3000, 3500);
    expect(arrives(r, 3000, 3500)).toBe('3500');
  });
});

describe('the room for blocks (RFC 2018 §3)', () => {
  const holes = (r: Rig, stamped: boolean) =>
    [2000, 3000, 4000, 5000, 6000, 7000].map((seq) => arrives(r, seq, seq + 100, stamped ? 1 : undefined));

  test('four, the newest', () => {
    expect(holes(receiver(1000), false).at(-1)).toBe('1000 7000-7100 6000-6100 5000-5100 4000-4100');
  });

  test('three beside timestamps', () => {
    expect(holes(receiver(1000, { timestamps: true }), true).at(-1)).toBe('1000 7000-7100 6000-6100 5000-5100');
  });

  test('on data they take their room from it (RFC 9293 §3.7.1, MUST-16)', () => {
    const r = receiver(1000, { mss: 500 });
    arrives(r, 2000, 2100);
    const sent = r.call((tcb) => send(tcb, new Uint8Array(1000), 0));
    expect(sent.map((s) => [s.data.length, s.options.sack?.length])).toEqual([
      [488, 1],
      [488, 1],
      [24, 1],
    ]);
  });

  test('a peer that did not permit them gets none (§2)', () => {
    const r = rig({ conventions: { sack: true, dsack: true, delayedAckMs: null } });
    r.tcb.state = 'LISTEN';
    r.deliver(segment({ flags: ['SYN'], seq: 999, mss: 1460 }));
    r.deliver(segment({ flags: ['ACK'], seq: 1000, ack: 1 }));
    expect(arrives(r, 2000, 2100)).toBe('1000');
    expect(arrives(r, 500, 600)).toBe('1000');
  });
});
