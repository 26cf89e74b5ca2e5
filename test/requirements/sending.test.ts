import { describe, expect, test } from 'vitest';
import type { Action } from '../../src/simulator/scenario.ts';
import { simulate } from '../../src/simulator/simulate.ts';
import { receive } from '../../src/tcp/calls/receive.ts';
import { send } from '../../src/tcp/calls/send.ts';
import { PROFILES } from '../../src/tcp/conventions.ts';
import { scenario } from '../simulator/short.ts';
import { opened, type Rig, segment, short } from '../tcp/opened.ts';
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

  test('MUST-17: each end of a connection can turn Nagle’s algorithm off for itself', () => {
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

const sendsUnpushed = (r: Rig, bytes: number) => r.call((tcb) => send(tcb, new Uint8Array(bytes), 0, { push: false }));

describe('PUSH', () => {
  test('MUST-60: no data waits for ever, pushed or not', () => {
    const r = opened('ESTABLISHED', { conventions: { nagle: true } });
    expect(sends(r, 1)).toHaveLength(1);
    // Held back by Nagle, then by a window too small to be worth it: the ACK frees the one, the override timer the other.
    sends(r, 1);
    expect(r.deliver(ack(2, 0))).toEqual([]);
    expect(runUntil(r, 5000).length).toBeGreaterThan(0);
    const unpushed = opened('ESTABLISHED', { mss: 1000 });
    expect(sendsUnpushed(unpushed, 300)).toEqual([]);
    const { at, sent } = expire(unpushed);
    expect([at <= 1000, sent.map((s) => s.data.length)]).toEqual([true, [300]]);
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

  test('SHLD-28: a segment is filled with as much as it may hold', () => {
    const r = opened('ESTABLISHED', { mss: 1000 });
    r.deliver(segment({ flags: ['ACK'], seq: 1, ack: 1, window: 0 }));
    for (let n = 0; n < 35; n++) sends(r, 100);
    const sent = r.deliver(ack(1, 30_000)).map((s) => s.data.length);
    expect(sent).toEqual([1000, 1000, 1000, 500]);
  });

  test('MAY-15: a SEND without PUSH waits for more, one with it takes along what waited', () => {
    const r = opened('ESTABLISHED', { mss: 1000 });
    expect(sendsUnpushed(r, 300)).toEqual([]);
    expect(sends(r, 200).map(short)).toEqual(['P. 1:501(500) ack 1']);
    // A full segment goes in any case, and says nothing of a push.
    expect(sendsUnpushed(r, 1200).map(short)).toEqual(['. 501:1501(1000) ack 1']);
  });

  test('MAY-16: what several SENDs bring may wait and go as one segment', () => {
    const r = opened('ESTABLISHED', { mss: 1000 });
    for (let n = 0; n < 9; n++) expect(sendsUnpushed(r, 100)).toEqual([]);
    expect(sendsUnpushed(r, 100).map(short)).toEqual(['. 1:1001(1000) ack 1']);
    // Nagle holds back what is pushed, too.
    const nagle = opened('ESTABLISHED', { conventions: { nagle: true } });
    for (const bytes of [5, 6, 7]) sends(nagle, bytes);
    expect(nagle.deliver(ack(6)).map(short)).toEqual(['P. 6:19(13) ack 1']);
  });

  test('MAY-17: the receiving user learns of a push with the data', () => {
    const r = opened('ESTABLISHED');
    r.deliver(segment({ flags: ['ACK'], seq: 1, ack: 1, len: 100 }));
    expect(receive(r.tcb, 1000)).toMatchObject({ push: false });
    r.deliver(segment({ flags: ['ACK', 'PSH'], seq: 101, ack: 1, len: 100 }));
    expect(receive(r.tcb, 50)).toMatchObject({ push: false }); // the buffer was full before the push was seen
    expect(receive(r.tcb, 1000)).toMatchObject({ push: true });
    expect(receive(r.tcb, 1000)).toMatchObject({ push: false });
  });
});
