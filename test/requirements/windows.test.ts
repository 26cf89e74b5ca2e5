import { describe, expect, test } from 'vitest';
import { simulate } from '../../src/simulator/simulate.ts';
import { offerWindow, receive } from '../../src/tcp/calls/receive.ts';
import { setReceiveBuffer } from '../../src/tcp/calls/receive-buffer.ts';
import type { Conventions } from '../../src/tcp/conventions.ts';
import { scenario } from '../simulator/short.ts';
import { opened, type Rig, segment, short } from '../tcp/opened.ts';
import { ack, data, delivered, ending, expire, runUntil, sends } from './endpoint.ts';

/* RFC 9293 §3.1, §3.4 and §3.8.6. */

const HOUR = 3_600_000;

/** The most bytes the client has in flight at once while it sends `bytes` to a server with this window. */
function mostInFlight(bytes: number, window: number, conventions = {}): number {
  const trace = simulate(
    scenario({
      server: { window },
      conventions,
      network: { delayMs: 100, loss: 0, duplicate: 0, reorder: 0, reorderMs: 0, mark: 0 },
      actions: [
        { host: 'server', when: { kind: 'time', ms: 0 }, afterMs: 0, call: { name: 'listen' } },
        { host: 'client', when: { kind: 'time', ms: 0 }, afterMs: 0, call: { name: 'connect' } },
        { host: 'client', when: { kind: 'time', ms: 300 }, afterMs: 0, call: { name: 'send', bytes } },
      ],
    }),
    'windows',
  );
  expect(trace.final.server.receivedBytes).toBe(bytes);
  return trace.events.reduce((most, e) => {
    if (e.kind !== 'send' || e.host !== 'client' || e.after === null) return most;
    return Math.max(most, (e.after.sndNxt - e.after.sndUna) >>> 0);
  }, 0);
}

test('MUST-1: a window field above 32767 is a large window, not a negative one', () => {
  expect(mostInFlight(500_000, 65_535)).toBeGreaterThan(65_535 - 1460);
});

test('REC-1: a scaled window of more than 16 bits is kept whole, and used', () => {
  const most = mostInFlight(3_000_000, 1_000_000, { windowScaling: true });
  expect(most).toBeGreaterThan(900_000);
  expect(most).toBeLessThanOrEqual(1_000_000);
});

/** A connection with 3 segments of 1000 bytes in flight. */
function threeInFlight(): Rig {
  const r = opened('ESTABLISHED', { mss: 1000 });
  expect(sends(r, 3000)).toHaveLength(3);
  return r;
}

describe('a window that shrinks', () => {
  test('MUST-34: a window that shrinks below what is in flight leaves the connection alive', () => {
    const r = threeInFlight();
    r.deliver(ack(1, 500));
    expect(expire(r).sent.map(short)).toEqual(['. 1:1001(1000) ack 1']);
    r.deliver(ack(3001, 500), 1100);
    r.deliver(ack(3001, 30_000), 1200);
    expect(sends(r, 700, 1300).map(short)).toEqual(['P. 3001:3701(700) ack 1']);
  });

  test('MUST-35: a window that shrinks to zero is probed until it opens', () => {
    const r = threeInFlight();
    r.deliver(ack(1, 0));
    const probes = runUntil(r, 10_000);
    expect(probes.length).toBeGreaterThanOrEqual(3);
    for (const { segment: probe } of probes) expect([probe.seq, probe.data.length > 0]).toEqual([1, true]);
    expect(r.tcb.state).toBe('ESTABLISHED');
  });

  test('SHLD-14: the right edge of the window offered never goes back, whether the user reads or not', () => {
    const r = opened('ESTABLISHED', { receiveBuffer: 8000, mss: 1000, conventions: { delayedAckMs: null } });
    let edge = 1 + 8000;
    let next = 1;
    for (let n = 0; n < 60; n++) {
      const length = Math.min(1 + ((n * 397) % 1000), Math.max(0, edge - next));
      const told = [...r.deliver(data(next, length))];
      next += length;
      receive(r.tcb, (n * 631) % 900);
      told.push(...r.call((tcb) => offerWindow(tcb)));
      for (const { ack: number, window } of told) {
        expect(number + window).toBeGreaterThanOrEqual(edge);
        edge = number + window;
      }
    }
    expect(edge).toBeGreaterThan(20_000);
  });

  test('SHLD-14: it does not go back where the user takes a smaller receive buffer', () => {
    const r = opened('ESTABLISHED', { receiveBuffer: 8000, mss: 1000, conventions: { delayedAckMs: null } });
    expect(r.call((tcb) => setReceiveBuffer(tcb, 1500))).toEqual([]);
    const edges: number[] = [];
    for (let next = 1; next < 8001; next += 1000) {
      for (const told of r.deliver(data(next, 1000))) edges.push(told.ack + told.window);
    }
    // All that was offered is taken, and the window is shut.
    expect(edges).toEqual(Array(8).fill(8001));
    // What is read first makes up for the buffer that is no more.
    receive(r.tcb, 6000);
    expect(r.call((tcb) => offerWindow(tcb))).toEqual([]);
    receive(r.tcb, 2000);
    expect(r.call((tcb) => offerWindow(tcb)).map(({ ack: number, window }) => number + window)).toEqual([8001 + 1500]);
  });

  test('SHLD-15: a window that shrinks lets no new data out', () => {
    const r = threeInFlight();
    r.deliver(ack(1, 500));
    expect(sends(r, 4000)).toEqual([]);
    r.deliver(ack(1001, 500));
    expect(runUntil(r, 8000).every(({ segment: sent }) => sent.seq < 3001)).toBe(true);
  });

  test('SHLD-16: data inside a window that shrank is retransmitted as ever', () => {
    const r = threeInFlight();
    r.deliver(ack(1, 1000));
    const { at, sent } = expire(r);
    expect([at, sent.map(short)]).toEqual([1000, ['. 1:1001(1000) ack 1']]);
  });

  test('MAY-7: a segment partly beyond a window that shrank is retransmitted whole', () => {
    const r = threeInFlight();
    r.deliver(ack(1, 100));
    expect(expire(r).sent.map(short)).toEqual(['. 1:1001(1000) ack 1']);
  });

  test('SHLD-17: data beyond the edge does not time the connection out as long as the peer answers', () => {
    const r = threeInFlight();
    let now = 0;
    r.deliver(ack(1, 0));
    while (now < HOUR) {
      now = expire(r).at;
      r.deliver(ack(1, 0), now + 20);
    }
    expect([r.tcb.state, ending(r)]).toEqual(['ESTABLISHED', null]);
  });
});

describe('a window of zero', () => {
  /** A connection whose peer has shut its window, with 300 bytes waiting since 0. */
  function shut(conventions: Partial<Conventions> = {}): Rig {
    const r = opened('ESTABLISHED', { conventions });
    r.deliver(ack(1, 0));
    expect(sends(r, 300)).toEqual([]);
    return r;
  }

  test('MUST-36: a zero window is probed with an octet of new data, which opens it when it is taken', () => {
    const r = shut();
    const { at, sent } = expire(r);
    expect(sent.map(short)).toEqual(['. 1:2(1) ack 1']);
    expect(r.deliver(ack(2, 1000), at + 20).map(short)).toEqual(['P. 2:301(299) ack 1']);
  });

  test('SHLD-29: a zero window is probed first after it has stood for one retransmission timeout', () => {
    expect(expire(shut()).at).toBe(1000);
    // An RTO of 3 s, measured from a slow answer.
    const r = opened('ESTABLISHED', { conventions: { initialRtoMs: 1000 } });
    sends(r, 10);
    r.deliver(ack(11), 900);
    r.deliver(ack(11, 0), 900);
    const rto = r.tcb.rto.rtoMs;
    expect(rto).toBeGreaterThan(1000);
    sends(r, 300, 1000);
    expect(expire(r).at).toBe(1000 + rto);
  });

  test.each([{ zeroWindowProbe: 'byte' as const }, { zeroWindowProbe: 'empty' as const }])(
    'SHLD-30: a zero window is probed at intervals that double: $zeroWindowProbe',
    (conventions) => {
      const r = shut(conventions);
      const times: number[] = [];
      for (let n = 0; n < 6; n++) {
        const { at, sent } = expire(r);
        expect(sent).toHaveLength(1);
        times.push(at);
        r.deliver(ack(1, 0), at + 20);
      }
      const gaps = times.slice(1).map((at, n) => at - times[n]!);
      for (const [n, gap] of gaps.slice(2).entries()) expect(gap).toBeCloseTo(2 * gaps[n + 1]!, 6);
      expect(gaps.at(-1)).toBeGreaterThanOrEqual(16_000);
    },
  );

  test('MUST-37: a zero window may stay for as long as the peer answers the probes', () => {
    const r = shut();
    let now = 0;
    while (now < 24 * HOUR) {
      now = expire(r).at;
      r.deliver(ack(1, 0), now + 20);
    }
    expect(r.deliver(ack(1, 1000), now + 30).at(-1)?.flags).toBeDefined();
    expect(r.tcb.snd.nxt).toBe(301);
  });

  test('MAY-8: a user that never reads leaves the window shut, and each probe is answered', () => {
    const r = opened('ESTABLISHED', { receiveBuffer: 1000, conventions: { delayedAckMs: null } });
    expect(r.deliver(data(1, 1000)).map((s) => [s.ack, s.window])).toEqual([[1001, 0]]);
    for (let n = 1; n < 50; n++) {
      expect(r.deliver(data(1001, 1), n * 60_000).map((s) => [s.ack, s.window])).toEqual([[1001, 0]]);
    }
    expect([r.tcb.state, delivered(r)]).toEqual(['ESTABLISHED', 1000]);
  });

  test.each([
    { len: 0, name: 'empty' },
    { len: 10, name: 'with text' },
  ])('MUST-66: a window of zero does not keep a reset out: $name', ({ len }) => {
    const r = opened('ESTABLISHED', { receiveBuffer: 1000 });
    r.deliver(data(1, 1000));
    expect(r.tcb.state).toBe('ESTABLISHED');
    expect(r.deliver(segment({ flags: ['RST'], seq: 1001, len }))).toEqual([]);
    expect([r.tcb.state, ending(r)]).toEqual(['CLOSED', 'reset']);
  });
});
