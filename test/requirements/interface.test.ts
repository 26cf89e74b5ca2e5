import { expect, test } from 'vitest';
import type { Action } from '../../src/simulator/scenario.ts';
import { simulate } from '../../src/simulator/simulate.ts';
import { scenario } from '../simulator/short.ts';

/* RFC 9293 §3.9.1.8. */

test('MUST-47: the user is told of excessive retransmissions and of urgent data while the connection goes on', () => {
  const at = (host: Action['host'], ms: number, call: Action['call']): Action => ({
    host,
    when: { kind: 'time', ms },
    afterMs: 0,
    call,
  });
  const losses = [1, 2, 3, 4].map((nth) => ({ from: 'client', match: 'data', nth, effect: { kind: 'drop' } }) as const);
  const trace = simulate(
    scenario({
      actions: [
        at('server', 0, { name: 'listen' }),
        at('client', 0, { name: 'connect' }),
        at('client', 100, { name: 'send', bytes: 50 }),
        at('server', 40_000, { name: 'send-urgent', bytes: 50 }),
      ],
      faults: losses,
    }),
    'reports',
  );
  const reports = trace.events.flatMap((e) => (e.kind === 'signal' ? [`${e.host}: ${e.signal}`] : []));
  expect(reports).toEqual(['client: excessive retransmissions', 'client: urgent data']);
  expect(trace.final).toMatchObject({
    client: { state: 'ESTABLISHED', receivedBytes: 50 },
    server: { state: 'ESTABLISHED', receivedBytes: 50 },
  });
});
