import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Outcome } from '../../src/simulator/outcome.ts';
import { play } from '../../src/simulator/play.ts';
import type { Action } from '../../src/simulator/scenario.ts';
import { simulate } from '../../src/simulator/simulate.ts';
import type { Trace } from '../../src/trace/trace.ts';
import { randomScenario } from './random-scenario.ts';
import { scenario } from './short.ts';

const outcomeOf = ({ final, endMs, ended, segments, events }: Trace): Outcome => ({
  final,
  endMs,
  ended,
  segments: segments.length,
  copies: segments.filter(({ origin }) => origin === 'copy').length,
  lost: events.filter(({ kind }) => kind === 'lost').length,
  events: events.length,
});

test('a play comes out as its trace says, stopped early or not', () => {
  fc.assert(
    fc.property(randomScenario, fc.string({ maxLength: 8 }), fc.nat(200), (given, seed, mostEvents) => {
      expect(play(given, seed)).toEqual(outcomeOf(simulate(given, seed)));
      expect(play(given, seed, {}, mostEvents)).toEqual(outcomeOf(simulate(given, seed, {}, mostEvents)));
    }),
    { numRuns: 100 },
  );
});

const now = { kind: 'time', ms: 0 } as const;
const open = { kind: 'state', host: 'client', state: 'ESTABLISHED', times: 1 } as const;
const longTransfer: Action[] = [
  { host: 'server', when: now, afterMs: 0, call: { name: 'listen' } },
  { host: 'client', when: now, afterMs: 0, call: { name: 'connect' } },
  { host: 'client', when: open, afterMs: 0, call: { name: 'send', bytes: 60_000_000 } },
];

test('the memory a play needs does not grow with what is sent', () => {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  const used = () => {
    collect();
    const { heapUsed, arrayBuffers } = process.memoryUsage();
    return heapUsed + arrayBuffers;
  };
  const measured: number[] = [];
  let received = 0;
  const delivered = (_host: unknown, _connection: unknown, data: Uint8Array) => {
    const before = Math.floor(received / 10_000_000);
    received += data.length;
    if (Math.floor(received / 10_000_000) > before) measured.push(used());
  };
  const outcome = play(scenario({ actions: longTransfer }), 'memory', { delivered }, 1_000_000);
  expect(outcome.final.server.receivedBytes).toBe(60_000_000);
  expect(outcome.segments).toBeGreaterThan(80_000);
  expect(measured).toHaveLength(6);
  // What is kept of each segment, if only 8 bytes, would make 300 kB.
  expect(Math.max(...measured.slice(1)) - measured[0]!).toBeLessThan(250_000);
});
