import { describe, expect, test } from 'vitest';
import { openActive, openPassive, openWithData } from '../../src/tcp/calls/open.ts';
import { receive } from '../../src/tcp/calls/receive.ts';
import { send } from '../../src/tcp/calls/send.ts';
import { nextTimeout, timeout } from '../../src/tcp/timeouts.ts';
import { opened, type Rig, rig, segment, short } from './opened.ts';

const conventions = { dataOnSyn: true, delayedAckMs: null };
const openWith = (r: Rig, bytes: number) => r.call((tcb) => openWithData(tcb, new Uint8Array(bytes), 0)).map(short);
const synAck = (ack: number, window = 30000) => segment({ flags: ['SYN', 'ACK'], seq: 0, ack, mss: 1460, window });
const expire = (r: Rig): string[] => {
  const next = nextTimeout(r.tcb);
  if (next === null) throw new Error('no timer runs');
  return r.call((tcb) => timeout(tcb, next.name, next.at), next.at).map(short);
};

describe('data on our SYN (RFC 9293 §3.10.1, §3.10.2)', () => {
  test('off by default: it waits for ESTABLISHED', () => {
    const r = rig();
    expect(openWith(r, 100)).toEqual(['S 0:0(0)']);
    expect(r.deliver(synAck(1)).map(short)).toEqual(['P. 1:101(100) ack 1']);
  });

  test('a SEND that turns LISTEN active may send it with the SYN', () => {
    const r = rig({ conventions });
    openPassive(r.tcb, { remote: 'specified' });
    expect(r.call((tcb) => send(tcb, new Uint8Array(100), 0)).map(short)).toEqual(['SP 0:100(100)']);
    expect(r.tcb.snd.nxt).toBe(101);
  });

  test('no more than any peer takes, until its MSS is known (§3.7.1, MUST-15)', () => {
    const r = rig({ conventions });
    expect(openWith(r, 2000)).toEqual(['S 0:536(536)']);
    expect(r.deliver(synAck(537)).map(short)).toEqual(['. 537:1997(1460) ack 1', 'P. 1997:2001(4) ack 1']);
  });

  test('a SYN,ACK of all of it: nothing goes again', () => {
    const r = rig({ conventions });
    openWith(r, 100);
    expect(r.deliver(synAck(101)).map(short)).toEqual(['. 101:101(0) ack 1']);
    expect(nextTimeout(r.tcb)).toBeNull();
  });

  test('a SYN,ACK of the SYN alone, or of a part: the peer may have queued the rest; if not, the timer sends it', () => {
    for (const [ack, again] of [
      [1, 'P. 1:101(100) ack 1'],
      [41, 'P. 41:101(60) ack 1'],
    ] as const) {
      const r = rig({ conventions });
      openWith(r, 100);
      expect(r.deliver(synAck(ack), 50).map(short)).toEqual(['. 101:101(0) ack 1']);
      expect(r.tcb.state).toBe('ESTABLISHED');
      expect(expire(r)).toEqual([again]);
    }
  });

  test('a SYN that goes again goes alone, and the data at once behind the handshake', () => {
    const r = rig({ conventions });
    openWith(r, 100);
    expect(expire(r)).toEqual(['S 0:0(0)']);
    expect(r.deliver(synAck(1), 1050).map(short)).toEqual(['P. 1:101(100) ack 1']);
  });

  test('an ACK beyond it is answered with a reset (§3.10.7.3)', () => {
    const r = rig({ conventions });
    openWith(r, 100);
    expect(r.deliver(synAck(102)).map(short)).toEqual(['R 102:102(0)']);
  });

  test('urgent data on it', () => {
    const r = rig({ conventions });
    openPassive(r.tcb, { remote: 'specified' });
    const [syn] = r.call((tcb) => send(tcb, new Uint8Array(10), 0, { urgent: true }));
    expect(syn).toMatchObject({ seq: 0, urgent: 11 });
  });

  test('simultaneous open: the SYN,ACK that acknowledges the SYN alone is taken', () => {
    const r = rig({ conventions });
    openWith(r, 100);
    expect(r.deliver(segment({ flags: ['SYN'], seq: 0, mss: 1460 })).map(short)).toEqual(['S. 0:0(0) ack 1']);
    r.deliver(synAck(1));
    expect(r.tcb.state).toBe('ESTABLISHED');
  });
});

describe('data on the peer’s SYN (§3.10.7.2, §3.10.7.3)', () => {
  test('LISTEN: it waits for ESTABLISHED, and is acknowledged then', () => {
    const r = rig({ conventions });
    openPassive(r.tcb);
    const syn = segment({ flags: ['SYN'], seq: 0, len: 50, mss: 1460 });
    expect(r.deliver(syn).map(short)).toEqual(['S. 0:0(0) ack 1']);
    expect(receive(r.tcb, 100)).toMatchObject({ parts: [] });
    expect(r.deliver(segment({ flags: ['ACK'], seq: 51, ack: 1 })).map(short)).toEqual(['. 1:1(0) ack 51']);
    expect(r.tcb.rcv.unreadBytes).toBe(50);
  });

  test('SYN-RECEIVED: the same SYN again, from the network, ends nothing (§3.10.7.4 step 1: trimmed, step 5: no ACK)', () => {
    const r = rig({ conventions });
    openPassive(r.tcb);
    const syn = segment({ flags: ['SYN'], seq: 0, len: 50, mss: 1460 });
    r.deliver(syn);
    expect(r.deliver(syn)).toEqual([]);
    expect(r.tcb.state).toBe('SYN-RECEIVED');
    r.deliver(segment({ flags: ['ACK'], seq: 51, ack: 1 }));
    expect([r.tcb.state, r.tcb.rcv.unreadBytes]).toEqual(['ESTABLISHED', 50]);
  });

  test('ESTABLISHED, without challenge ACKs: a late copy of it is no SYN in the window (step 4)', () => {
    const r = rig({ conventions: { ...conventions, challengeAcks: false } });
    openPassive(r.tcb);
    const syn = segment({ flags: ['SYN'], seq: 0, mss: 1460 });
    r.deliver(syn);
    r.deliver(segment({ flags: ['ACK'], seq: 1, ack: 1 }));
    const late = segment({ flags: ['SYN'], seq: 0, len: 50, mss: 1460 });
    expect(r.deliver(late).map(short)).toEqual(['. 1:1(0) ack 1']);
    expect(r.tcb.state).toBe('ESTABLISHED');
    expect(r.deliver(segment({ flags: ['SYN'], seq: 1, mss: 1460 })).map(short)).toEqual(['R 1:1(0)']);
  });

  test('LISTEN: data and a FIN: CLOSE-WAIT as soon as the connection is established', () => {
    const r = rig({ conventions });
    openPassive(r.tcb);
    r.deliver(segment({ flags: ['SYN', 'FIN'], seq: 0, len: 50, mss: 1460 }));
    expect(r.tcb.state).toBe('SYN-RECEIVED');
    expect(r.deliver(segment({ flags: ['ACK'], seq: 52, ack: 1 })).map(short)).toEqual(['. 1:1(0) ack 52']);
    expect(r.tcb.state).toBe('CLOSE-WAIT');
    expect(r.tcb.rcv.unreadBytes).toBe(50);
  });

  test('SYN-SENT: data and a FIN with the SYN,ACK', () => {
    const r = opened('SYN-SENT', { conventions });
    const answer = segment({ flags: ['SYN', 'ACK', 'FIN'], seq: 0, ack: 1, len: 50, mss: 1460 });
    expect(r.deliver(answer).map(short)).toEqual(['. 1:1(0) ack 52']);
    expect(r.tcb.state).toBe('CLOSE-WAIT');
  });
});

test('two TCPs: what went with the SYN arrives once', () => {
  const client = rig({ conventions });
  const server = rig({ conventions });
  openPassive(server.tcb);
  let there = client.call((tcb) => openWithData(tcb, new Uint8Array(700), 0));
  for (let round = 0; round < 5; round++) {
    const back = there.flatMap((one) => server.deliver(one));
    there = back.flatMap((one) => client.deliver(one));
  }
  expect(server.tcb.rcv.unreadBytes).toBe(700);
  expect([client.tcb.state, server.tcb.state]).toEqual(['ESTABLISHED', 'ESTABLISHED']);
  expect(client.tcb.snd.una).toBe(701);
  expect(openActive(client.tcb, 0)).toBe('connection already exists');
});
