import fc from 'fast-check';
import { expect, test } from 'vitest';
import { simulate } from '../../src/simulator/simulate.ts';
import { completeness, violations } from './invariants.ts';
import { randomOptions } from './random-options.ts';
import { randomScenario } from './random-scenario.ts';
import { wholeTrace } from './whole-trace.ts';

test('random runs keep the rules of TCP, end, and deliver every byte once and in order', () => {
  fc.assert(
    fc.property(randomScenario, fc.string({ maxLength: 8 }), (scenario, seed) => {
      const { trace, broken } = violations(scenario, seed);
      expect([...broken, ...completeness(trace)]).toEqual([]);
    }),
    { numRuns: 400 },
  );
}, 60_000);

test('so do runs in which either end wants options of its own', () => {
  fc.assert(
    fc.property(randomOptions, fc.string({ maxLength: 8 }), (scenario, seed) => {
      const { trace, broken } = violations(scenario, seed);
      expect([...broken, ...completeness(trace)]).toEqual([]);
    }),
    { numRuns: 100 },
  );
}, 60_000);

test('the same seed gives the same trace, byte by byte', () => {
  fc.assert(
    fc.property(randomScenario, fc.string({ maxLength: 8 }), (scenario, seed) => {
      const text = () => JSON.stringify(wholeTrace(simulate(scenario, seed)));
      expect(text()).toBe(text());
    }),
    { numRuns: 30 },
  );
});
