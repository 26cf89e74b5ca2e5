import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { openActive, openPassive } from '../../src/tcp/calls/open.ts';
import { offerWindow, receive } from '../../src/tcp/calls/receive.ts';
import { send } from '../../src/tcp/calls/send.ts';
import { shiftFor } from '../../src/tcp/receiving/receive-window.ts';
import { ACK, type Segment, SYN } from '../../src/tcp/segment.ts';
import { seqDistance } from '../../src/tcp/sequence.ts';
import { receiveWindow } from '../../src/tcp/tcb.ts';
import { timeout } from '../../src/tcp/timeouts.ts';
import { type Rig, rig, segment } from './opened.ts';

const LARGEST_BUFFER = 65_535 * 2 ** 14;

type Given = Parameters<typeof rig>[0];

/** ESTABLISHED by a passive open whose peer offered `windowScale`; both ISNs are 0. */
function scaled(given: Given & { peerShift?: number; window?: number }): Rig {
  const r = rig({ ...given, conventions: { windowScaling: true, ...given.conventions } });
  openPassive(r.tcb);
  r.deliver(segment({ flags: ['SYN'], window: 1000, options: { mss: 1460, windowScale: given.peerShift ?? 0 } }));
  r.deliver(segment({ flags: ['ACK'], seq: 1, ack: 1, window: given.window ?? 30_000 }));
  expect(r.tcb.state).toBe('ESTABLISHED');
  return r;
}

const data = (seq: number, len: number) => segment({ flags: ['ACK'], seq, ack: 1, len });

test('the shift is the smallest with which the buffer fits, 14 at most (RFC 7323 §2.3)', () => {
  expect([0, 65_535, 65_536, 131_071, 131_072, 2 ** 20, LARGEST_BUFFER].map(shiftFor)).toEqual([0, 0, 1, 1, 2, 5, 14]);
  expect(shiftFor(2 ** 31 - 1)).toBe(14);
});

describe('the window of a SYN is never scaled (RFC 7323 §2.2)', () => {
  test('of ours', () => {
    const r = rig({ conventions: { windowScaling: true }, receiveBuffer: 1_000_000 });
    const [syn] = r.call((tcb) => openActive(tcb, 0));
    expect(syn).toMatchObject({ window: 65_535, options: { windowScale: 4 } });
    const [ack] = r.deliver(segment({ flags: ['SYN', 'ACK'], ack: 1, window: 500, options: { windowScale: 7 } }));
    expect(ack?.window).toBe(1_000_000 / 16);
    expect(r.tcb.snd.wnd).toBe(500);
  });

  test('of a SYN,ACK, also in a simultaneous open', () => {
    const r = rig({ conventions: { windowScaling: true }, receiveBuffer: 1_000_000 });
    r.call((tcb) => openActive(tcb, 0));
    const [synAck] = r.deliver(segment({ flags: ['SYN'], window: 400, options: { windowScale: 7 } }));
    expect(synAck).toMatchObject({ window: 65_535, options: { windowScale: 4 } });
    expect(r.tcb.snd.wnd).toBe(400);
    r.deliver(segment({ flags: ['SYN', 'ACK'], ack: 1, window: 500, options: { windowScale: 7 } }));
    expect(r.tcb.state).toBe('ESTABLISHED');
    expect(r.tcb.snd.wnd).toBe(500);
    r.deliver(segment({ flags: ['ACK'], seq: 1, ack: 1, window: 500 }));
    expect(r.tcb.snd.wnd).toBe(500 * 128);
  });
});

test('as long as our SYN,ACK may go again, an ACK offers no more than it can (found by random runs)', () => {
  const r = rig({ conventions: { windowScaling: true }, receiveBuffer: 1_000_000 });
  openPassive(r.tcb);
  const syn = segment({ flags: ['SYN'], options: { windowScale: 0 } });
  r.deliver(syn);
  const [ack] = r.deliver(syn); // the repeated SYN is answered with an ACK
  expect(ack).toMatchObject({ flags: ACK, window: Math.floor(65_535 / 16) });
  const [synAck] = r.call((tcb) => timeout(tcb, 'retransmission', 1000), 1000);
  expect(synAck).toMatchObject({ flags: SYN | ACK, window: 65_535 });
});

test('a shift over 14 is taken for 14, and noted (RFC 7323 §2.3)', () => {
  const r = rig({ conventions: { windowScaling: true } });
  openPassive(r.tcb);
  r.deliver(segment({ flags: ['SYN'], options: { windowScale: 15 } }));
  expect(r.tcb.notes).toContain('window-scale-capped');
  r.deliver(segment({ flags: ['ACK'], seq: 1, ack: 1, window: 65_535 }));
  expect(r.tcb.snd.wnd).toBe(LARGEST_BUFFER);
  r.deliver(segment({ flags: ['ACK'], seq: 1, ack: 1, window: 0 }));
  expect(r.tcb.snd.wnd).toBe(0);
});

test('a duplicate ACK has the same window, scaled (RFC 5681 §2)', () => {
  const r = scaled({ peerShift: 3, window: 5000 });
  r.call((tcb) => send(tcb, new Uint8Array(1460), 0));
  r.deliver(segment({ flags: ['ACK'], seq: 1, ack: 1, window: 5000 }));
  expect(r.tcb.notes).toContain('ack-duplicate');
  r.deliver(segment({ flags: ['ACK'], seq: 1, ack: 1, window: 5001 }));
  expect(r.tcb.notes).not.toContain('ack-duplicate');
});

test('without the peer’s offer a large buffer is told as 65535, and is there all the same', () => {
  const r = rig({ conventions: { windowScaling: true }, receiveBuffer: 200_000 });
  openPassive(r.tcb);
  const [synAck] = r.deliver(segment({ flags: ['SYN'], options: { mss: 1460 } }));
  expect(synAck).toMatchObject({ window: 65_535, options: { mss: 1460 } });
  r.deliver(segment({ flags: ['ACK'], seq: 1, ack: 1 }));
  for (let i = 0; i < 10; i++) r.deliver(data(1 + 1460 * i, 1460));
  expect(receiveWindow(r.tcb)).toBe(65_535);
});

describe('a window that is no multiple of 2^shift', () => {
  const buffer = 80_000; // shift 1
  const told = (sent: Segment[]) => sent.at(-1)?.window;

  test('is told rounded down: the edge told may go back by less than 2^shift (RFC 7323 §2.4)', () => {
    const r = scaled({ receiveBuffer: buffer, conventions: { delayedAckMs: null } });
    expect(told(r.deliver(data(1, 1000)))).toBe(39_500);
    expect(told(r.deliver(data(1001, 1)))).toBe(39_499); // of 78,999 bytes 78,998 are told
    expect(receiveWindow(r.tcb)).toBe(78_999);
  });

  test('is told rounded up by convention, which offers a byte more', () => {
    const r = scaled({ receiveBuffer: buffer, conventions: { delayedAckMs: null, windowRounding: 'up' } });
    expect(told(r.deliver(data(1, 1001)))).toBe(39_500);
    expect(receiveWindow(r.tcb)).toBe(79_000);
    // Once: the buffer is overdrawn by less than 2^shift, however many segments come.
    expect(told(r.deliver(data(1002, 1)))).toBe(39_499);
    expect(receiveWindow(r.tcb)).toBe(78_999);
    expect(told(r.deliver(data(1003, 1)))).toBe(39_499);
  });

  test('below 2^shift is told as zero, and is honoured all the same', () => {
    const r = scaled({ receiveBuffer: 10_000_000, conventions: { delayedAckMs: null } }); // shift 8
    r.deliver(data(1, 1));
    const edge = r.tcb.rcv.edge;
    let seq = 2;
    for (; edge - seq > 1460 + 100; seq += 1460) r.deliver(data(seq, 1460));
    expect(told(r.deliver(data(seq, edge - seq - 100)))).toBe(0);
    expect(receiveWindow(r.tcb)).toBe(100);
    r.deliver(data(edge - 100, 100));
    expect(r.tcb.rcv.nxt).toBe(edge);
    // Read: the window opens as soon as a step can be told.
    const [update] = r.call((tcb) => {
      receive(tcb, 2000);
      offerWindow(tcb);
    });
    expect(update?.window).toBe(Math.floor((10_000_000 - (edge - 1) + 2000) / 256));
  });

  test('told as zero it opens as soon as 2^shift bytes are free, though little was missing', () => {
    const r = scaled({ receiveBuffer: LARGEST_BUFFER, conventions: { delayedAckMs: null } });
    const unit = 2 ** 14;
    r.deliver(data(1, 1));
    r.tcb.rcv.unreadBytes = LARGEST_BUFFER - unit;
    r.tcb.rcv.edge = r.tcb.rcv.nxt + unit - 1;
    const [update] = r.call(offerWindow);
    expect(update?.window).toBe(1);
    expect(receiveWindow(r.tcb)).toBe(unit);
  });

  test('of a peer, told as zero, refuses nothing: the ACK carries SND.NXT and nothing is sent again when it opens', () => {
    const r = scaled({ peerShift: 10, window: 2, conventions: { delayedAckMs: null } });
    r.call((tcb) => send(tcb, new Uint8Array(3000), 0));
    expect(r.tcb.snd.nxt).toBe(1461);
    r.deliver(segment({ flags: ['ACK'], seq: 1, ack: 1201, window: 0 })); // 848 bytes are left of what was offered
    expect(r.tcb.snd).toMatchObject({ wnd: 0, edge: 2049 });
    const [ack] = r.deliver(segment({ flags: ['ACK'], seq: 1, ack: 1201, window: 0, len: 10 }));
    expect(ack?.seq).toBe(1461);
    const sent = r.deliver(segment({ flags: ['ACK'], seq: 11, ack: 1201, window: 50 }));
    expect(sent.map(({ seq }) => seq)).toEqual([1461, 2921]);
  });
});

/**
 * A receiver under random arrivals and reads. The peer keeps to the furthest edge it was ever told, as RFC 7323 §2.4
 * lets it.
 */
describe('whatever arrives and is read', () => {
  const step = fc.oneof(
    fc.record({ kind: fc.constant('data' as const), share: fc.double({ min: 0, max: 1, noNaN: true }) }),
    fc.record({ kind: fc.constant('gap' as const), skip: fc.nat(3000) }),
    fc.record({ kind: fc.constant('read' as const), bytes: fc.nat(200_000) }),
  );
  const receiver = fc.record({
    receiveBuffer: fc.oneof(
      fc.integer({ min: 1, max: 100 }),
      fc.integer({ min: 1000, max: 70_000 }),
      fc.integer({ min: 65_536, max: 300_000 }),
    ),
    mss: fc.integer({ min: 1, max: 9000 }),
    windowRounding: fc.constantFrom('down', 'up') as fc.Arbitrary<'down' | 'up'>,
    steps: fc.array(step, { maxLength: 60 }),
  });

  test('the edge told stays true, within the buffer, never moves by a silly step, and never stands still for good', () => {
    fc.assert(
      fc.property(receiver, ({ receiveBuffer, mss, windowRounding, steps }) => {
        const r = scaled({ receiveBuffer, mss, conventions: { windowRounding, delayedAckMs: null } });
        const { tcb } = r;
        const unit = 2 ** tcb.rcv.shift;
        const smallest = Math.min(mss, Math.ceil(receiveBuffer / 2));
        let furthest = 1 + Math.min(65_535, receiveBuffer);
        let last = furthest;
        let readBytes = 0;
        const check = (sent: readonly Segment[]) => {
          for (const { ack, window } of sent) {
            const edge = ack + window * unit;
            expect(furthest - edge).toBeLessThan(unit); // §2.4: back by less than a unit of the scale
            expect(edge - 1 - readBytes).toBeLessThan(receiveBuffer + (windowRounding === 'up' ? unit : 1));
            // A step worth sending into (RFC 9293 §3.8.6.2.2), but for the rounding now and before.
            expect(edge - last > smallest - unit || edge - last < 2 * unit).toBe(true);
            furthest = Math.max(furthest, edge);
            last = edge;
          }
          // All that was ever offered is taken.
          expect(seqDistance(tcb.rcv.nxt, tcb.rcv.edge)).toBeGreaterThanOrEqual(furthest - tcb.rcv.nxt);
        };
        const read = (bytes: number) =>
          r.call((t) => {
            const received = receive(t, bytes);
            if (received.kind === 'data') readBytes += received.parts.reduce((sum, part) => sum + part.length, 0);
            offerWindow(t);
          });
        for (const s of steps) {
          const room = furthest - tcb.rcv.nxt;
          if (s.kind === 'read') check(read(s.bytes));
          else if (s.kind === 'data' && room > 0) {
            const before = tcb.rcv.nxt;
            const len = Math.max(1, Math.floor(s.share * Math.min(room, 3 * mss)));
            check(r.deliver(data(before, len)));
            expect(tcb.rcv.nxt).toBeGreaterThanOrEqual(before + len);
          } else if (s.kind === 'gap' && room > s.skip + 1) check(r.deliver(data(tcb.rcv.nxt + s.skip + 1, 1)));
        }
        check(read(Number.MAX_SAFE_INTEGER));
        check(r.deliver(data(tcb.rcv.nxt - 1, 1))); // an old duplicate: the ACK tells the window as it is
        expect(last - tcb.rcv.nxt).toBeGreaterThan(Math.min(receiveBuffer, 65_535 * unit) - smallest - unit);
      }),
      { numRuns: 500 },
    );
  });
});
