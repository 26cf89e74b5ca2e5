import { expect, test } from 'vitest';
import { blankScenario } from '../../../src/simulator/sandbox/blank-scenario.ts';
import { act, type Move, openSandbox } from '../../../src/simulator/sandbox/sandbox.ts';
import { storyOf } from '../../../src/trace/timeline/related.ts';
import type { Call, HostName, Trace } from '../../../src/trace/trace.ts';

const call = (host: HostName, made: Call): Move => ({ kind: 'call', host, call: made });
const drop = (from: HostName): Move => ({ kind: 'next-segment', from, nth: 1, effect: { kind: 'drop' } });

function played(...moves: readonly (readonly [ms: number, move: Move])[]): Trace {
  return moves.reduce((made, [ms, move]) => act(made, ms, move), openSandbox(blankScenario('listens'), 'x')).trace;
}

const acknowledgedBy = (trace: Trace, n: number) =>
  storyOf(trace, n, Number.POSITIVE_INFINITY)?.acknowledgedBy?.n ?? null;

test('a lost SYN is not acknowledged by the SYN,ACK of the next connection', () => {
  const trace = played(
    [0, drop('client')],
    [0, call('client', { name: 'connect' })],
    [50, call('client', { name: 'abort' })],
    [100, call('client', { name: 'connect' })],
  );
  expect(trace.segments.slice(0, 3).map(({ from, fate }) => `${from} ${fate}`)).toEqual([
    'client lost',
    'client delivered',
    'server delivered',
  ]);
  expect(acknowledgedBy(trace, 1)).toBeNull();
  expect(acknowledgedBy(trace, 2)).toBe(3);
});

test('data that got lost is acknowledged once its repetition has arrived', () => {
  const trace = played(
    [0, call('client', { name: 'connect' })],
    [100, drop('client')],
    [100, call('client', { name: 'send', bytes: 10 })],
  );
  const [lost, again] = trace.segments.filter(({ len }) => len > 0);
  const ack = trace.segments.findLast(({ from }) => from === 'server');
  expect(again?.repeats).toBe(lost?.n);
  expect(acknowledgedBy(trace, lost?.n ?? 0)).toBe(ack?.n);
});
