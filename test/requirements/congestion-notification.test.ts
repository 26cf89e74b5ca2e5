import { expect, test } from 'vitest';
import type { Action } from '../../src/simulator/scenario.ts';
import { simulate } from '../../src/simulator/simulate.ts';
import type { Trace } from '../../src/trace/trace.ts';
import { scenario } from '../simulator/short.ts';

/* RFC 9293 §3.8.2; RFC 3168 §6.1. */

const at = (host: Action['host'], ms: number, call: Action['call']): Action => ({
  host,
  when: { kind: 'time', ms },
  afterMs: 0,
  call,
});

/** The client sends 100 segments; a router that is congested when the 20th passes marks it, or drops it. */
function congested(client: boolean, server: boolean): Trace {
  const trace = simulate(
    scenario({
      client: { mss: 1000, conventions: { ecn: client } },
      server: { conventions: { ecn: server } },
      actions: [
        at('server', 0, { name: 'listen' }),
        at('client', 0, { name: 'connect' }),
        at('client', 100, { name: 'send', bytes: 100_000 }),
      ],
      faults: [{ from: 'client', match: 'data', nth: 20, effect: { kind: 'mark' } }],
    }),
    'congested',
  );
  expect(trace.final.server.receivedBytes).toBe(100_000);
  return trace;
}

const cwnds = (trace: Trace) =>
  trace.events.flatMap((e) => (e.kind === 'arrive' && e.host === 'client' && e.after !== null ? [e.after.cwnd] : []));

test('SHLD-8: a mark takes the place of a loss: echoed, answered with a smaller window, and acknowledged', () => {
  const trace = congested(true, true);
  const [syn, synAck] = trace.segments;
  expect([syn!.flags, synAck!.flags].map((flags) => flags.filter((f) => f === 'ECE' || f === 'CWR').sort())).toEqual([
    ['CWR', 'ECE'],
    ['ECE'],
  ]);
  // ECT on data alone, nothing lost, nothing sent twice.
  for (const { from, len, ecn } of trace.segments)
    expect([ecn !== 0, from === 'client' && len > 0]).toEqual([len > 0, len > 0]);
  expect(trace.segments.some((s) => s.fate === 'lost' || s.repeats !== null)).toBe(false);
  // The receiver echoes until the sender says once, on new data, that it has reduced its window.
  const echoes = trace.segments.filter(
    (s) => s.from === 'server' && !s.flags.includes('SYN') && s.flags.includes('ECE'),
  );
  const [reduced, ...more] = trace.segments.filter((s) => s.len > 0 && s.flags.includes('CWR'));
  expect([echoes.length > 0, reduced !== undefined, more]).toEqual([true, true, []]);
  expect(Math.max(...echoes.map((s) => s.sentMs))).toBeLessThanOrEqual(reduced!.arrivedMs!);
  const sizes = cwnds(trace);
  const falls = sizes.slice(1).filter((cwnd, n) => cwnd < sizes[n]!);
  expect(falls).toHaveLength(1);
});

test.each([
  { client: true, server: false },
  { client: false, server: true },
])(
  'SHLD-8: unless both ends want it nothing is marked: the router drops, and loss recovery repairs it: $client',
  (ends) => {
    const trace = congested(ends.client, ends.server);
    expect(trace.segments.every((s) => s.ecn === 0)).toBe(true);
    expect(trace.segments.filter((s) => s.fate === 'lost')).toHaveLength(1);
    expect(trace.segments.filter((s) => s.repeats !== null)).toHaveLength(1);
  },
);
