import { describe, expect, test } from 'vitest';
import { close } from '../../src/tcp/calls/close.ts';
import { openActive, openPassive } from '../../src/tcp/calls/open.ts';
import { send } from '../../src/tcp/calls/send.ts';
import type { Tcb } from '../../src/tcp/tcb.ts';
import { nextTimeout, timeout } from '../../src/tcp/timeouts.ts';
import { opened, type Rig, rig, segment, short } from './opened.ts';

/** Lets the next timer run out; returns when, and what was sent. */
function expire(r: Rig): { at: number; sent: string[] } {
  const next = nextTimeout(r.tcb);
  if (next === null) throw new Error('no timer runs');
  const before = r.effects.length;
  timeout(r.tcb, next.name, next.at);
  return { at: next.at, sent: r.effects.slice(before).flatMap((e) => (e.kind === 'send' ? [short(e.segment)] : [])) };
}

const sends = (r: Rig, bytes: number, now = 0) => r.call((tcb: Tcb) => send(tcb, new Uint8Array(bytes), now), now);
const ack = (number: number, window = 30000) => segment({ flags: ['ACK'], seq: 1, ack: number, window });

describe('ssthresh after a timeout (RFC 5681 §3.1)', () => {
  test('a segment only fast retransmit has sent again halves the flight once more when its timer expires', () => {
    const r = opened('ESTABLISHED', { conventions: { initialWindow: 'rfc6928' } });
    sends(r, 10 * 1460);
    for (let i = 0; i < 3; i++) r.deliver(ack(1));
    expect(r.tcb.congestion.ssthresh).toBe(7300);
    // Four of the ten left the network meanwhile and four new ones went out; then the retransmission is lost too.
    sends(r, 20 * 1460);
    for (let i = 0; i < 6; i++) r.deliver(ack(1));
    const flight = r.tcb.snd.nxt - r.tcb.snd.una;
    expect(flight).toBeGreaterThan(14_600);
    expire(r);
    expect(r.tcb.congestion.ssthresh).toBe(Math.floor(flight / 2));
    // The second expiry for the same segment holds it constant.
    expire(r);
    expect(r.tcb.congestion.ssthresh).toBe(Math.floor(flight / 2));
  });
});

describe('giving up (RFC 9293 §3.8.3, R2)', () => {
  test('counts the time one segment is retransmitted in vain, not the time since it was first sent', () => {
    const r = opened('ESTABLISHED', { conventions: { initialWindow: 'rfc6928' } });
    sends(r, 3 * 1460);
    let now = 0;
    while (now < 60_000) now = expire(r).at;
    // Progress at last, after a minute; then the second segment needs its time too.
    r.deliver(ack(1461), now + 10);
    const { at } = expire(r);
    expect(at).toBeGreaterThan(100_000);
    expect(r.tcb.state).toBe('ESTABLISHED');
    while (r.tcb.state !== 'CLOSED') now = expire(r).at;
    expect(now - at).toBeGreaterThan(40_000);
  });

  test('a peer with a zero window that answers no probe any more is given up (MUST-37 asks for patience while it answers)', () => {
    const r = opened('ESTABLISHED');
    r.deliver(ack(1, 0));
    sends(r, 300);
    let now = 0;
    for (let i = 0; i < 10; i++) {
      now = expire(r).at;
      r.deliver(ack(1, 0), now + 10);
    }
    expect(now).toBeGreaterThan(200_000);
    expect(r.tcb.state).toBe('ESTABLISHED');
    let expiries = 0;
    while (r.tcb.state !== 'CLOSED' && expiries < 20) {
      expire(r);
      expiries += 1;
    }
    expect(r.effects.at(-1)).toEqual({ kind: 'closed', reason: 'timed-out' });
  });
});

describe('after zero-window probes (RFC 9293 §3.8.6.1)', () => {
  test('the spacing of the probes is no loss: once the window opens, RTO and timer are those of before', () => {
    const r = opened('ESTABLISHED');
    r.deliver(ack(1, 0));
    sends(r, 300);
    let now = 0;
    for (let i = 0; i < 8; i++) {
      now = expire(r).at;
      r.deliver(ack(1, 0), now + 10);
    }
    expect(r.deliver(ack(1, 5000), now + 20).map(short)).toEqual(['. 1:2(1) ack 1', 'P. 2:301(299) ack 1']);
    expect(r.tcb.rto.rtoMs).toBe(1000);
    expect(r.tcb.timers.retransmission).toBe(now + 20 + 1000);
  });

  test('nor does the RTO stay backed off when the peer takes the probe itself', () => {
    const r = opened('ESTABLISHED');
    r.deliver(ack(1, 0));
    sends(r, 300);
    let now = 0;
    for (let i = 0; i < 8; i++) {
      now = expire(r).at;
      if (i < 7) r.deliver(ack(1, 0), now + 10);
    }
    expect(r.deliver(ack(2, 5000), now + 20).map(short)).toEqual(['P. 2:301(299) ack 1']);
    expect(r.tcb.timers.retransmission).toBe(now + 20 + 1000);
  });
});

describe('a listener that was left alone again (RFC 9293 §3.10.7.4 steps 2 and 4)', () => {
  test('knows nothing of the connection attempt that was reset', () => {
    const r = rig();
    openPassive(r.tcb);
    r.deliver(segment({ flags: ['SYN', 'FIN'], seq: 0, len: 10 }));
    expire(r);
    expire(r);
    r.deliver(segment({ flags: ['RST'], seq: 1 }), 3500);
    expect(r.tcb.state).toBe('LISTEN');
    expect(nextTimeout(r.tcb)).toBeNull();
    // Another peer comes: no bytes and no FIN of the first, no back-off, no window of one segment.
    r.deliver(segment({ flags: ['SYN'], seq: 0, mss: 1460 }), 4000);
    expect(nextTimeout(r.tcb)).toEqual({ name: 'retransmission', at: 5000 });
    r.deliver(segment({ flags: ['ACK'], seq: 1, ack: 1 }), 4020);
    expect(r.tcb.state).toBe('ESTABLISHED');
    expect(r.tcb.rcv.nxt).toBe(1);
    expect(r.tcb.reassembly.isEmpty).toBe(true);
    expect(r.tcb.rto.srttMs).toBe(20);
    expect(r.tcb.congestion.cwnd).toBe(3 * 1460);
  });

  test('keeps what its user has asked for meanwhile', () => {
    const r = opened('SYN-RECEIVED(passive)');
    sends(r, 10);
    r.call((tcb) => close(tcb, 0));
    r.deliver(segment({ flags: ['RST'], seq: 1 }));
    r.deliver(segment({ flags: ['SYN'], seq: 500 }));
    expect(r.deliver(segment({ flags: ['ACK'], seq: 501, ack: 1 })).map(short)).toEqual(['FP. 1:11(10) ack 501']);
  });
});

describe('two ends that cannot accept each other (RFC 9293 appendix A.2)', () => {
  test('answer empty segments outside the window, but not without end (RFC 5961 §7)', () => {
    const r = opened('ESTABLISHED');
    const beyond = segment({ flags: ['ACK'], seq: 1 + 64240, ack: 1 });
    const answers = Array.from({ length: 30 }, () => r.deliver(beyond).length);
    expect(answers[0]).toBe(1);
    expect(answers.reduce((sum, n) => sum + n, 0)).toBe(10);
  });

  test('while the window is shut an ACK does not count the refused probe, so that a shut peer can accept it', () => {
    const r = opened('ESTABLISHED', { receiveBuffer: 100, conventions: { delayedAckMs: null } });
    r.deliver(segment({ flags: ['ACK'], seq: 1, ack: 1, window: 0 }));
    sends(r, 300);
    expect(expire(r).sent).toEqual(['. 1:2(1) ack 1']);
    expect(r.deliver(segment({ flags: ['ACK'], seq: 1, ack: 1, window: 0, len: 100 })).map(short)).toEqual([
      '. 1:1(0) ack 101',
    ]);
  });

  test('a probe whose ACK is bad gets one answer', () => {
    const r = opened('ESTABLISHED', { receiveBuffer: 0 });
    expect(r.deliver(segment({ flags: ['ACK'], seq: 1, ack: 999, len: 1 })).map(short)).toEqual(['. 1:1(0) ack 1']);
  });
});

describe('sending (RFC 9293 §3.8.6.2.1)', () => {
  test('with Nagle, half of the largest window is sent only when nothing is unacknowledged (3)', () => {
    const r = opened('ESTABLISHED', { conventions: { nagle: true } });
    r.deliver(segment({ flags: ['ACK'], seq: 1, ack: 1, window: 2000 }));
    r.tcb.snd.maxWnd = 2000;
    // 2000 usable: one full segment goes; 540 more fit, and not even half a window of 1000 would be worth it.
    r.tcb.snd.maxWnd = 1000;
    expect(sends(r, 4000).map(short)).toEqual(['. 1:1461(1460) ack 1']);
  });
});

describe('text that came with a SYN', () => {
  test('and comes again with the ACK is taken once, and nothing of it is held', () => {
    const r = rig({ conventions: { delayedAckMs: null } });
    openPassive(r.tcb);
    r.deliver(segment({ flags: ['SYN'], seq: 0, len: 10 }));
    expect(r.deliver(segment({ flags: ['ACK'], seq: 1, ack: 1, len: 10 })).map(short)).toEqual(['. 1:1(0) ack 11']);
    expect(r.tcb.reassembly.isEmpty).toBe(true);
    expect(r.tcb.rcv.unreadBytes).toBe(10);
  });

  test('is taken too when CLOSE led from SYN-RECEIVED to FIN-WAIT-1 at once (RFC 9293 §3.10.4, §3.10.7.2)', () => {
    const r = opened('LISTEN', { conventions: { delayedAckMs: null } });
    r.deliver(segment({ flags: ['SYN'], seq: 0, len: 10 }));
    expect(r.call((tcb) => close(tcb, 0)).map(short)).toEqual(['F. 1:1(0) ack 1']);
    expect(r.deliver(segment({ flags: ['ACK'], seq: 11, ack: 2 })).map(short)).toEqual(['. 2:2(0) ack 11']);
    expect([r.tcb.state, r.tcb.rcv.unreadBytes]).toEqual(['FIN-WAIT-2', 10]);
  });
});

test('SYN-SENT: a RST without an acceptable ACK is ignored, with one the connection is refused (§3.10.7.3)', () => {
  const r = rig();
  r.call((tcb) => openActive(tcb, 0));
  r.deliver(segment({ flags: ['RST'], seq: 1 }));
  expect(r.tcb.state).toBe('SYN-SENT');
  r.deliver(segment({ flags: ['RST', 'ACK'], seq: 0, ack: 1 }));
  expect(r.effects.at(-1)).toEqual({ kind: 'closed', reason: 'refused' });
});

describe('the window of a segment that was overtaken (RFC 9293 §3.10.7.4 step 5)', () => {
  const overtaken = (number: number, window: number) => {
    const r = opened('ESTABLISHED', { mss: 1000, conventions: { initialWindow: 'rfc6928' } });
    expect(sends(r, 2000)).toHaveLength(2);
    r.deliver(segment({ flags: ['ACK'], seq: 101, ack: 1, len: 100, window: 5000 }));
    r.deliver(segment({ flags: ['ACK'], seq: 1, ack: number, len: 100, window }));
    return sends(r, 9000).length;
  };

  test('is old: SND.WL1 keeps it out', () => {
    expect(overtaken(1, 9000)).toBe(3);
  });

  test('counts with an ACK of new data: the edge must not be carried beyond the one offered with it', () => {
    expect(overtaken(1001, 2000)).toBe(1);
  });
});
