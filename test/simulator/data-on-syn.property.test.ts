import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Scenario } from '../../src/simulator/scenario.ts';
import { completeness, violations } from './invariants.ts';
import { randomScenario } from './random-scenario.ts';

/** The client opens with data, and puts it on the SYN. */
function withData(scenario: Scenario, bytes: number): Scenario {
  const conventions = { ...scenario.client.conventions, dataOnSyn: true };
  const actions = scenario.actions.map((action) =>
    action.host === 'client' && action.call.name === 'connect'
      ? { ...action, call: { name: 'connect-with-data', bytes } as const }
      : action,
  );
  return { ...scenario, client: { ...scenario.client, conventions }, actions };
}

/** The rules look at established connections, and know no data before one. */
const FOR_LATER = /data before any window|round trip|SRTT|RTO/;

test('data on the SYN: random runs end, and deliver every byte once and in order', () => {
  fc.assert(
    fc.property(randomScenario, fc.integer({ min: 1, max: 900 }), fc.string({ maxLength: 8 }), (given, bytes, seed) => {
      // No more than the window that the SYN,ACK will offer, or it would go again beyond it (MAY-7).
      const most = given.server.window as number;
      const { trace, broken } = violations(withData(given, Math.min(bytes, most)), seed);
      expect([...broken.filter((rule) => !FOR_LATER.test(rule)), ...completeness(trace)]).toEqual([]);
    }),
    { numRuns: 200 },
  );
}, 60_000);
