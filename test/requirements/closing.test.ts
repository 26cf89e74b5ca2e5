import { expect, test } from 'vitest';
import type { Action } from '../../src/simulator/scenario.ts';
import { simulate } from '../../src/simulator/simulate.ts';
import { close, closeFully } from '../../src/tcp/calls/close.ts';
import { seqGt } from '../../src/tcp/sequence.ts';
import type { Trace } from '../../src/trace/trace.ts';
import { scenario } from '../simulator/short.ts';
import { opened, rig, segment, short } from '../tcp/opened.ts';
import { data, delivered, ending, expire, runUntil } from './endpoint.ts';

/* RFC 9293 §3.5.3, §3.6 and §3.6.1. */

test('MUST-12: the user is told whether the connection closed normally or was aborted', () => {
  const normally = opened('ESTABLISHED');
  normally.deliver(segment({ flags: ['FIN', 'ACK'], seq: 1, ack: 1 }));
  normally.call((tcb) => close(tcb, 0));
  normally.deliver(segment({ flags: ['ACK'], seq: 2, ack: 2 }));
  expect(normally.effects.filter((e) => e.kind !== 'send')).toEqual([
    { kind: 'signal', signal: 'connection closing' },
    { kind: 'state', from: 'ESTABLISHED', to: 'CLOSE-WAIT' },
    { kind: 'state', from: 'CLOSE-WAIT', to: 'LAST-ACK' },
    { kind: 'state', from: 'LAST-ACK', to: 'CLOSED' },
    { kind: 'closed', reason: 'closed' },
  ]);
  const aborted = opened('ESTABLISHED');
  aborted.deliver(segment({ flags: ['RST'], seq: 1 }));
  expect(ending(aborted)).toBe('reset');
  expect(aborted.effects).toContainEqual({ kind: 'signal', signal: 'connection reset' });
});

const when = (host: Action['host'], condition: Action['when'], name: 'connect' | 'listen' | 'close'): Action => ({
  host,
  when: condition,
  afterMs: 0,
  call: { name },
});
const at = (ms: number) => ({ kind: 'time', ms }) as const;
const is = (host: Action['host'], state: 'ESTABLISHED' | 'CLOSE-WAIT') =>
  ({ kind: 'state', host, state, times: 1 }) as const;
const openAndClose = [
  when('server', at(0), 'listen'),
  when('client', at(0), 'connect'),
  when('client', is('client', 'ESTABLISHED'), 'close'),
  when('server', is('server', 'CLOSE-WAIT'), 'close'),
];

test('MUST-13: who closes first stays in TIME-WAIT for twice the MSL, the other end for no time at all', () => {
  const trace = simulate(scenario({ mslMs: 30_000, actions: openAndClose }), 'time-wait');
  const changes = trace.events.flatMap((e) => (e.kind === 'state' ? [e] : []));
  const entered = changes.find((e) => e.to === 'TIME-WAIT')!;
  const left = changes.find((e) => e.from === 'TIME-WAIT')!;
  expect([entered.host, left.to, left.ms - entered.ms]).toEqual(['client', 'CLOSED', 60_000]);
  expect(changes.filter((e) => e.host === 'server' && e.to === 'TIME-WAIT')).toEqual([]);
});

test('MUST-13: the MSL is two minutes unless it is set otherwise', () => {
  const r = opened('FIN-WAIT-2');
  r.deliver(segment({ flags: ['FIN', 'ACK'], seq: 1, ack: 2 }), 1000);
  expect(r.tcb.state).toBe('TIME-WAIT');
  expect(expire(r)).toEqual({ name: 'time-wait', at: 241_000, sent: [] });
  expect([r.tcb.state, ending(r)]).toEqual(['CLOSED', 'closed']);
});

test('SHLD-2: a RST may carry data, which is read by nobody', () => {
  const r = opened('ESTABLISHED');
  expect(r.deliver(segment({ flags: ['RST', 'ACK'], seq: 1, ack: 1, len: 30 }))).toEqual([]);
  expect(ending(r)).toBe('reset');
  expect(r.effects.some((e) => e.kind === 'deliver')).toBe(false);
  // Its own number decides, not where the data reaches: this one lies below the window.
  const below = opened('ESTABLISHED', { conventions: { challengeAcks: false } });
  expect(below.deliver(segment({ flags: ['RST'], seq: -20, len: 30 }))).toEqual([]);
  expect(below.tcb.state).toBe('ESTABLISHED');
  const refused = rig();
  refused.deliver(segment({ flags: ['RST'], seq: 0, len: 5 }));
  expect(refused.effects).toEqual([]);
});

/** The server closes first and waits in TIME-WAIT; at 1000 ms the client connects again. */
function reopening(given: Parameters<typeof scenario>[0] = {}) {
  const actions = [
    when('server', at(0), 'listen'),
    when('client', at(0), 'connect'),
    when('server', is('client', 'ESTABLISHED'), 'close'),
    when('client', is('client', 'CLOSE-WAIT'), 'close'),
  ];
  const again = given.forgeries === undefined ? [when('client', at(1000), 'connect')] : [];
  return simulate(scenario({ mslMs: 30_000, ...given, actions: [...actions, ...again] }), 'reopen');
}

/** When the client was ESTABLISHED for the second time, ms. */
function reopenedAt(trace: Trace): number | undefined {
  const established = trace.events.filter((e) => e.kind === 'state' && e.host === 'client' && e.to === 'ESTABLISHED');
  return established[1]?.ms;
}

test('MAY-2: a SYN above all that was received reopens from TIME-WAIT, with an ISS above all that was sent', () => {
  // The client chooses 9000 the second time; the server wants 150 again and has to take a larger one.
  const trace = reopening({ client: { isn: [100, 9000] }, server: { isn: [200, 150] } });
  const [first, second] = trace.segments.filter((s) => s.from === 'server' && s.flags.includes('SYN'));
  expect([first!.seq, second!.ack]).toEqual([200, 9001]);
  const used = trace.segments.filter((s) => s.from === 'server' && s.n < second!.n).map((s) => s.seq + s.len);
  expect(seqGt(second!.seq, Math.max(...used))).toBe(true);
  expect(reopenedAt(trace)).toBe(1020);
});

test('MAY-2: when the SYN turns out to be an old duplicate, TIME-WAIT goes on to its end', () => {
  const trace = reopening({
    forgeries: [
      {
        from: 'client',
        origin: 'copy',
        when: at(5000),
        afterMs: 0,
        flags: ['SYN'],
        seq: { kind: 'fixed', value: 9000 },
        ack: { kind: 'fixed', value: 0 },
        len: 0,
        window: 1000,
        urgent: 0,
        options: {},
      },
    ],
  });
  const changes = trace.events.flatMap((e) => (e.kind === 'state' && e.host === 'server' ? [e] : []));
  const waits = changes.filter((e) => e.to === 'TIME-WAIT');
  expect(waits).toHaveLength(2);
  expect(waits[1]!.ms).toBe(5030); // its SYN,ACK met a reset
  expect(changes.at(-1)).toMatchObject({ from: 'TIME-WAIT', to: 'CLOSED', ms: waits[0]!.ms + 60_000 });
});

test('MAY-2: a SYN that is no newer does not reopen: an ACK answers it and TIME-WAIT goes on', () => {
  const r = opened('TIME-WAIT');
  expect(r.deliver(segment({ flags: ['SYN'], seq: 0 }), 1000).map(short)).toEqual(['. 2:2(0) ack 2']);
  expect(runUntil(r, 239_999)).toEqual([]);
  expect(r.tcb.state).toBe('TIME-WAIT');
});

test('SHLD-4: with timestamps a newer SYN reopens whatever its number is', () => {
  const lower = { client: { isn: [9000, 100] }, server: { isn: [200, 300] } } as const;
  const timestamps = { timestamps: true, timeWaitReuse: 'timestamps' } as const;
  expect(reopenedAt(reopening({ ...lower, conventions: timestamps }))).toBe(1020);
  // By numbers alone it is told to be an old one, and has to come again.
  const late = reopenedAt(reopening({ ...lower, conventions: { timestamps: true, timeWaitReuse: 'sequence' } }));
  expect(late).toBeGreaterThan(2000);
});

test('MAY-1: a user may close both directions at once; CLOSE alone leaves the peer’s open', () => {
  const half = opened('ESTABLISHED');
  half.call((tcb) => close(tcb, 0));
  half.deliver(data(1, 50, 2));
  expect([delivered(half), half.tcb.state]).toEqual([50, 'FIN-WAIT-2']);
  const both = opened('ESTABLISHED');
  expect(both.call((tcb) => closeFully(tcb, 0)).map(short)).toEqual(['F. 1:1(0) ack 1']);
  // A peer that has nothing more to say notices no difference.
  both.deliver(segment({ flags: ['FIN', 'ACK'], seq: 1, ack: 2 }));
  expect(both.tcb.state).toBe('TIME-WAIT');
});

test('SHLD-3: a RST tells the peer of what a full close loses: data unread, data that comes later', () => {
  const unread = opened('ESTABLISHED');
  unread.deliver(data(1, 50));
  expect(unread.call((tcb) => closeFully(tcb, 0)).map(short)).toEqual(['R 1:1(0)']);
  const late = opened('ESTABLISHED');
  late.call((tcb) => closeFully(tcb, 0));
  expect(late.deliver(data(1, 50, 2)).map(short)).toEqual(['R 2:2(0)']);
  expect([unread.tcb.state, late.tcb.state, delivered(late)]).toEqual(['CLOSED', 'CLOSED', 0]);
});
