import { expect, test } from 'vitest';
import { simulate } from '../../src/simulator/simulate.ts';
import { CE, ECT_0 } from '../../src/tcp/segment.ts';
import { captureAt } from '../../src/trace/capture.ts';
import { scenario } from './short.ts';

const at = { kind: 'time', ms: 0 } as const;
const established = { kind: 'state', host: 'client', state: 'ESTABLISHED', times: 1 } as const;
const transfer = (bytes: number) =>
  [
    { host: 'server', when: at, afterMs: 0, call: { name: 'listen' } },
    { host: 'client', when: at, afterMs: 0, call: { name: 'connect' } },
    { host: 'client', when: established, afterMs: 0, call: { name: 'send', bytes } },
  ] as const;

test('a marked segment: ECE back, CWR forth, nothing lost (RFC 3168 §6.1)', () => {
  const trace = simulate(
    scenario({
      conventions: { ecn: true },
      actions: transfer(30_000),
      faults: [{ from: 'client', match: 'data', nth: 2, effect: { kind: 'mark' } }],
    }),
    'ecn',
  );
  const data = trace.segments.filter((s) => s.from === 'client' && s.len > 0);
  expect(data.filter((s) => s.ecn === CE).map((s) => s.seq)).toEqual([101 + 1460]);
  expect(data.filter((s) => s.ecn === ECT_0)).toHaveLength(data.length - 1);
  const echoes = trace.segments.filter((s) => s.from === 'server' && s.flags.includes('ECE') && s.len === 0);
  const cwr = data.filter((s) => s.flags.includes('CWR'));
  expect(cwr).toHaveLength(1);
  expect(echoes.length).toBeGreaterThan(1);
  // From the mark until the CWR arrives, and no longer.
  expect(echoes.at(-1)?.sentMs).toBeLessThanOrEqual(cwr[0]?.arrivedMs ?? 0);
  expect(trace.segments.every((s) => s.fate === 'delivered' && s.repeats === null)).toBe(true);
  expect(trace.events.flatMap((e) => (e.kind === 'arrive' ? e.notes : [])).filter((n) => n.startsWith('cong'))).toEqual(
    ['congestion-marked', 'congestion-echoed'],
  );
  expect(trace.final.server.receivedBytes).toBe(30_000);
});

test('the sender’s capture shows the mark not set yet, the receiver’s shows it', () => {
  const trace = simulate(
    scenario({
      conventions: { ecn: true },
      actions: transfer(1000),
      faults: [{ from: 'client', match: 'data', nth: 1, effect: { kind: 'mark' } }],
    }),
    'ecn',
  );
  const codepoints = (host: 'client' | 'server') =>
    captureAt(trace, { at: host, ipv6: false, payloadOf: ({ len }) => new Uint8Array(len) }).map(
      ({ bytes }) => (bytes[15] ?? 0) & 3, // behind the Ethernet header, the second octet of IPv4's
    );
  expect(codepoints('client')).toContain(ECT_0);
  expect(codepoints('client')).not.toContain(CE);
  expect(codepoints('server')).toContain(CE);
});

test('a path that marks: a transfer ends whole, and slower windows without a loss of data', () => {
  const run = (mark: number) =>
    simulate(
      scenario({
        conventions: { ecn: true },
        network: { delayMs: 10, loss: 0, duplicate: 0, reorder: 0, reorderMs: 0, mark },
        actions: transfer(500_000),
      }),
      'marks',
    );
  const trace = run(0.05);
  expect(trace.final.server.receivedBytes).toBe(500_000);
  const data = trace.segments.filter((s) => s.from === 'client' && s.len > 0);
  expect(data.some((s) => s.ecn === CE)).toBe(true);
  expect(data.filter((s) => s.fate === 'lost' && s.ecn === ECT_0)).toEqual([]);
  const largest = (of: typeof trace) =>
    Math.max(...of.events.map((e) => (e.kind !== 'lost' && e.host === 'client' ? (e.after?.cwnd ?? 0) : 0)));
  expect(largest(trace)).toBeLessThan(largest(run(0)));
});
