import { describe, expect, test } from 'vitest';
import type { Action } from '../../src/simulator/scenario.ts';
import { simulate } from '../../src/simulator/simulate.ts';
import { PROFILES } from '../../src/tcp/conventions.ts';
import { scenario } from '../simulator/short.ts';
import { opened, segment, short } from '../tcp/opened.ts';
import { ack, expire, runUntil, sends } from './endpoint.ts';

/* RFC 9293 §3.7.4 and §3.9.1.2. */

describe('Nagle’s algorithm', () => {
  test('SHLD-7: short segments wait while anything is unacknowledged; a full-sized one does not', () => {
    const r = opened('ESTABLISHED', { mss: 1000, conventions: { nagle: true } });
    expect(sends(r, 10).map(short)).toEqual(['P. 1:11(10) ack 1']);
    expect(sends(r, 10)).toEqual([]);
    expect(sends(r, 500)).toEqual([]);
    expect(sends(r, 700).map(short)).toEqual(['. 11:1011(1000) ack 1']);
    expect(r.deliver(ack(11))).toEqual([]); // 1000 bytes are still out
    expect(r.deliver(ack(1011)).map(short)).toEqual(['P. 1011:1221(210) ack 1']);
    expect(PROFILES.rfc.nagle && PROFILES.linux.nagle).toBe(true);
  });

  test('MUST-17: each end of a connection can turn it off for itself', () => {
    const smallWrites = (nagle: boolean) => {
      const at = (host: Action['host'], ms: number, call: Action['call']): Action => ({
        host,
        when: { kind: 'time', ms },
        afterMs: 0,
        call,
      });
      const write = { name: 'send', bytes: 7 } as const;
      const trace = simulate(
        scenario({
          client: { nagle },
          server: { nagle: !nagle },
          actions: [
            at('server', 0, { name: 'listen' }),
            at('client', 0, { name: 'connect' }),
            ...[100, 101, 102].flatMap((ms) => [at('client', ms, write), at('server', ms, write)]),
          ],
        }),
        'nagle',
      );
      const count = (from: string) => trace.segments.filter((s) => s.from === from && s.len > 0).length;
      return [count('client'), count('server')];
    };
    expect(smallWrites(true)).toEqual([2, 3]);
    expect(smallWrites(false)).toEqual([3, 2]);
  });
});

describe('without a PUSH flag on SEND', () => {
  test('MUST-60: no data waits for ever: with nothing outstanding even one byte goes at once', () => {
    const r = opened('ESTABLISHED', { conventions: { nagle: true } });
    expect(sends(r, 1)).toHaveLength(1);
    // Held back by Nagle, then by a window too small to be worth it: the ACK frees the one, the override timer the other.
    sends(r, 1);
    expect(r.deliver(ack(2, 0))).toEqual([]);
    expect(runUntil(r, 5000).length).toBeGreaterThan(0);
    const small = opened('ESTABLISHED', { mss: 1000 });
    small.deliver(ack(1, 10));
    expect(sends(small, 4000)).toEqual([]);
    expect(expire(small).sent.map(short)).toEqual(['. 1:11(10) ack 1']);
  });

  test('MUST-61: the segment that empties the queue has PSH, none before it', () => {
    const r = opened('ESTABLISHED', { mss: 1000 });
    expect(sends(r, 2300).map(short)).toEqual([
      '. 1:1001(1000) ack 1',
      '. 1001:2001(1000) ack 1',
      'P. 2001:2301(300) ack 1',
    ]);
    const full = opened('ESTABLISHED', { mss: 1000 });
    expect(sends(full, 1000).map(short)).toEqual(['P. 1:1001(1000) ack 1']);
  });

  test('SHLD-27: several SENDs that leave together share one PSH', () => {
    const r = opened('ESTABLISHED', { mss: 1000, conventions: { nagle: true } });
    sends(r, 10);
    for (let n = 0; n < 5; n++) expect(sends(r, 120)).toEqual([]);
    expect(r.deliver(ack(11)).map(short)).toEqual(['P. 11:611(600) ack 1']);
  });

  test('SHLD-28: as much goes into a segment as it may hold', () => {
    const r = opened('ESTABLISHED', { mss: 1000 });
    r.deliver(segment({ flags: ['ACK'], seq: 1, ack: 1, window: 0 }));
    for (let n = 0; n < 35; n++) sends(r, 100);
    const sent = r.deliver(ack(1, 30_000)).map((s) => s.data.length);
    expect(sent).toEqual([1000, 1000, 1000, 500]);
  });

  test('MAY-16: what several SENDs bring may wait and go as one segment', () => {
    const r = opened('ESTABLISHED', { conventions: { nagle: true } });
    sends(r, 5);
    sends(r, 6);
    sends(r, 7);
    expect(r.deliver(ack(6)).map(short)).toEqual(['P. 6:19(13) ack 1']);
  });
});
