import { expect, test } from 'vitest';
import { send } from '../../../src/tcp/calls/send.ts';
import { timeout } from '../../../src/tcp/timeouts.ts';
import { opened, segment } from '../opened.ts';

const data = (n: number, len = 100) => segment({ flags: ['PSH', 'ACK'], seq: 1 + n * 100, ack: 1, len });
const fin = (seq: number) => segment({ flags: ['FIN', 'ACK'], seq, ack: 1 });

test('quick ACKs: the first segments are acknowledged at once, then every ACK waits', () => {
  const r = opened('ESTABLISHED', { conventions: { delayedAckMs: 40, quickAcks: 3 } });
  const answers = [0, 1, 2, 3].map((n) => r.deliver(data(n), 1000 * n).length);
  expect(answers).toEqual([1, 1, 1, 0]);
  expect(r.tcb.timers['delayed-ack']).toBe(3040);
});

test('quick ACKs are few where the window takes few segments', () => {
  const r = opened('ESTABLISHED', { conventions: { delayedAckMs: 40, quickAcks: 16 }, receiveBuffer: 2920 });
  expect(r.deliver(segment({ flags: ['ACK'], seq: 1, ack: 1, len: 1460 }))).toHaveLength(1);
  expect(r.deliver(segment({ flags: ['ACK'], seq: 1461, ack: 1, len: 1000 }))).toHaveLength(0);
});

test('an answer makes the connection interactive: ACKs wait, until one has waited in vain', () => {
  const r = opened('ESTABLISHED', { conventions: { delayedAckMs: 40, quickAcks: 16 } });
  expect(r.deliver(data(0), 0)).toHaveLength(1);
  r.call((tcb) => send(tcb, new Uint8Array(10), 10), 10);
  expect(r.deliver(data(1), 100)).toHaveLength(0);
  r.call((tcb) => timeout(tcb, 'delayed-ack', 140), 140);
  expect(r.deliver(data(2), 200)).toHaveLength(1);
});

test('data sent long after data came is no answer', () => {
  const r = opened('ESTABLISHED', { conventions: { delayedAckMs: 40, quickAcks: 16 } });
  r.deliver(data(0), 0);
  r.call((tcb) => send(tcb, new Uint8Array(10), 50), 50);
  expect(r.deliver(data(1), 100)).toHaveLength(1);
});

test('the peer’s FIN is acknowledged at once, as the text has it (§3.10.7.4 step 8)', () => {
  const r = opened('ESTABLISHED', { conventions: { delayedAckMs: 200 } });
  r.deliver(data(0), 0);
  expect(r.deliver(fin(101), 10)).toHaveLength(1);
});

test('finAck delayed: a FIN after data waits for the user’s own close; one without data before does not', () => {
  const after = opened('ESTABLISHED', { conventions: { delayedAckMs: 40, quickAcks: 16, finAck: 'delayed' } });
  after.deliver(data(0), 0);
  expect(after.deliver(fin(101), 10)).toHaveLength(0);
  expect(after.tcb.state).toBe('CLOSE-WAIT');
  expect(after.tcb.timers['delayed-ack']).toBe(50);

  const alone = opened('ESTABLISHED', { conventions: { delayedAckMs: 40, finAck: 'delayed' } });
  expect(alone.deliver(fin(1), 10)).toHaveLength(1);

  const last = opened('FIN-WAIT-2', { conventions: { delayedAckMs: 40, finAck: 'delayed' } });
  last.deliver(segment({ flags: ['ACK'], seq: 1, ack: 2, len: 100 }), 0);
  expect(last.deliver(segment({ flags: ['FIN', 'ACK'], seq: 101, ack: 2 }), 10)).toHaveLength(1);
});
