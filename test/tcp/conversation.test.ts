import { describe, expect, test } from 'vitest';
import { abort } from '../../src/tcp/calls/abort.ts';
import { close } from '../../src/tcp/calls/close.ts';
import { openActive, openPassive } from '../../src/tcp/calls/open.ts';
import { offerWindow, receive } from '../../src/tcp/calls/receive.ts';
import { send } from '../../src/tcp/calls/send.ts';
import type { Tcb, TimerName } from '../../src/tcp/tcb.ts';
import { nextTimeout, timeout } from '../../src/tcp/timeouts.ts';
import { opened, type Rig, rig, segment, short } from './opened.ts';

/** Lets the next timer run out and returns its name, when, and what was sent. */
function expire(r: Rig): { name: TimerName; at: number; sent: string[] } {
  const next = nextTimeout(r.tcb);
  if (next === null) throw new Error('no timer runs');
  const before = r.effects.length;
  timeout(r.tcb, next.name, next.at);
  return { ...next, sent: r.effects.slice(before).flatMap((e) => (e.kind === 'send' ? [short(e.segment)] : [])) };
}

const sends = (r: Rig, bytes: number, now = 0) =>
  r.call((tcb: Tcb) => send(tcb, new Uint8Array(bytes), now), now).map(short);
const data = (seq: number, len: number, ack = 1) => segment({ flags: ['ACK'], seq, ack, len });

describe('retransmission (RFC 6298)', () => {
  test('a SYN goes again after 1, 2, 4 ... s with the same number, and is given up after three minutes', () => {
    const r = rig();
    r.call((tcb) => openActive(tcb, 0));
    const times: number[] = [];
    while (r.tcb.state === 'SYN-SENT') {
      const { at, sent } = expire(r);
      if (sent.length > 0) {
        times.push(at);
        expect(sent).toEqual(['S 0:0(0)']);
      }
    }
    expect(times).toEqual([1000, 3000, 7000, 15_000, 31_000, 63_000, 123_000]);
    expect(r.effects.at(-1)).toEqual({ kind: 'closed', reason: 'timed-out' });
  });

  test('only the oldest segment is sent again; the rest waits for its ACK', () => {
    const r = opened('ESTABLISHED');
    expect(sends(r, 2500)).toEqual(['. 1:1461(1460) ack 1', 'P. 1461:2501(1040) ack 1']);
    expect(expire(r).sent).toEqual(['. 1:1461(1460) ack 1']);
    // The receiver had the second: one ACK covers both and nothing more is sent.
    expect(r.deliver(segment({ flags: ['ACK'], seq: 1, ack: 2501 }), 1100)).toEqual([]);
    expect(nextTimeout(r.tcb)).toBeNull();
  });

  test('so too when both are short enough for one full segment', () => {
    const r = opened('ESTABLISHED');
    sends(r, 300);
    sends(r, 200);
    expect(expire(r).sent).toEqual(['P. 1:301(300) ack 1']);
    expect(r.deliver(segment({ flags: ['ACK'], seq: 1, ack: 301 }), 1100).map(short)).toEqual([
      'P. 301:501(200) ack 1',
    ]);
  });

  test('Karn: no round trip is measured from a segment that was sent twice', () => {
    const r = opened('ESTABLISHED');
    const before = r.tcb.rto.srttMs;
    sends(r, 100);
    expire(r);
    r.deliver(segment({ flags: ['ACK'], seq: 1, ack: 101 }), 1500);
    expect(r.tcb.rto.srttMs).toBe(before);
    expect(r.tcb.rto.rtoMs).toBe(2000);
  });
});

describe('fast retransmit (RFC 5681 §3.2)', () => {
  test('the third duplicate ACK sends the segment at SND.UNA, the second does not', () => {
    const r = opened('ESTABLISHED', { conventions: { initialWindow: 'rfc6928' } });
    sends(r, 5 * 1460);
    const duplicate = segment({ flags: ['ACK'], seq: 1, ack: 1 });
    expect(r.deliver(duplicate)).toEqual([]);
    expect(r.deliver(duplicate)).toEqual([]);
    expect(r.deliver(duplicate).map(short)).toEqual(['. 1:1461(1460) ack 1']);
    // A partial ACK shows the next hole (RFC 6582), the full one ends recovery.
    expect(r.deliver(segment({ flags: ['ACK'], seq: 1, ack: 1461 })).map(short)).toEqual(['. 1461:2921(1460) ack 1']);
    expect(r.deliver(segment({ flags: ['ACK'], seq: 1, ack: 7301 }))).toEqual([]);
    expect(r.tcb.recovery.kind).toBe('none');
  });

  test('an ACK with another window is no duplicate', () => {
    const r = opened('ESTABLISHED');
    sends(r, 1460);
    for (const window of [29000, 28000, 27000]) r.deliver(segment({ flags: ['ACK'], seq: 1, ack: 1, window }));
    expect(r.tcb.recovery.kind).toBe('none');
  });
});

describe('acknowledging (RFC 9293 §3.8.6.3, RFC 5681 §4.2)', () => {
  test('a small segment waits for the delayed-ACK timer, the second full one does not', () => {
    const r = opened('ESTABLISHED');
    expect(r.deliver(data(1, 100))).toEqual([]);
    expect(expire(r)).toEqual({ name: 'delayed-ack', at: 200, sent: ['. 1:1(0) ack 101'] });
    expect(r.deliver(data(101, 1460))).toEqual([]);
    expect(r.deliver(data(1561, 1460)).map(short)).toEqual(['. 1:1(0) ack 3021']);
  });

  test('an answer carries the ACK', () => {
    const r = opened('ESTABLISHED');
    r.deliver(data(1, 100));
    expect(sends(r, 7)).toEqual(['P. 1:8(7) ack 101']);
    expect(r.tcb.timers['delayed-ack']).toBeUndefined();
  });

  test('above a gap: the same ACK at once; when the gap is filled: one ACK for all of it', () => {
    const r = opened('ESTABLISHED');
    expect(r.deliver(data(101, 100)).map(short)).toEqual(['. 1:1(0) ack 1']);
    expect(r.deliver(data(201, 100)).map(short)).toEqual(['. 1:1(0) ack 1']);
    expect(r.deliver(data(1, 100)).map(short)).toEqual(['. 1:1(0) ack 301']);
  });

  test('a receiver that discards what is out of order asks for it again', () => {
    const r = opened('ESTABLISHED', { conventions: { outOfOrder: 'discard', delayedAckMs: null } });
    r.deliver(data(101, 100));
    expect(r.deliver(data(1, 100)).map(short)).toEqual(['. 1:1(0) ack 101']);
  });

  test('a copy of what is already here is answered and dropped', () => {
    const r = opened('ESTABLISHED', { conventions: { delayedAckMs: null } });
    r.deliver(data(1, 100));
    expect(r.deliver(data(1, 100)).map(short)).toEqual(['. 1:1(0) ack 101']);
    expect(r.tcb.notes).toEqual(['old-duplicate']);
  });

  test('a segment that reaches beyond the window is cut to it', () => {
    const r = opened('ESTABLISHED', { receiveBuffer: 150, conventions: { delayedAckMs: null } });
    r.deliver(data(1, 400));
    expect(r.tcb.rcv.nxt).toBe(151);
  });
});

describe('windows (RFC 9293 §3.8.6)', () => {
  test('a window of zero is probed with one byte, further and further apart, without giving up', () => {
    const r = opened('ESTABLISHED');
    r.deliver(segment({ flags: ['ACK'], seq: 1, ack: 1, window: 0 }));
    expect(sends(r, 300)).toEqual([]);
    expect(expire(r)).toEqual({ name: 'persist', at: 1000, sent: ['. 1:2(1) ack 1'] });
    let last = 1000;
    const gaps: number[] = [];
    for (let i = 0; i < 12; i++) {
      const { at, sent } = expire(r);
      expect(sent).toEqual(['. 1:2(1) ack 1']);
      r.deliver(segment({ flags: ['ACK'], seq: 1, ack: 1, window: 0 }), at + 10);
      gaps.push(at - last);
      last = at;
    }
    expect(gaps.slice(0, 4)).toEqual([1000, 2000, 4000, 8000]);
    expect(r.tcb.state).toBe('ESTABLISHED');
    // The window opens: the refused byte and the rest go at once.
    const sent = r.deliver(segment({ flags: ['ACK'], seq: 1, ack: 1, window: 5000 }), last + 20);
    expect(sent.map(short)).toEqual(['. 1:2(1) ack 1', 'P. 2:301(299) ack 1']);
  });

  test('a full buffer shuts the window; reading opens it in steps of a segment and says so', () => {
    const r = opened('ESTABLISHED', { receiveBuffer: 3000, conventions: { delayedAckMs: null } });
    r.deliver(data(1, 1460));
    const [ack] = r.deliver(data(1461, 1540));
    expect([ack!.ack, ack!.window]).toEqual([3001, 0]);
    receive(r.tcb, 500);
    expect(r.call((tcb) => offerWindow(tcb))).toEqual([]);
    receive(r.tcb, 1200);
    const [update] = r.call((tcb) => offerWindow(tcb));
    expect([update!.ack, update!.window]).toEqual([3001, 1700]);
  });

  test('a window too narrow for a full segment counts as shut: reading tells the peer of the wider one', () => {
    const r = opened('ESTABLISHED', { receiveBuffer: 3000, conventions: { delayedAckMs: null } });
    r.deliver(data(1, 1460));
    expect(r.deliver(data(1461, 1000)).map((s) => s.window)).toEqual([540]);
    receive(r.tcb, 2460);
    expect(r.call((tcb) => offerWindow(tcb)).map((s) => s.window)).toEqual([3000]);
    // A window that was wide enough needs no message of its own.
    expect(r.deliver(data(2461, 1000)).map((s) => s.window)).toEqual([2000]);
    receive(r.tcb, 1000);
    expect(r.call((tcb) => offerWindow(tcb))).toEqual([]);
  });

  test('Nagle: a small segment waits while another is unacknowledged', () => {
    const r = opened('ESTABLISHED', { conventions: { nagle: true } });
    expect(sends(r, 10)).toHaveLength(1);
    expect(sends(r, 10)).toEqual([]);
    expect(r.deliver(segment({ flags: ['ACK'], seq: 1, ack: 11 })).map(short)).toEqual(['P. 11:21(10) ack 1']);
  });

  test('a peer without an MSS option gets 536 bytes a segment (MUST-15)', () => {
    const r = rig();
    openPassive(r.tcb);
    r.deliver(segment({ flags: ['SYN'], seq: 0 }));
    r.deliver(segment({ flags: ['ACK'], seq: 1, ack: 1 }));
    expect(sends(r, 600)).toEqual(['. 1:537(536) ack 1', 'P. 537:601(64) ack 1']);
  });
});

describe('closing (RFC 9293 §3.6)', () => {
  test('the FIN rides on the last data if that is still to be sent', () => {
    const r = opened('ESTABLISHED');
    const sent = r.call((tcb) => {
      send(tcb, new Uint8Array(20), 0);
      close(tcb, 0);
    });
    expect(sent.map(short)).toEqual(['FP. 1:21(20) ack 1']);
    expect(r.tcb.state).toBe('FIN-WAIT-1');
  });

  test('FIN and ACK of our FIN in one segment: FIN-WAIT-1 to TIME-WAIT without FIN-WAIT-2', () => {
    const r = opened('FIN-WAIT-1');
    r.deliver(segment({ flags: ['FIN', 'ACK'], seq: 1, ack: 2 }));
    expect(r.effects.flatMap((e) => (e.kind === 'state' ? [`${e.from} -> ${e.to}`] : []))).toEqual([
      'FIN-WAIT-1 -> TIME-WAIT',
    ]);
  });

  test('a FIN above a gap changes nothing until the gap is filled', () => {
    const r = opened('FIN-WAIT-2');
    expect(r.deliver(segment({ flags: ['FIN', 'ACK'], seq: 51, ack: 2 })).map(short)).toEqual(['. 2:2(0) ack 1']);
    expect(r.tcb.state).toBe('FIN-WAIT-2');
    expect(r.deliver(segment({ flags: ['ACK'], seq: 1, ack: 2, len: 50 })).map(short)).toEqual(['. 2:2(0) ack 52']);
    expect(r.tcb.state).toBe('TIME-WAIT');
  });

  test('TIME-WAIT lasts 2 MSL and begins anew with a repeated FIN', () => {
    const r = opened('TIME-WAIT');
    expect(nextTimeout(r.tcb)).toEqual({ name: 'time-wait', at: 240_000 });
    expect(r.deliver(segment({ flags: ['FIN', 'ACK'], seq: 1, ack: 2 }), 60_000).map(short)).toEqual([
      '. 2:2(0) ack 2',
    ]);
    expect(nextTimeout(r.tcb)).toEqual({ name: 'time-wait', at: 300_000 });
    expire(r);
    expect(r.tcb.state).toBe('CLOSED');
  });

  test('data may be sent after the peer has closed', () => {
    const r = opened('CLOSE-WAIT');
    expect(sends(r, 40)).toEqual(['P. 1:41(40) ack 2']);
    expect(r.call((tcb) => close(tcb, 0)).map(short)).toEqual(['F. 41:41(0) ack 2']);
    expect(r.tcb.state).toBe('LAST-ACK');
  });

  test('after CLOSE no SEND is taken', () => {
    const r = opened('FIN-WAIT-1');
    expect(send(r.tcb, new Uint8Array(1), 0)).toBe('connection closing');
    expect(close(r.tcb, 0)).toBe('connection closing');
  });

  test('ABORT sends a RST at SND.NXT', () => {
    const r = opened('ESTABLISHED(100 B unacked)');
    expect(r.call((tcb) => abort(tcb, 0)).map(short)).toEqual(['R 101:101(0)']);
    expect(r.tcb.state).toBe('CLOSED');
  });
});

describe('attacks (RFC 5961)', () => {
  test('a RST anywhere else in the window than RCV.NXT is challenged, at most ten times in 5 s (§7)', () => {
    const r = opened('ESTABLISHED');
    const rst = segment({ flags: ['RST'], seq: 500 });
    const answers = Array.from({ length: 12 }, () => r.deliver(rst).length);
    expect(answers.reduce((sum, n) => sum + n, 0)).toBe(10);
    expect(r.deliver(rst, 5_001)).toHaveLength(1);
    expect(r.tcb.state).toBe('ESTABLISHED');
    r.deliver(segment({ flags: ['RST'], seq: 1 }));
    expect(r.tcb.state).toBe('CLOSED');
  });

  test('without challenge ACKs any RST in the window resets', () => {
    const r = opened('ESTABLISHED', { conventions: { challengeAcks: false } });
    r.deliver(segment({ flags: ['RST'], seq: 500 }));
    expect(r.tcb.state).toBe('CLOSED');
  });
});
