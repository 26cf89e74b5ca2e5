import { expect, test } from 'vitest';
import { simulate } from '../../src/simulator/simulate.ts';
import { type FourTuple, rfc6528Isn } from '../../src/tcp/isn.ts';
import { seqDistance } from '../../src/tcp/sequence.ts';
import { scenario } from '../simulator/short.ts';

/* RFC 9293 §3.4.1. */

const tuple: FourTuple = { localAddress: '10.0.0.1', localPort: 50_000, remoteAddress: '10.0.0.2', remotePort: 80 };

/** The SYNs of a client that connects at 0 and again at 2 s, after its first connection was reset. */
function twoOpenings(seed: string): number[] {
  const connect = (ms: number) =>
    ({ host: 'client', when: { kind: 'time', ms }, afterMs: 0, call: { name: 'connect' } }) as const;
  const trace = simulate(scenario({ client: { isn: 'rfc6528' }, actions: [connect(0), connect(2000)] }), seed);
  return trace.segments.filter((s) => s.from === 'client' && s.flags.includes('SYN')).map((s) => s.seq);
}

test('MUST-8: the number of one connection grows with a clock that ticks every 4 microseconds', () => {
  const at = (ms: number) => rfc6528Isn(tuple, 'secret', ms);
  for (const ms of [0, 1, 17.5, 3_600_000]) expect(seqDistance(at(ms), at(ms + 0.004))).toBe(1);
  // The clock goes round the whole space in about 4.77 hours and starts over.
  expect(at(2 ** 32 / 250)).toBe(at(0));
  const [first, second] = twoOpenings('clock');
  expect(seqDistance(first!, second!)).toBe(2000 * 250);
});

test('MUST-9: whoever does not know the secret cannot tell one connection’s number from another’s', () => {
  const other: FourTuple = { ...tuple, localPort: 50_001 };
  const between = (secret: string) => seqDistance(rfc6528Isn(tuple, secret, 0), rfc6528Isn(other, secret, 0));
  // An outsider who sees the number of one connection would need this difference; it is another for each secret.
  const differences = new Set(Array.from({ length: 500 }, (_, n) => between(`secret ${n}`)));
  expect(differences.size).toBe(500);
  expect(twoOpenings('one host')[0]).not.toBe(twoOpenings('another host')[0]);
});

test('SHLD-1: each address and each port moves the number to an unrelated place', () => {
  const changed: Partial<FourTuple>[] = [
    { localAddress: '10.0.0.3' },
    { localPort: 50_001 },
    { remoteAddress: '10.0.0.3' },
    { remotePort: 81 },
  ];
  const numbers = [{}, ...changed].map((change) => rfc6528Isn({ ...tuple, ...change }, 'secret', 0));
  for (const [i, a] of numbers.entries()) {
    for (const b of numbers.slice(i + 1)) {
      expect(Math.min(seqDistance(a, b), seqDistance(b, a))).toBeGreaterThan(65_535);
    }
  }
});
