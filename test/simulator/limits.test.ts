import { expect, test } from 'vitest';
import type { Fault } from '../../src/simulator/fault.ts';
import type { Action } from '../../src/simulator/scenario.ts';
import { simulate } from '../../src/simulator/simulate.ts';
import { scenario } from './short.ts';

const is = { kind: 'state', host: 'client', state: 'ESTABLISHED', times: 1 } as const;
const now = { kind: 'time', ms: 0 } as const;
const actions: Action[] = [
  { host: 'server', when: now, afterMs: 0, call: { name: 'listen' } },
  { host: 'client', when: now, afterMs: 0, call: { name: 'connect' } },
  { host: 'client', when: is, afterMs: 0, call: { name: 'send', bytes: 10_000_000 } },
];

/** Every other one of 400 segments in the middle of a window of tens of thousands is lost. */
const holes: Fault[] = Array.from({ length: 200 }, (_, i) => ({
  from: 'client',
  match: 'data',
  nth: 20_000 + 2 * i,
  effect: { kind: 'drop' },
}));

test('the most bytes in the least segments, with tens of thousands held above gaps, stop at the event limit in good time', () => {
  const start = performance.now();
  const trace = simulate(scenario({ server: { mss: 1 }, actions, faults: holes, limitMs: 86_400_000 }), 'limits');
  expect(trace.ended).toBe('limit');
  expect(trace.events.length).toBeLessThan(300_000);
  expect(trace.events.some((e) => e.kind === 'arrive' && e.after !== null && e.after.held.length > 100)).toBe(true);
  // About a second; one that grows with the square of what is held or sent takes minutes.
  expect(performance.now() - start).toBeLessThan(20_000);
}, 60_000);

test('with no delay and every segment doubled time stands still, and the run ends all the same', () => {
  const network = { delayMs: 0, loss: 0, duplicate: 1, reorder: 0, reorderMs: 0, mark: 0 };
  const trace = simulate(scenario({ network, actions, limitMs: 86_400_000 }), 'limits');
  expect(trace.ended).toBe('quiet');
  expect(trace.endMs).toBe(0);
  expect(trace.final.server.receivedBytes).toBe(10_000_000);
});
