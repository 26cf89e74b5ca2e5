import { expect, test } from 'vitest';
import type { Fault, FaultEffect } from '../../src/simulator/fault.ts';
import { Network } from '../../src/simulator/network.ts';
import type { NetworkSpec } from '../../src/simulator/network-spec.ts';
import { randomFrom } from '../../src/simulator/random.ts';
import { ACK, ECT_0, type Ecn, FIN, NOT_ECT, SYN } from '../../src/tcp/segment.ts';

const leaving = (flags: number, length: number, ecn: Ecn = NOT_ECT) => ({ flags, data: new Uint8Array(length), ecn });
const quiet: NetworkSpec = { delayMs: 10, loss: 0, duplicate: 0, reorder: 0, reorderMs: 30, mark: 0 };
const fault = (nth: number, effect: FaultEffect, match: Fault['match'] = 'data'): Fault => ({
  from: 'client',
  match,
  nth,
  effect,
});
const network = (spec: Partial<NetworkSpec>, faults: Fault[] = []) =>
  new Network({ ...quiet, ...spec }, faults, randomFrom('network'));

/** When ten segments of 100 bytes, 1 ms apart, arrive; null for a lost one. */
const arrivals = (path: Network) =>
  Array.from({ length: 10 }, (_, i) => {
    const passage = path.carry('client', leaving(ACK, 100), i);
    return passage.kind === 'lost' ? null : passage.arrivesMs;
  });

test('a range of delays keeps the order of a direction', () => {
  const times = arrivals(network({ delayMs: { min: 1, max: 100 } })).map(Number);
  expect(times).toEqual([...times].sort((a, b) => a - b));
  expect(new Set(times).size).toBeGreaterThan(1);
});

test('a fault counts the segments of its kind and of its side only', () => {
  const path = network({}, [fault(2, { kind: 'drop' }), fault(1, { kind: 'drop' }, 'fin')]);
  expect(path.carry('client', leaving(SYN, 0), 0).kind).toBe('carried');
  expect(path.carry('client', leaving(ACK, 5), 0).kind).toBe('carried');
  expect(path.carry('server', leaving(ACK, 5), 0).kind).toBe('carried');
  expect(path.carry('client', leaving(ACK, 5), 0)).toEqual({ kind: 'lost', cause: 'fault' });
  expect(path.carry('client', leaving(ACK, 5), 0).kind).toBe('carried');
  expect(path.carry('client', leaving(ACK | FIN, 5), 0)).toEqual({ kind: 'lost', cause: 'fault' });
});

test('a fault leaves the chances of all other segments as they were', () => {
  const spec = { delayMs: { min: 1, max: 100 }, loss: 0.2, reorder: 0.3, reorderMs: { min: 1, max: 50 }, mark: 0 };
  const without = arrivals(network(spec));
  const lateFirst = arrivals(network(spec, [fault(1, { kind: 'delay', ms: { min: 0, max: 3000 } })]));
  const withCopy = arrivals(network(spec, [fault(1, { kind: 'duplicate', afterMs: { min: 0, max: 3000 } })]));
  const chosen = arrivals(network(spec, [fault(3, { kind: 'drop' })]));
  expect(withCopy).toEqual(without);
  // The delayed one no longer holds back those after it, so only what came out of the draws is compared.
  expect(lateFirst.map((ms) => ms === null)).toEqual(without.map((ms) => ms === null));
  expect(chosen.filter((_, i) => i !== 2)).toHaveLength(9);
  const path = network(spec);
  const forging = network(spec);
  path.carry('client', leaving(ACK, 100), 0);
  forging.carry('client', leaving(ACK, 100), 0);
  forging.forgedArrival('client', 0);
  expect(forging.carry('client', leaving(ACK, 100), 1)).toEqual(path.carry('client', leaving(ACK, 100), 1));
});

test('a copy never overtakes the segment it was made from', () => {
  for (let i = 0; i < 50; i++) {
    const path = new Network(
      { ...quiet, delayMs: { min: 1, max: 100 } },
      [fault(2, { kind: 'duplicate', afterMs: 0 })],
      randomFrom(`copy/${i}`),
    );
    path.carry('client', leaving(ACK, 100), 0);
    const second = path.carry('client', leaving(ACK, 100), 1);
    if (second.kind === 'lost') throw new Error('nothing is lost here');
    expect(second.copyArrivesMs).toEqual([second.arrivesMs]);
  }
});

test('a congested router marks what is ECN-capable and drops the rest (RFC 3168 §5)', () => {
  const always = new Network({ ...quiet, mark: 1 }, [], randomFrom('mark'));
  expect(always.carry('client', leaving(ACK, 100, ECT_0), 0)).toMatchObject({ kind: 'carried', marked: true });
  expect(always.carry('client', leaving(ACK, 0), 0)).toEqual({ kind: 'lost', cause: 'chance' });
  const once = new Network(quiet, [fault(2, { kind: 'mark' }), fault(3, { kind: 'mark' })], randomFrom('mark'));
  expect(once.carry('client', leaving(ACK, 5, ECT_0), 0)).toMatchObject({ marked: false });
  expect(once.carry('client', leaving(ACK, 5, ECT_0), 1)).toMatchObject({ marked: true });
  expect(once.carry('client', leaving(ACK, 5), 2)).toEqual({ kind: 'lost', cause: 'fault' });
});
