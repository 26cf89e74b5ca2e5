import { expect, test } from 'vitest';
import type { Action } from '../../src/simulator/scenario.ts';
import { simulate } from '../../src/simulator/simulate.ts';
import { receive } from '../../src/tcp/calls/receive.ts';
import { send } from '../../src/tcp/calls/send.ts';
import { status } from '../../src/tcp/calls/status.ts';
import { URG } from '../../src/tcp/segment.ts';
import type { Trace } from '../../src/trace/trace.ts';
import { scenario } from '../simulator/short.ts';
import { opened, type Rig, segment } from '../tcp/opened.ts';
import { ack, data } from './endpoint.ts';

/* RFC 9293 §3.8.5. */

const at = (host: Action['host'], ms: number, call: Action['call']): Action => ({
  host,
  when: { kind: 'time', ms },
  afterMs: 0,
  call,
});

/** The client, connected at 20 ms, sends as `actions` say. */
function conversation(actions: readonly Action[], reads = true): Trace {
  return simulate(
    scenario({
      server: { reads, window: 4000 },
      actions: [at('server', 0, { name: 'listen' }), at('client', 0, { name: 'connect' }), ...actions],
      limitMs: 60_000,
    }),
    'urgent',
  );
}

const told = (trace: Trace) =>
  trace.events.flatMap((e) => (e.kind === 'signal' && e.host === 'server' && e.signal === 'urgent data' ? [e.ms] : []));

const sendsUrgent = (r: Rig, bytes: number) => r.call((tcb) => send(tcb, new Uint8Array(bytes), 0, { urgent: true }));
const signals = (r: Rig) => r.effects.filter((e) => e.kind === 'signal' && e.signal === 'urgent data').length;
const urgent = (seq: number, len: number, pointer: number) =>
  segment({ flags: ['ACK', 'URG'], seq, ack: 1, len, urgent: pointer });

test('MUST-30: what one user sends as urgent the other is told of, and ordinary data tells nothing', () => {
  const trace = conversation([
    at('client', 100, { name: 'send', bytes: 500 }),
    at('client', 200, { name: 'send-urgent', bytes: 500 }),
    at('client', 300, { name: 'send', bytes: 500 }),
  ]);
  expect(told(trace)).toEqual([210]);
  expect(trace.segments.filter((s) => s.flags.includes('URG')).map((s) => [s.seq, s.urgent])).toEqual([[601, 500]]);
  expect(trace.final.server.receivedBytes).toBe(1500);
});

test('MUST-31: urgent data may be longer than the pointer reaches', () => {
  const trace = conversation([at('client', 100, { name: 'send-urgent', bytes: 200_000 })]);
  const marked = trace.segments.filter((s) => s.flags.includes('URG') && s.len > 0);
  expect(Math.max(...marked.map((s) => s.urgent))).toBe(65_535);
  // The pointers lead on to the end, and no byte of it goes unmarked.
  expect(Math.max(...marked.map((s) => s.seq + s.urgent))).toBe(101 + 200_000);
  expect(marked.reduce((sum, s) => sum + s.len, 0)).toBeGreaterThanOrEqual(200_000);
  expect(trace.final.server.receivedBytes).toBe(200_000);
});

test('MUST-32: the user is told at once, ahead of the data, and when the pointer advances', () => {
  // The server's user reads nothing: its buffer is full when the urgent data is sent, and stays so.
  const trace = conversation(
    [at('client', 100, { name: 'send', bytes: 4000 }), at('client', 1000, { name: 'send-urgent', bytes: 10 })],
    false,
  );
  expect(told(trace)).toEqual([1010]);
  const r = opened('ESTABLISHED');
  r.deliver(urgent(1, 10, 30));
  r.deliver(urgent(11, 10, 20)); // the same place
  expect(signals(r)).toBe(1);
  r.deliver(urgent(21, 10, 40));
  expect(signals(r)).toBe(2);
});

test('MUST-33: the user can learn how much urgent data it has still to read', () => {
  const r = opened('ESTABLISHED');
  r.deliver(data(1, 100));
  expect(status(r.tcb)).toMatchObject({ urgentLeft: 0 });
  r.deliver(urgent(101, 50, 80));
  expect(status(r.tcb)).toMatchObject({ urgentLeft: 180 });
  expect(receive(r.tcb, 120)).toMatchObject({ urgentLeft: 60 });
  expect(receive(r.tcb, 1000)).toMatchObject({ urgentLeft: 30 });
  r.deliver(data(151, 100));
  // Data behind the mark is not returned together with what lies before it.
  const last = receive(r.tcb, 1000);
  expect(last).toMatchObject({ urgentLeft: 0 });
  expect(last.kind === 'data' && last.parts.reduce((sum, part) => sum + part.length, 0)).toBe(30);
});

test('MUST-62: the pointer names the byte behind the last urgent one', () => {
  const r = opened('ESTABLISHED', { mss: 1000 });
  const sent = [...sendsUrgent(r, 1500), ...r.call((tcb) => send(tcb, new Uint8Array(10), 0))];
  expect(sent.map((s) => [s.seq, s.flags & URG, s.urgent])).toEqual([
    [1, URG, 1500],
    [1001, URG, 500],
    [1501, 0, 0],
  ]);
  // And is so read: a pointer just behind what was read is no news, one byte more is.
  const reader = opened('ESTABLISHED');
  reader.deliver(data(1, 20));
  receive(reader.tcb, 20);
  reader.deliver(urgent(1, 20, 20));
  expect(signals(reader)).toBe(0);
  reader.deliver(urgent(21, 1, 1));
  expect(signals(reader)).toBe(1);
});

test('MUST-66: a window of zero does not keep URG out', () => {
  const r = opened('ESTABLISHED', { receiveBuffer: 1000 });
  r.deliver(data(1, 1000));
  r.deliver(urgent(1001, 0, 5));
  expect(signals(r)).toBe(1);
  r.deliver(urgent(1001, 1, 9));
  expect([signals(r), r.tcb.rcv.nxt]).toEqual([2, 1001]);
  r.deliver(ack(1));
});
