import { expect, test } from 'vitest';
import { offerWindow, receive } from '../../src/tcp/calls/receive.ts';
import { opened, segment, short } from '../tcp/opened.ts';
import { ack, data, expire, sends } from './endpoint.ts';

/* RFC 9293 §3.8.6.2. */

test('MUST-38: a window that opens by little steps is not used for little segments', () => {
  const r = opened('ESTABLISHED', { mss: 1000 });
  // The peer's largest window so far is 30000; now it takes 100 bytes more with every ACK.
  r.deliver(ack(1, 100));
  expect(sends(r, 5000)).toEqual([]);
  for (const window of [200, 500, 999]) expect(r.deliver(ack(1, window))).toEqual([]);
  expect(r.deliver(ack(1, 1000)).map(short)).toEqual(['. 1:1001(1000) ack 1']);
});

test('MUST-38: half of the largest window the peer ever offered is worth a segment', () => {
  const r = opened('SYN-RECEIVED(passive)', { mss: 1000 });
  // A small peer: it never offers more than 600 bytes. The SYN offered 30000, so this is a connection of its own.
  const small = opened('LISTEN', { mss: 1000 });
  small.deliver(segment({ flags: ['SYN'], seq: 0, mss: 1000, window: 600 }));
  small.deliver(ack(1, 600));
  expect(sends(small, 5000).map(short)).toEqual(['. 1:601(600) ack 1']);
  expect(small.deliver(ack(601, 299))).toEqual([]);
  expect(small.deliver(ack(601, 300)).map(short)).toEqual(['. 601:901(300) ack 1']);
  expect(r.tcb.state).toBe('SYN-RECEIVED');
});

test('MUST-38: what avoidance holds back is sent after 0.1 to 1 s all the same, however long the RTO', () => {
  const r = opened('ESTABLISHED', { mss: 1000 });
  sends(r, 10);
  r.deliver(ack(11), 2500); // a round trip of 2.5 s: the RTO is several seconds
  expect(r.tcb.rto.rtoMs).toBeGreaterThan(2000);
  r.deliver(ack(11, 100), 2500);
  expect(sends(r, 5000, 3000)).toEqual([]);
  const { at, sent } = expire(r);
  expect(sent.map(short)).toEqual(['. 11:111(100) ack 1']);
  expect(at - 3000).toBeGreaterThanOrEqual(100);
  expect(at - 3000).toBeLessThanOrEqual(1000);
});

test('MUST-39: a reader that frees little at a time offers no more until a segment or half its buffer is free', () => {
  const r = opened('ESTABLISHED', { mss: 1000, receiveBuffer: 4000, conventions: { delayedAckMs: null } });
  for (let n = 0; n < 4; n++) r.deliver(data(1 + n * 1000, 1000));
  const offers: number[] = [];
  for (let n = 0; n < 20; n++) {
    receive(r.tcb, 100);
    offers.push(...r.call((tcb) => offerWindow(tcb)).map((s) => s.window));
  }
  expect(offers).toEqual([1000]); // and the next 1000 go out with the next ACK: the window is wide enough to send into
  expect(r.deliver(data(4001, 1)).map((s) => s.window)).toEqual([1999]);
});

test('MUST-39: with a buffer of less than two segments half of it will do', () => {
  const r = opened('ESTABLISHED', { mss: 1000, receiveBuffer: 1200, conventions: { delayedAckMs: null } });
  r.deliver(data(1, 1000));
  expect(r.deliver(data(1001, 200)).map((s) => s.window)).toEqual([0]);
  receive(r.tcb, 599);
  expect(r.call((tcb) => offerWindow(tcb))).toEqual([]);
  receive(r.tcb, 1);
  expect(r.call((tcb) => offerWindow(tcb)).map((s) => s.window)).toEqual([600]);
});
