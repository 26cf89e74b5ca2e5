import { expect, test } from 'vitest';
import type { Condition } from '../../src/simulator/condition.ts';
import type { Action } from '../../src/simulator/scenario.ts';
import { simulate } from '../../src/simulator/simulate.ts';
import type { Trace } from '../../src/trace/trace.ts';
import { figure, scenario, states } from './short.ts';

const at = (ms: number): Condition => ({ kind: 'time', ms });
const act = (host: Action['host'], when: Condition, call: Action['call'], afterMs = 0): Action => ({
  host,
  when,
  afterMs,
  call,
});
const established = (host: Action['host']): Condition => ({ kind: 'state', host, state: 'ESTABLISHED', times: 1 });
const opening = [act('server', at(0), { name: 'listen' }), act('client', at(0), { name: 'connect' })];
const run = (given: Parameters<typeof scenario>[0]): Trace => simulate(scenario(given), 'calls');
const signals = (trace: Trace) =>
  trace.events.flatMap((e) => (e.kind === 'signal' ? [`${e.ms} ${e.host}: ${e.signal}`] : []));
const delivered = (trace: Trace) =>
  trace.events.flatMap((e) => (e.kind === 'deliver' ? [`${e.ms} ${e.host}: ${e.bytes}`] : []));

test('send-urgent: URG and the pointer on the wire, the reader told, its read cut at the mark (RFC 9293 §3.8.5)', () => {
  const trace = run({
    actions: [
      ...opening,
      act('server', at(0), { name: 'stop-reading' }),
      act('client', established('client'), { name: 'send-urgent', bytes: 30 }),
      act('client', established('client'), { name: 'send', bytes: 70 }),
      act('server', at(100), { name: 'read', bytes: 1000 }),
    ],
  });
  const data = trace.segments.filter((s) => s.len > 0);
  expect(data.map((s) => [s.flags.includes('URG'), s.len, s.urgent])).toEqual([[true, 100, 30]]);
  expect(signals(trace)).toEqual(['30 server: urgent data']);
  expect(delivered(trace)).toEqual(['100 server: 30', '100 server: 70']);
});

test('send-unpushed: waits for more, and goes with what is pushed (§3.9.1.2)', () => {
  const trace = run({
    actions: [
      ...opening,
      act('client', established('client'), { name: 'send-unpushed', bytes: 30 }),
      act('client', established('client'), { name: 'send', bytes: 20 }, 50),
    ],
  });
  const data = trace.segments.filter((s) => s.len > 0);
  expect(data.map((s) => [s.sentMs, s.len, s.flags.includes('PSH')])).toEqual([[70, 50, true]]);
});

test('close-fully: data that comes after it is answered with a RST, and the sender is told (§3.6.1)', () => {
  const trace = run({
    actions: [
      ...opening,
      act('client', established('client'), { name: 'close-fully' }),
      act('server', established('server'), { name: 'send', bytes: 50 }, 5),
    ],
  });
  expect(figure(trace).slice(-2)).toEqual(['server <SEQ=201><ACK=102><CTL=ACK><DATA=50>', 'client <SEQ=102><CTL=RST>']);
  expect(signals(trace)).toEqual(['55 server: connection reset']);
});

test('listen-for-peer: a SEND turns it active (§3.9.1.1)', () => {
  const trace = run({
    actions: [
      act('server', at(0), { name: 'listen' }),
      act('client', at(0), { name: 'listen-for-peer' }),
      act('client', at(5), { name: 'send', bytes: 10 }),
    ],
  });
  expect(states(trace).slice(0, 4)).toEqual([
    'server CLOSED -> LISTEN',
    'client CLOSED -> LISTEN',
    'client LISTEN -> SYN-SENT',
    'server LISTEN -> SYN-RECEIVED',
  ]);
  expect(trace.final.server.receivedBytes).toBe(10);
});

test('connect-with-data: with the SYN by the convention data-on-syn, else behind the handshake', () => {
  const withData = (dataOnSyn: boolean) =>
    run({
      conventions: { dataOnSyn },
      actions: [
        act('server', at(0), { name: 'listen' }),
        act('client', at(0), { name: 'connect-with-data', bytes: 100 }),
      ],
    });
  expect(figure(withData(true))).toEqual([
    'client <SEQ=100><CTL=SYN><DATA=100>',
    'server <SEQ=200><ACK=101><CTL=SYN,ACK>',
    'client <SEQ=201><ACK=201><CTL=ACK>',
    'server <SEQ=201><ACK=201><CTL=ACK>',
  ]);
  expect(delivered(withData(true))).toEqual(['30 server: 100']);
  expect(figure(withData(false)).slice(2, 3)).toEqual(['client <SEQ=101><ACK=201><CTL=ACK><DATA=100>']);
});

test('connect-with-data: of a lost SYN the data goes again by itself, as a repetition of it', () => {
  const trace = run({
    conventions: { dataOnSyn: true },
    faults: [{ from: 'client', match: 'syn', nth: 1, effect: { kind: 'drop' } }],
    actions: [
      act('server', at(0), { name: 'listen' }),
      act('client', at(0), { name: 'connect-with-data', bytes: 100 }),
    ],
  });
  expect(trace.segments.slice(0, 4).map((s) => [s.from, s.seq, s.len, s.repeats])).toEqual([
    ['client', 100, 100, null],
    ['client', 100, 0, 1],
    ['server', 200, 0, null],
    ['client', 101, 100, 1],
  ]);
  expect(trace.final.server.receivedBytes).toBe(100);
});

test('set-user-timeout: what is not delivered in time ends the connection (§3.10.8)', () => {
  const trace = run({
    faults: [1, 2, 3, 4].map((nth) => ({ from: 'client', match: 'data', nth, effect: { kind: 'drop' } }) as const),
    actions: [
      ...opening,
      act('client', established('client'), { name: 'set-user-timeout', ms: 5000 }),
      act('client', established('client'), { name: 'send', bytes: 10 }),
    ],
  });
  expect(signals(trace)).toEqual(['5020 client: connection aborted due to user timeout']);
  expect(trace.events.at(-2)).toMatchObject({ kind: 'state', to: 'CLOSED' });
});

test('excessive retransmissions are told at R1 (§3.8.3)', () => {
  const trace = run({
    conventions: { adviseAfter: 3 },
    faults: [1, 2, 3].map((nth) => ({ from: 'client', match: 'data', nth, effect: { kind: 'drop' } }) as const),
    actions: [...opening, act('client', established('client'), { name: 'send', bytes: 10 })],
  });
  expect(signals(trace)).toEqual(['7020 client: excessive retransmissions']);
});

test('keep-alives: probes while idle, the end when no one answers (§3.8.4)', () => {
  const conventions = { keepAlive: true, keepAliveIdleMs: 10_000, keepAliveIntervalMs: 1000, keepAliveProbes: 2 };
  const trace = run({
    client: { conventions },
    actions: opening,
    faults: [3, 4, 5].map((nth) => ({ from: 'client', match: 'ack', nth, effect: { kind: 'drop' } }) as const),
  });
  const probes = trace.segments.filter((s) => s.from === 'client' && s.seq === 100 && s.flags.includes('ACK'));
  expect(probes.map((s) => [s.sentMs, s.fate])).toEqual([
    [10_020, 'delivered'],
    [20_040, 'lost'],
    [21_040, 'lost'],
  ]);
  expect(signals(trace)).toEqual([
    '22040 client: connection aborted due to user timeout',
    '22050 server: connection reset', // the path was bad one way only: the RST gets through
  ]);
});
