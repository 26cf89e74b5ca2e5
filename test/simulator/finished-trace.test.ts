import { expect, test } from 'vitest';
import { play } from '../../src/simulator/play.ts';
import type { Scenario } from '../../src/simulator/scenario.ts';
import { simulate } from '../../src/simulator/simulate.ts';
import { scenario } from './short.ts';

/** The client sends `bytes` over a path that loses some; both close. */
function transfer(bytes: number): Scenario {
  const end = { window: 65_535, isn: 'random', delayedAck: true } as const;
  const when = (host: 'client' | 'server', state: 'ESTABLISHED' | 'CLOSE-WAIT') =>
    ({ kind: 'state', host, state, times: 1 }) as const;
  const start = { kind: 'time', ms: 0 } as const;
  return scenario({
    conventions: { sack: true, timestamps: true },
    client: end,
    server: end,
    network: { delayMs: 10, loss: 0.02, duplicate: 0.01, reorder: 0, reorderMs: 5, mark: 0 },
    actions: [
      { host: 'server', when: start, afterMs: 0, call: { name: 'listen' } },
      { host: 'client', when: start, afterMs: 0, call: { name: 'connect' } },
      { host: 'client', when: when('client', 'ESTABLISHED'), afterMs: 0, call: { name: 'send', bytes } },
      { host: 'client', when: when('client', 'ESTABLISHED'), afterMs: 0, call: { name: 'close' } },
      { host: 'server', when: when('server', 'CLOSE-WAIT'), afterMs: 0, call: { name: 'close' } },
    ],
    limitMs: 86_400_000,
  });
}

test('the trace of a long run is laid out once, whole, and is not touched by runs after it', () => {
  const long = transfer(3_000_000);
  const trace = simulate(long, 'long');
  const short = simulate(transfer(5000), 'short');
  const before = JSON.stringify(short);
  const counted = play(long, 'long');
  expect(trace.segments).toHaveLength(counted.segments);
  expect(trace.events.length).toBeGreaterThan(4096);
  expect(trace.segments).toBe(trace.segments);
  expect(trace.events).toBe({ ...trace }.events);
  expect(trace.events.at(-1)?.ms).toBe(trace.endMs);
  const sent = trace.segments.filter(
    ({ from, repeats, origin }) => from === 'client' && repeats === null && origin === 'tcp',
  );
  expect(sent.reduce((sum, { len }) => sum + len, 0)).toBe(3_000_000);
  expect(trace.segments.some(({ options }) => (options.sack?.length ?? 0) > 1)).toBe(true);
  expect(JSON.stringify(simulate(long, 'long'))).toBe(JSON.stringify(trace));
  expect(JSON.stringify(short)).toBe(before);
});

test('a short run is the same whether or not a longer one came between', () => {
  const first = JSON.stringify(simulate(transfer(4000), 'same'));
  simulate(transfer(2_000_000), 'between');
  expect(JSON.stringify(simulate(transfer(4000), 'same'))).toBe(first);
});
