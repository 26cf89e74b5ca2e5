import { expect, test } from 'vitest';
import type { Action } from '../../src/simulator/scenario.ts';
import { simulate } from '../../src/simulator/simulate.ts';
import { openPassive } from '../../src/tcp/calls/open.ts';
import { scenario, states } from '../simulator/short.ts';
import { opened, segment } from '../tcp/opened.ts';
import { ending } from './endpoint.ts';

/* RFC 9293 §3.5 and §3.9.1.1. */

const at = (host: Action['host'], ms: number, call: Action['call']): Action => ({
  host,
  when: { kind: 'time', ms },
  afterMs: 0,
  call,
});

test('MUST-10: SYNs that cross make one connection, which carries data both ways', () => {
  const trace = simulate(
    scenario({
      actions: [
        at('client', 0, { name: 'connect' }),
        at('server', 0, { name: 'connect' }),
        at('client', 100, { name: 'send', bytes: 300 }),
        at('server', 100, { name: 'send', bytes: 200 }),
      ],
    }),
    'crossing',
  );
  expect(states(trace).filter((change) => change.startsWith('client'))).toEqual([
    'client CLOSED -> SYN-SENT',
    'client SYN-SENT -> SYN-RECEIVED',
    'client SYN-RECEIVED -> ESTABLISHED',
  ]);
  expect([trace.final.client, trace.final.server]).toEqual([
    { state: 'ESTABLISHED', sentBytes: 300, receivedBytes: 200 },
    { state: 'ESTABLISHED', sentBytes: 200, receivedBytes: 300 },
  ]);
});

test('MUST-11: a reset in SYN-RECEIVED leads back to LISTEN after a passive OPEN, to CLOSED after an active one', () => {
  const reset = segment({ flags: ['RST'], seq: 1 });
  const passive = opened('SYN-RECEIVED(passive)');
  passive.deliver(reset);
  expect([passive.tcb.state, ending(passive)]).toEqual(['LISTEN', null]);
  const active = opened('SYN-RECEIVED(simultaneous)');
  active.deliver(reset);
  expect([active.tcb.state, ending(active)]).toEqual(['CLOSED', 'refused']);
});

test.each([
  'LISTEN',
  'SYN-SENT',
  'SYN-RECEIVED(passive)',
  'ESTABLISHED(100 B unacked)',
  'FIN-WAIT-1',
  'FIN-WAIT-2',
  'CLOSING',
  'TIME-WAIT',
  'CLOSE-WAIT',
  'LAST-ACK',
])('MUST-41: a passive OPEN does nothing to a connection that is there: %s', (state) => {
  const r = opened(state);
  const before = JSON.stringify(r.tcb);
  expect(openPassive(r.tcb)).toBe('connection already exists');
  expect(JSON.stringify(r.tcb)).toBe(before);
  expect(r.effects).toEqual([]);
});

test('MUST-42: a host may listen on a port whose connection is still in SYN-SENT, and takes the next peer', () => {
  const trace = simulate(
    scenario({
      actions: [
        at('client', 0, { name: 'connect' }), // nobody listens yet at the server: refused at 20 ms
        at('client', 5, { name: 'listen' }),
        at('server', 100, { name: 'connect' }),
      ],
    }),
    'listen',
  );
  const errors = trace.events.flatMap((e) => (e.kind === 'call' ? [e.error] : []));
  expect(errors).toEqual([null, null, null]);
  expect([trace.final.client.state, trace.final.server.state]).toEqual(['ESTABLISHED', 'ESTABLISHED']);
});

test('MUST-43: an OPEN names its local address, and the connection is known by it', () => {
  const syn = (address: string) => {
    const given = { isn: 'rfc6528', address } as const;
    const trace = simulate(scenario({ client: given, actions: [at('client', 0, { name: 'connect' })] }), 'multihomed');
    expect(trace.hosts.client.address).toBe(address);
    return trace.segments[0]!.seq;
  };
  expect(syn('192.0.2.7')).not.toBe(syn('192.0.2.8'));
});
