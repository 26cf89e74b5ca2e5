import { expect, test } from 'vitest';
import { rfc6528Isn } from '../../src/tcp/isn.ts';
import { seqDistance } from '../../src/tcp/sequence.ts';

const tuple = { localAddress: '10.0.0.1', localPort: 50000, remoteAddress: '10.0.0.2', remotePort: 80 };

test('M ticks every 4 microseconds: 250,000 a second for the same 4-tuple', () => {
  const first = rfc6528Isn(tuple, 'secret', 5_000);
  expect(seqDistance(first, rfc6528Isn(tuple, 'secret', 6_000))).toBe(250_000);
});

test('the clock goes round in 2^32 ticks, 4.77 hours', () => {
  const cycleMs = 2 ** 32 / 250;
  expect(rfc6528Isn(tuple, 'secret', 1_000)).toBe(rfc6528Isn(tuple, 'secret', 1_000 + cycleMs));
  expect(cycleMs / 3_600_000).toBeCloseTo(4.77, 2);
});

test('another port, address or secret starts somewhere else at the same moment', () => {
  const isns = [
    rfc6528Isn(tuple, 'secret', 0),
    rfc6528Isn({ ...tuple, localPort: 50001 }, 'secret', 0),
    rfc6528Isn({ ...tuple, remoteAddress: '10.0.0.3' }, 'secret', 0),
    rfc6528Isn(tuple, 'another', 0),
  ];
  expect(new Set(isns).size).toBe(4);
});
