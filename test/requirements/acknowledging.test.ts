import { expect, test } from 'vitest';
import { readScenario } from '../../src/simulator/scenario-file/reader.ts';
import { PROFILES } from '../../src/tcp/conventions.ts';
import { segmentArrives } from '../../src/tcp/segment-arrives.ts';
import { output } from '../../src/tcp/sending/output.ts';
import { opened, segment, short } from '../tcp/opened.ts';
import { data, delivered, expire, sends } from './endpoint.ts';

/* RFC 9293 §3.8.6.3 and §3.10.7.4. */

test('MUST-58: one ACK answers all that came before it could be sent, and data carries it where there is some', () => {
  const r = opened('ESTABLISHED');
  // Four segments above a gap each got an ACK of their own; the one that fills it gets one for all five.
  for (const seq of [101, 201, 301, 401]) expect(r.deliver(data(seq, 100))).toHaveLength(1);
  expect(r.deliver(data(1, 100)).map(short)).toEqual(['. 1:1(0) ack 501']);
  r.deliver(data(501, 100));
  expect(sends(r, 20).map(short)).toEqual(['P. 1:21(20) ack 601']);
  expect(r.tcb.owedAck).toBe('none');
});

test('MUST-59: segments that wait together are all processed before one ACK is sent', () => {
  const r = opened('ESTABLISHED', { conventions: { delayedAckMs: null } });
  for (let n = 0; n < 8; n++) segmentArrives(r.tcb, data(1 + n * 1460, 1460), 0);
  expect(r.effects.filter((e) => e.kind === 'send')).toEqual([]);
  output(r.tcb, 0);
  expect(r.effects.flatMap((e) => (e.kind === 'send' ? [short(e.segment)] : []))).toEqual([
    `. 1:1(0) ack ${1 + 8 * 1460}`,
  ]);
});

test('SHLD-18: the ACK of a single small segment waits for company', () => {
  const r = opened('ESTABLISHED');
  expect(r.deliver(data(1, 100))).toEqual([]);
  const { name, at, sent } = expire(r);
  expect([name, at > 0, sent.map(short)]).toEqual(['delayed-ack', true, ['. 1:1(0) ack 101']]);
});

test('MUST-40: no ACK waits for half a second, in any profile', () => {
  for (const { delayedAckMs } of Object.values(PROFILES)) expect(delayedAckMs ?? 0).toBeLessThan(500);
  const r = opened('ESTABLISHED');
  r.deliver(data(1, 100), 700);
  r.deliver(data(101, 100), 890); // a second small segment does not put the timer off
  expect(expire(r).at - 700).toBeLessThan(500);
});

test('MUST-40: no scenario can ask for such a wait', () => {
  const asks = (ms: number) =>
    readScenario(
      `title: x\nconventions: { delayed-ack: ${ms} }\nactions:\n  - { host: client, do: connect }\n`,
      'x.yaml',
    );
  expect([asks(499).ok, asks(500).ok]).toEqual([true, false]);
});

test('SHLD-19: at least every second full-sized segment is acknowledged at once', () => {
  const r = opened('ESTABLISHED', { receiveBuffer: 60_000 });
  for (let n = 0; n < 10; n++) {
    const sent = r.deliver(data(1 + n * 1460, 1460)).map(short);
    expect(sent).toEqual(n % 2 === 0 ? [] : [`. 1:1(0) ack ${1 + (n + 1) * 1460}`]);
  }
});

test('SHLD-19: with timestamps full-sized is what they leave room for', () => {
  const r = opened('LISTEN', { conventions: { timestamps: true } });
  r.deliver(segment({ flags: ['SYN'], seq: 0, options: { mss: 1460, timestamps: [1, 0] } }));
  const stamped = (seq: number, len: number) =>
    segment({ flags: ['ACK'], seq, ack: 1, len, options: { timestamps: [2, 0] } });
  r.deliver(stamped(1, 0));
  expect(r.deliver(stamped(1, 1448))).toEqual([]);
  expect(r.deliver(stamped(1449, 1448)).map(short)).toEqual(['. 1:1(0) ack 2897']);
});

test('SHLD-19: two times the MSS announced are acknowledged at once, in pieces of any size', () => {
  const r = opened('ESTABLISHED', { mss: 1000 });
  for (let n = 0; n < 6; n++) expect(r.deliver(data(1 + n * 300, 300))).toEqual([]);
  expect(r.deliver(data(1801, 200)).map(short)).toEqual(['. 1:1(0) ack 2001']);
});

test('SHLD-31: what lies above a gap is kept and delivered in order once the gap is filled', () => {
  const r = opened('ESTABLISHED');
  r.deliver(data(201, 100));
  r.deliver(data(101, 100));
  expect(delivered(r)).toBe(0);
  r.deliver(data(1, 100));
  expect([delivered(r), r.tcb.rcv.nxt]).toEqual([300, 301]);
});

test('MAY-13: a segment above a gap is answered at once with the number that is missing', () => {
  const r = opened('ESTABLISHED');
  for (const seq of [501, 1001, 501]) expect(r.deliver(data(seq, 100)).map(short)).toEqual(['. 1:1(0) ack 1']);
});
