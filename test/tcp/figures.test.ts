import { expect, test } from 'vitest';
import type { Action, Forgery, Scenario } from '../../src/simulator/scenario.ts';
import { simulate } from '../../src/simulator/simulate.ts';
import { figure, scenario, states } from '../simulator/short.ts';

/*
 * Figures 6 to 13 of RFC 9293 (§3.5, §3.5.1, §3.6) and the seed note's handshake, number by number. "client" is TCP
 * Peer A, "server" TCP Peer B.
 */

const at = (ms: number) => ({ kind: 'time', ms }) as const;
const act = (host: Action['host'], ms: number, call: Action['call']): Action => ({
  host,
  when: at(ms),
  afterMs: 0,
  call,
});
const listens = act('server', 0, { name: 'listen' });
const fixed = (value: number) => ({ kind: 'fixed', value }) as const;
const forged = (given: Partial<Forgery> & Pick<Forgery, 'flags' | 'seq' | 'when'>): Forgery => ({
  from: 'client',
  origin: 'copy',
  afterMs: 0,
  ack: fixed(0),
  len: 0,
  window: 65535,
  urgent: 0,
  options: {},
  ...given,
});
const isns = (client: number[], server: number[]) => ({ client: { isn: client }, server: { isn: server } });
const run = (given: Parameters<typeof scenario>[0]) => simulate(scenario(given), 'figures');

test('the seed note: ISN 100 and 200', () => {
  const trace = run({ ...isns([100], [200]), actions: [listens, act('client', 10, { name: 'connect' })] });
  expect(figure(trace)).toEqual([
    'client <SEQ=100><CTL=SYN>',
    'server <SEQ=200><ACK=101><CTL=SYN,ACK>',
    'client <SEQ=101><ACK=201><CTL=ACK>',
  ]);
  expect(states(trace)).toEqual([
    'server CLOSED -> LISTEN',
    'client CLOSED -> SYN-SENT',
    'server LISTEN -> SYN-RECEIVED',
    'client SYN-SENT -> ESTABLISHED',
    'server SYN-RECEIVED -> ESTABLISHED',
  ]);
});

test('Figure 6: basic three-way handshake, data with the same number as the ACK before it', () => {
  const trace = run({
    ...isns([100], [300]),
    actions: [listens, act('client', 10, { name: 'connect' }), act('client', 60, { name: 'send', bytes: 50 })],
  });
  expect(figure(trace).slice(0, 4)).toEqual([
    'client <SEQ=100><CTL=SYN>',
    'server <SEQ=300><ACK=101><CTL=SYN,ACK>',
    'client <SEQ=101><ACK=301><CTL=ACK>',
    'client <SEQ=101><ACK=301><CTL=ACK><DATA=50>',
  ]);
});

test('Figure 7: simultaneous open', () => {
  const trace = run({
    ...isns([100], [300]),
    actions: [act('client', 10, { name: 'connect' }), act('server', 12, { name: 'connect' })],
  });
  expect(figure(trace)).toEqual([
    'client <SEQ=100><CTL=SYN>',
    'server <SEQ=300><CTL=SYN>',
    'server <SEQ=300><ACK=101><CTL=SYN,ACK>',
    'client <SEQ=100><ACK=301><CTL=SYN,ACK>',
  ]);
  for (const host of ['client', 'server']) {
    expect(states(trace).filter((line) => line.startsWith(host))).toEqual([
      `${host} CLOSED -> SYN-SENT`,
      `${host} SYN-SENT -> SYN-RECEIVED`,
      `${host} SYN-RECEIVED -> ESTABLISHED`,
    ]);
  }
});

test('Figure 8: recovery from an old duplicate SYN', () => {
  const trace = run({
    ...isns([100], [300, 400]),
    actions: [listens, act('client', 10, { name: 'connect' })],
    forgeries: [forged({ flags: ['SYN'], seq: fixed(90), when: at(11) })],
    faults: [{ from: 'client', match: 'syn', nth: 1, effect: { kind: 'delay', ms: 100 } }],
  });
  expect(figure(trace)).toEqual([
    'client <SEQ=100><CTL=SYN>',
    'client <SEQ=90><CTL=SYN> copy',
    'server <SEQ=300><ACK=91><CTL=SYN,ACK>',
    'client <SEQ=91><CTL=RST>',
    'server <SEQ=400><ACK=101><CTL=SYN,ACK>',
    'client <SEQ=101><ACK=401><CTL=ACK>',
  ]);
  expect(states(trace)).toContain('server SYN-RECEIVED -> LISTEN');
});

test('Figure 9: half-open connection discovery', () => {
  const trace = run({
    ...isns([99, 400], [299, 700]),
    actions: [
      listens,
      act('client', 10, { name: 'connect' }),
      act('client', 100, { name: 'crash' }),
      act('client', 200, { name: 'connect' }),
    ],
  });
  expect(figure(trace).slice(3)).toEqual([
    'client <SEQ=400><CTL=SYN>',
    'server <SEQ=300><ACK=100><CTL=ACK>',
    'client <SEQ=100><CTL=RST>',
    'client <SEQ=400><CTL=SYN>',
    'server <SEQ=700><ACK=401><CTL=SYN,ACK>',
    'client <SEQ=401><ACK=701><CTL=ACK>',
  ]);
});

test('Figure 10: the active side causes half-open discovery', () => {
  const trace = run({
    ...isns([99], [299]),
    actions: [
      listens,
      act('client', 10, { name: 'connect' }),
      act('client', 100, { name: 'crash' }),
      act('server', 200, { name: 'send', bytes: 10 }),
    ],
  });
  expect(figure(trace).slice(3)).toEqual(['server <SEQ=300><ACK=100><CTL=ACK><DATA=10>', 'client <SEQ=100><CTL=RST>']);
  expect(states(trace).at(-1)).toBe('server ESTABLISHED -> CLOSED');
});

test('Figure 11: an old duplicate SYN initiates a reset on two passive sockets', () => {
  const z = 5000;
  const trace = run({
    ...isns([1], [800]),
    actions: [listens, act('client', 0, { name: 'listen' })],
    forgeries: [forged({ flags: ['SYN'], seq: fixed(z), when: at(50) })],
  });
  expect(figure(trace)).toEqual([
    `client <SEQ=${z}><CTL=SYN> copy`,
    `server <SEQ=800><ACK=${z + 1}><CTL=SYN,ACK>`,
    `client <SEQ=${z + 1}><CTL=RST>`,
  ]);
  expect(trace.final).toMatchObject({ client: { state: 'LISTEN' }, server: { state: 'LISTEN' } });
});

const open = (more: Partial<Scenario>) => ({
  ...isns([99], [299]),
  ...more,
  actions: [listens, act('client', 10, { name: 'connect' }), ...(more.actions ?? [])],
});

test('Figure 12: normal close sequence', () => {
  const trace = run(open({ actions: [act('client', 100, { name: 'close' }), act('server', 150, { name: 'close' })] }));
  expect(figure(trace).slice(3)).toEqual([
    'client <SEQ=100><ACK=300><CTL=FIN,ACK>',
    'server <SEQ=300><ACK=101><CTL=ACK>',
    'server <SEQ=300><ACK=101><CTL=FIN,ACK>',
    'client <SEQ=101><ACK=301><CTL=ACK>',
  ]);
  expect(states(trace).slice(5)).toEqual([
    'client ESTABLISHED -> FIN-WAIT-1',
    'server ESTABLISHED -> CLOSE-WAIT',
    'client FIN-WAIT-1 -> FIN-WAIT-2',
    'server CLOSE-WAIT -> LAST-ACK',
    'client FIN-WAIT-2 -> TIME-WAIT',
    'server LAST-ACK -> CLOSED',
    'client TIME-WAIT -> CLOSED',
  ]);
  const [enters, leaves] = trace.events.filter((e) => e.kind === 'state' && e.host === 'client').slice(-2);
  expect(leaves!.ms - enters!.ms).toBe(2 * 120_000); // 2 MSL
});

test('Figure 13: simultaneous close sequence', () => {
  const trace = run(open({ actions: [act('client', 100, { name: 'close' }), act('server', 100, { name: 'close' })] }));
  expect(figure(trace).slice(3)).toEqual([
    'client <SEQ=100><ACK=300><CTL=FIN,ACK>',
    'server <SEQ=300><ACK=100><CTL=FIN,ACK>',
    'server <SEQ=301><ACK=101><CTL=ACK>',
    'client <SEQ=101><ACK=301><CTL=ACK>',
  ]);
  for (const host of ['client', 'server']) {
    expect(
      states(trace)
        .filter((line) => line.startsWith(host))
        .slice(2),
    ).toEqual([
      ...(host === 'server' ? ['server SYN-RECEIVED -> ESTABLISHED'] : []),
      `${host} ESTABLISHED -> FIN-WAIT-1`,
      `${host} FIN-WAIT-1 -> CLOSING`,
      `${host} CLOSING -> TIME-WAIT`,
      `${host} TIME-WAIT -> CLOSED`,
    ]);
  }
});
