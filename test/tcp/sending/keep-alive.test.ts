import { describe, expect, test } from 'vitest';
import { send } from '../../../src/tcp/calls/send.ts';
import { PROFILES } from '../../../src/tcp/conventions.ts';
import { setKeepAlive } from '../../../src/tcp/sending/keep-alive.ts';
import { nextTimeout, timeout } from '../../../src/tcp/timeouts.ts';
import { opened, type Rig, segment, short } from '../opened.ts';

const conventions = { keepAlive: true, keepAliveIdleMs: 10_000, keepAliveIntervalMs: 1000, keepAliveProbes: 3 };

function expire(r: Rig): { name: string; at: number; sent: string[] } {
  const next = nextTimeout(r.tcb);
  if (next === null) throw new Error('no timer runs');
  const sent = r.call((tcb) => timeout(tcb, next.name, next.at), next.at);
  return { ...next, sent: sent.map(short) };
}

describe('keep-alives (RFC 9293 §3.8.4)', () => {
  test('off by default (MUST-25), and after two hours when turned on without more (MUST-28)', () => {
    for (const profile of Object.values(PROFILES)) {
      expect(profile.keepAlive).toBe(false);
      expect(profile.keepAliveIdleMs).toBeGreaterThanOrEqual(7_200_000);
    }
    const r = opened('ESTABLISHED');
    expect(nextTimeout(r.tcb)).toBeNull();
    setKeepAlive(r.tcb, true, 5000);
    expect(nextTimeout(r.tcb)).toEqual({ name: 'keep-alive', at: 7_205_000 });
    setKeepAlive(r.tcb, false, 6000);
    expect(nextTimeout(r.tcb)).toBeNull();
  });

  test('the probe has SEG.SEQ = SND.NXT-1 and no data (SHLD-12); an answer begins the idle time anew (MUST-26)', () => {
    const r = opened('ESTABLISHED', { conventions });
    expect(expire(r)).toEqual({ name: 'keep-alive', at: 10_000, sent: ['. 0:0(0) ack 1'] });
    r.deliver(segment({ flags: ['ACK'], seq: 1, ack: 1 }), 10_040);
    expect(nextTimeout(r.tcb)).toEqual({ name: 'keep-alive', at: 20_040 });
  });

  test('one garbage octet, where configured (MAY-6); a TCP answers it with an ACK and takes nothing', () => {
    const r = opened('ESTABLISHED', { conventions: { ...conventions, keepAliveOctet: true } });
    expect(expire(r).sent).toEqual(['. 0:1(1) ack 1']);
    expect(r.tcb.snd.nxt).toBe(1);
    const peer = opened('ESTABLISHED');
    const probe = segment({ flags: ['ACK'], seq: 0, ack: 1, len: 1 });
    expect(peer.deliver(probe).map(short)).toEqual(['. 1:1(0) ack 1']);
    expect(peer.tcb.rcv.unreadBytes).toBe(0);
  });

  test('a probe without an answer proves nothing (MUST-29); after the last the connection ends with a RST', () => {
    const r = opened('ESTABLISHED', { conventions });
    expect([expire(r), expire(r), expire(r)].map(({ at }) => at)).toEqual([10_000, 11_000, 12_000]);
    expect(r.tcb.state).toBe('ESTABLISHED');
    expect(expire(r)).toEqual({ name: 'keep-alive', at: 13_000, sent: ['R 1:1(0)'] });
    expect(r.effects.at(-1)).toEqual({ kind: 'closed', reason: 'keep-alive' });
  });

  test('an answer after two probes forgives both', () => {
    const r = opened('ESTABLISHED', { conventions });
    expire(r);
    expire(r);
    r.deliver(segment({ flags: ['ACK'], seq: 1, ack: 1 }), 11_500);
    for (const at of [21_500, 22_500, 23_500]) expect(expire(r).at).toBe(at);
    expect(r.tcb.state).toBe('ESTABLISHED');
  });

  test('never with data outstanding (MUST-26): its retransmission asks already', () => {
    const r = opened('ESTABLISHED', { conventions: { ...conventions, keepAliveIdleMs: 900 } });
    r.call((tcb) => send(tcb, new Uint8Array(10), 0));
    expect(expire(r)).toEqual({ name: 'keep-alive', at: 900, sent: [] });
    expect(expire(r).name).toBe('retransmission');
  });

  test.each(['CLOSE-WAIT', 'FIN-WAIT-2'])('%s: an idle connection too', (state) => {
    expect(nextTimeout(opened(state, { conventions }).tcb)).toEqual({ name: 'keep-alive', at: 10_000 });
  });

  test.each(['LISTEN', 'SYN-RECEIVED(passive)', 'FIN-WAIT-1', 'CLOSING', 'LAST-ACK', 'TIME-WAIT'])(
    '%s: none',
    (state) => {
      expect(opened(state, { conventions }).tcb.timers['keep-alive']).toBeUndefined();
    },
  );
});
