import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { MOST_EVENTS, Run } from '../../../src/simulator/run.ts';
import type { Scenario } from '../../../src/simulator/scenario.ts';
import { simulate } from '../../../src/simulator/simulate.ts';
import { randomOptions } from '../random-options.ts';
import { randomScenario } from '../random-scenario.ts';
import { scenario } from '../short.ts';
import { wholeTrace } from '../whole-trace.ts';
import { PlainRecorder } from './plain-recorder.ts';

/** What a trace holds, and what it should. */
function bothWays(given: Scenario, seed: string): [kept: unknown, plain: unknown] {
  const { segments, events, endMs } = wholeTrace(simulate(given, seed));
  const plain = new PlainRecorder();
  new Run(given, seed, plain, {}).toEnd(MOST_EVENTS);
  const plainEnd = plain.events.at(-1)?.ms ?? 0;
  return [
    { segments, events, endMs },
    { segments: plain.segments, events: plain.events, endMs: plainEnd },
  ];
}

test('a trace tells what happened, whatever its options, losses and incarnations', () => {
  fc.assert(
    fc.property(fc.oneof(randomScenario, randomOptions), fc.string({ maxLength: 8 }), (given, seed) => {
      const [kept, plain] = bothWays(given, seed);
      // Vitest compares large ones slowly.
      if (!isDeepStrictEqual(kept, plain)) expect(kept).toEqual(plain);
    }),
    { numRuns: 80 },
  );
}, 60_000);

const connect = scenario({
  actions: [
    { host: 'server', when: { kind: 'time', ms: 0 }, afterMs: 0, call: { name: 'listen' } },
    { host: 'client', when: { kind: 'time', ms: 0 }, afterMs: 0, call: { name: 'connect' } },
  ],
});

test('events and segments are made once, and belong to the trace as its other properties do', () => {
  const trace = simulate(connect, '1');
  const { segments, events } = trace;
  expect(segments.map(({ flags }) => flags.join())).toEqual(['SYN', 'SYN,ACK', 'ACK']);
  expect(trace.segments).toBe(segments);
  expect(trace.events).toBe(events);
  const copy = { ...trace };
  expect(copy.segments).toBe(segments);
  expect(copy.events).toBe(events);
  expect(trace).toEqual(copy);
  expect(JSON.parse(JSON.stringify(trace)).events).toHaveLength(events.length);
});

test('snapshots share what they have in common', () => {
  const { events } = simulate(connect, '1');
  const after = events.flatMap((event) => ('after' in event && event.after !== null ? [event.after] : []));
  expect(after.length).toBeGreaterThan(new Set(after).size);
});
