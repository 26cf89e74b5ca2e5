import { describe, expect, test } from 'vitest';
import { openActive } from '../../src/tcp/calls/open.ts';
import { PROFILES } from '../../src/tcp/conventions.ts';
import { opened, type Rig, rig, segment, short } from '../tcp/opened.ts';
import { ack, ending, expire, sends } from './endpoint.ts';

/* RFC 9293 §3.8.3. */

/** Lets timers run out until the connection is given up: when, and how often something was sent meanwhile. */
function untilGivenUp(r: ReturnType<typeof rig>): { at: number; sent: number[] } {
  const sent: number[] = [];
  for (;;) {
    const expired = expire(r);
    if (expired.sent.length > 0) sent.push(expired.at);
    if (r.tcb.state === 'CLOSED') return { at: expired.at, sent };
    if (expired.at > 1e9) throw new Error('not given up');
  }
}

function connecting(conventions = {}): ReturnType<typeof rig> {
  const r = rig({ conventions });
  r.call((tcb) => openActive(tcb, 0));
  return r;
}

describe('data that is never acknowledged', () => {
  test('MUST-20: data is retransmitted up to R2, then the connection is closed', () => {
    const r = opened('ESTABLISHED(100 B unacked)');
    const { at, sent } = untilGivenUp(r);
    expect(sent.length).toBeGreaterThan(PROFILES.rfc.adviseAfter);
    expect(at).toBeGreaterThan(sent.at(-1)!);
    expect(ending(r)).toBe('timed-out');
    // It is over: a late ACK finds no connection.
    expect(r.deliver(ack(101), at + 10).map(short)).toEqual(['R 101:101(0)']);
  });

  test('SHLD-11: R2 is at least 100 seconds', () => {
    for (const name of ['rfc', 'linux', 'textbook'] as const) {
      const r = opened('ESTABLISHED(100 B unacked)', { conventions: PROFILES[name] });
      expect(untilGivenUp(r).at).toBeGreaterThanOrEqual(100_000);
    }
  });

  test.each([
    { giveUpMs: 5000, from: 5000, to: 10_000 },
    { giveUpMs: 3_600_000, from: 3_600_000, to: 3_700_000 },
  ])('MUST-21: the application sets R2 for its connection: $giveUpMs ms', ({ giveUpMs, from, to }) => {
    const { at } = untilGivenUp(opened('ESTABLISHED(100 B unacked)', { conventions: { giveUpMs } }));
    expect(at).toBeGreaterThanOrEqual(from);
    expect(at).toBeLessThanOrEqual(to);
  });

  test('MUST-21: R2 may be infinite', () => {
    const r = opened('ESTABLISHED(100 B unacked)', { conventions: { giveUpMs: Number.POSITIVE_INFINITY } });
    let at = 0;
    while (at < 7 * 86_400_000) ({ at } = expire(r));
    expect(r.deliver(ack(101), at + 10)).toEqual([]);
    expect([r.tcb.state, r.tcb.snd.una]).toEqual(['ESTABLISHED', 101]);
    expect(sends(r, 5, at + 20)).toHaveLength(1);
  });
});

describe('a SYN that is never answered', () => {
  test('MUST-22: a SYN is retransmitted and given up in the same way', () => {
    const r = connecting();
    const { sent } = untilGivenUp(r);
    expect(sent.slice(0, 3)).toEqual([1000, 3000, 7000]);
    expect(ending(r)).toBe('timed-out');
    expect(untilGivenUp(opened('SYN-RECEIVED(passive)')).sent.slice(0, 3)).toEqual([1000, 3000, 7000]);
  });

  test('MUST-23: a SYN is not given up for three minutes, however short R2 is for data', () => {
    expect(untilGivenUp(connecting()).at).toBeGreaterThanOrEqual(180_000);
    expect(untilGivenUp(opened('SYN-RECEIVED(simultaneous)')).at).toBeGreaterThanOrEqual(180_000);
    // However short R2 is for data.
    expect(untilGivenUp(connecting({ giveUpMs: 1000 })).at).toBeGreaterThanOrEqual(180_000);
  });

  test('MUST-22: an answer to a late SYN is as good as ever', () => {
    const r = connecting();
    for (let n = 0; n < 5; n++) expire(r);
    const sent = r.deliver(segment({ flags: ['SYN', 'ACK'], seq: 0, ack: 1, mss: 1460 }), 40_000);
    expect([r.tcb.state, sent.map(short)]).toEqual(['ESTABLISHED', ['. 1:1(0) ack 1']]);
  });
});

/** When the user was told of the delivery problem, ms, and of the end. */
function reports(r: Rig): { told: number[]; endedAt: number } {
  const told: number[] = [];
  for (;;) {
    const before = r.effects.length;
    const { at } = expire(r);
    const now = r.effects.slice(before);
    if (now.some((e) => e.kind === 'signal' && e.signal === 'excessive retransmissions')) told.push(at);
    if (now.some((e) => e.kind === 'closed')) return { told, endedAt: at };
  }
}

describe('R1', () => {
  test('SHLD-9: the user is told of the delivery problem, once and before R2 ends the connection', () => {
    for (const r of [opened('ESTABLISHED(100 B unacked)'), opened('SYN-SENT')]) {
      const { told, endedAt } = reports(r);
      expect(told).toHaveLength(1);
      expect(told[0]).toBeLessThan(endedAt);
    }
  });

  test('SHLD-9: a window that stays shut is no delivery problem as long as the peer answers', () => {
    const r = opened('ESTABLISHED');
    r.deliver(ack(1, 0));
    sends(r, 100);
    for (let n = 0; n < 12; n++) r.deliver(ack(1, 0), expire(r).at + 20);
    expect(r.effects.filter((e) => e.kind === 'signal')).toEqual([]);
  });

  test('SHLD-10: R1 is at least three retransmissions, unless the connection asks for another', () => {
    const retransmissions = (conventions: { adviseAfter?: number }) => {
      const r = opened('ESTABLISHED(100 B unacked)', { conventions });
      reports(r);
      const told = r.effects.findIndex((e) => e.kind === 'signal');
      return r.effects.slice(0, told).filter((e) => e.kind === 'send').length;
    };
    expect(retransmissions({})).toBeGreaterThanOrEqual(3);
    expect(retransmissions({ adviseAfter: 5 })).toBe(5);
  });
});
