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

/**
 * How much at most goes with the OPEN: no more than the window that the SYN,ACK will offer, or it would go again beyond
 * it (MAY-7). A server that reads slowly closes at a set time, and must have all by then: with an MSS of a few bytes and
 * losses each segment may take a timeout of minutes, so there it is one segment, as sends are kept small there too.
 */
function mostWithOpen({ client, server }: Scenario): number {
  const window = server.window as number;
  return client.reads && server.reads ? window : Math.min(window, client.mss as number, server.mss as number);
}

/** The rules look at established connections, and know no data before one. */
const FOR_LATER = /data before any window|round trip|SRTT|RTO/;

test('data on the SYN: random runs end, and deliver every byte once and in order', () => {
  fc.assert(
    fc.property(randomScenario, fc.integer({ min: 1, max: 900 }), fc.string({ maxLength: 8 }), (given, bytes, seed) => {
      const most = mostWithOpen(given);
      const { trace, broken } = violations(withData(given, Math.min(bytes, most)), seed);
      expect([...broken.filter((rule) => !FOR_LATER.test(rule)), ...completeness(trace)]).toEqual([]);
    }),
    { numRuns: 200 },
  );
}, 60_000);
