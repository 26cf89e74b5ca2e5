import { expect, test } from 'vitest';
import { blankScenario } from '../../../src/simulator/sandbox/blank-scenario.ts';
import { act, openSandbox, takeBack } from '../../../src/simulator/sandbox/sandbox.ts';
import { figure, states } from '../short.ts';

const open = () => openSandbox(blankScenario('listens'), 'seed');

test('both sides played by hand: connect, send, close', () => {
  let sandbox = open();
  expect(sandbox.trace.segments).toEqual([]);
  sandbox = act(sandbox, 100, { kind: 'call', host: 'client', call: { name: 'connect' } });
  sandbox = act(sandbox, 200, { kind: 'call', host: 'client', call: { name: 'send', bytes: 10 } });
  sandbox = act(sandbox, 500, { kind: 'call', host: 'client', call: { name: 'close' } });
  sandbox = act(sandbox, 600, { kind: 'call', host: 'server', call: { name: 'close' } });
  expect(states(sandbox.trace).at(-1)).toBe('client TIME-WAIT -> CLOSED');
  expect(sandbox.trace.segments).toHaveLength(9);
});

test('acting at a time drops what was done after it, and the last move can be taken back', () => {
  let sandbox = act(open(), 100, { kind: 'call', host: 'client', call: { name: 'connect' } });
  const opened = sandbox;
  sandbox = act(sandbox, 200, { kind: 'call', host: 'client', call: { name: 'send', bytes: 10 } });
  sandbox = act(sandbox, 150, { kind: 'call', host: 'client', call: { name: 'abort' } });
  expect(sandbox.moves.map(({ ms }) => ms)).toEqual([100, 150]);
  expect(figure(sandbox.trace).at(-1)).toMatch(/^client .*RST/);
  expect(takeBack(sandbox)).toEqual(opened);
  expect(takeBack(open())).toBeNull();
});

test.each(['close', 'abort', 'crash'] as const)(
  'after a %s of what only listens a SYN finds nobody (§3.10.7.1)',
  (name) => {
    let sandbox = act(open(), 100, { kind: 'call', host: 'server', call: { name } });
    sandbox = act(sandbox, 200, { kind: 'call', host: 'client', call: { name: 'connect' } });
    expect(sandbox.trace.segments.map(({ from, flags }) => `${from} ${flags.join()}`)).toEqual([
      'client SYN',
      'server RST,ACK',
    ]);
  },
);

test('who aborts a connection that the listener accepted still listens', () => {
  let sandbox = act(open(), 100, { kind: 'call', host: 'client', call: { name: 'connect' } });
  sandbox = act(sandbox, 200, { kind: 'call', host: 'server', call: { name: 'abort' } });
  sandbox = act(sandbox, 300, { kind: 'call', host: 'client', call: { name: 'connect' } });
  expect(states(sandbox.trace).at(-1)).toBe('server SYN-RECEIVED -> ESTABLISHED');
});

test('an active OPEN of what only listens takes its place: refused, a SYN finds nobody (§3.10.1)', () => {
  let sandbox = act(open(), 100, { kind: 'call', host: 'server', call: { name: 'connect' } });
  sandbox = act(sandbox, 200, { kind: 'call', host: 'client', call: { name: 'connect' } });
  expect(sandbox.trace.segments.map(({ from, flags }) => `${from} ${flags.join()}`)).toEqual([
    'server SYN',
    'client RST,ACK',
    'client SYN',
    'server RST,ACK',
  ]);
});
