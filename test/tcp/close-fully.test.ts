import { describe, expect, test } from 'vitest';
import { close, closeFully } from '../../src/tcp/calls/close.ts';
import { opened, segment, short } from './opened.ts';

describe('a user who closes both directions (RFC 9293 §3.6.1, MAY-1, SHLD-3)', () => {
  const data = (seq: number, ack: number, len = 50) => segment({ flags: ['ACK'], seq, ack, len });

  test.each(['ESTABLISHED', 'FIN-WAIT-1', 'FIN-WAIT-2'])(
    '%s with unread data: a RST shows that it is lost',
    (state) => {
      const r = opened(state);
      r.deliver(data(1, r.tcb.snd.nxt));
      const { nxt } = r.tcb.snd;
      expect(r.call((tcb) => closeFully(tcb, 0)).map(short)).toEqual([`R ${nxt}:${nxt}(0)`]);
      expect(r.effects.at(-1)).toEqual({ kind: 'closed', reason: 'aborted' });
    },
  );

  test.each(['CLOSE-WAIT', 'LAST-ACK', 'CLOSING'])('%s with unread data: the same', (state) => {
    const r = opened(state === 'CLOSING' ? 'FIN-WAIT-1' : 'ESTABLISHED');
    const ack = 1;
    r.deliver(segment({ flags: ['FIN', 'ACK'], seq: 1, ack, len: 50 }));
    if (state === 'LAST-ACK') r.call((tcb) => close(tcb, 0));
    expect(r.tcb.state).toBe(state);
    const { nxt } = r.tcb.snd;
    expect(r.call((tcb) => closeFully(tcb, 0)).map(short)).toEqual([`R ${nxt}:${nxt}(0)`]);
  });

  test('TIME-WAIT with unread data: the peer is done, nothing is sent', () => {
    const r = opened('FIN-WAIT-2');
    r.deliver(segment({ flags: ['FIN', 'ACK'], seq: 1, ack: 2, len: 50 }));
    expect(r.call((tcb) => closeFully(tcb, 0))).toEqual([]);
    expect(r.tcb.state).toBe('TIME-WAIT');
  });

  test('data after it: a RST, and the connection is gone', () => {
    const r = opened('ESTABLISHED');
    expect(r.call((tcb) => closeFully(tcb, 0)).map(short)).toEqual(['F. 1:1(0) ack 1']);
    r.deliver(segment({ flags: ['ACK'], seq: 1, ack: 2 }));
    expect(r.deliver(data(1, 2)).map(short)).toEqual(['R 2:2(0)']);
    expect(r.tcb.state).toBe('CLOSED');
  });

  test('data above a gap is lost as well, an old duplicate is not', () => {
    const r = opened('FIN-WAIT-2');
    r.call((tcb) => closeFully(tcb, 0));
    expect(r.deliver(data(-49, 2)).map(short)).toEqual(['. 2:2(0) ack 1']);
    expect(r.deliver(data(100, 2)).map(short)).toEqual(['R 2:2(0)']);
  });

  test('without more data the close runs as any other', () => {
    const r = opened('ESTABLISHED');
    r.call((tcb) => closeFully(tcb, 0));
    r.deliver(segment({ flags: ['FIN', 'ACK'], seq: 1, ack: 2 }));
    expect(r.tcb.state).toBe('TIME-WAIT');
  });

  test('CLOSE alone goes on receiving', () => {
    const r = opened('FIN-WAIT-2');
    r.deliver(data(1, 2));
    expect(r.tcb.state).toBe('FIN-WAIT-2');
    expect(r.tcb.rcv.unreadBytes).toBe(50);
  });
});
