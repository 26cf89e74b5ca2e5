import fc from 'fast-check';
import type { FaultEffect } from '../../../src/simulator/fault.ts';
import type { ForgedSegment, SequenceSource } from '../../../src/simulator/forged-segment.ts';
import type { Move } from '../../../src/simulator/move.ts';
import type { NetworkSpec } from '../../../src/simulator/network-spec.ts';
import type { TimedMove } from '../../../src/simulator/sandbox/sandbox.ts';
import type { Scenario } from '../../../src/simulator/scenario.ts';
import type { Flag } from '../../../src/tcp/segment.ts';
import { HOST_NAMES, type HostName } from '../../../src/trace/trace.ts';
import { randomConventions } from '../random-conventions.ts';

const host = fc.constantFrom<HostName>('client', 'server');
const bytes = fc.integer({ min: 1, max: 20_000 });
/** A whole number of ms, or a range of them. */
const amount = fc.oneof(
  fc.integer({ min: 0, max: 300 }),
  fc.tuple(fc.integer({ min: 0, max: 50 }), fc.integer({ min: 50, max: 300 })).map(([min, max]) => ({ min, max })),
);
const probability = fc.double({ min: 0, max: 0.3, noNaN: true });

const effect: fc.Arbitrary<FaultEffect> = fc.oneof(
  fc.constantFrom<FaultEffect>({ kind: 'drop' }, { kind: 'mark' }),
  amount.map((ms) => ({ kind: 'delay' as const, ms })),
  amount.map((afterMs) => ({ kind: 'duplicate' as const, afterMs })),
);

const set: fc.Arbitrary<Partial<NetworkSpec>> = fc.record(
  {
    delayMs: amount,
    loss: probability,
    duplicate: probability,
    reorder: probability,
    reorderMs: amount,
    mark: probability,
  },
  { requiredKeys: [] },
);

const network: fc.Arbitrary<Move> = fc
  .record({ from: fc.constantFrom<HostName | 'both'>('client', 'server', 'both'), set })
  .map((change) => ({ kind: 'network', change }));

const nextSegment: fc.Arbitrary<Move> = fc
  .record({ from: host, nth: fc.integer({ min: 1, max: 3 }), effect })
  .map((move) => ({ kind: 'next-segment', ...move }));

const window: fc.Arbitrary<Move> = fc
  .record({ host, window: fc.oneof(fc.integer({ min: 0, max: 4000 }), fc.integer({ min: 0, max: 400_000 })) })
  .map(({ host, window }) => ({ kind: 'endpoint', host, change: { window } }));

/** 499 ms is the longest a file may have an ACK wait. */
const conventions = randomConventions.map(({ delayedAckMs, ...others }) =>
  delayedAckMs == null ? others : { ...others, delayedAckMs: Math.min(499, delayedAckMs) },
);

const endpoint: fc.Arbitrary<Move> = fc
  .record({
    host,
    change: fc.record(
      {
        profile: fc.constantFrom('rfc' as const, 'linux' as const, 'textbook' as const),
        conventions,
        mss: fc.integer({ min: 50, max: 1460 }),
        window: fc.integer({ min: 0, max: 200_000 }),
      },
      { requiredKeys: [] },
    ),
  })
  .map((move) => ({ kind: 'endpoint', ...move }));

const call: fc.Arbitrary<Move> = fc
  .tuple(
    host,
    fc.oneof(
      fc
        .constantFrom(
          ...(['connect', 'listen', 'listen-for-peer', 'close', 'close-fully', 'abort', 'crash'] as const),
          ...(['stop-reading', 'resume-reading'] as const),
        )
        .map((name) => ({ name })),
      fc
        .tuple(
          fc.constantFrom('connect-with-data', 'send', 'send-urgent', 'send-unpushed', 'read', 'set-receive-buffer'),
          bytes,
        )
        .map(([name, bytes]) => ({ name, bytes })),
      fc.integer({ min: 1, max: 60_000 }).map((ms) => ({ name: 'set-user-timeout' as const, ms })),
    ),
  )
  .map(([host, call]) => ({ kind: 'call', host, call }));

const source: fc.Arbitrary<SequenceSource> = fc.oneof(
  fc.constant({ kind: 'random' as const }),
  fc.record({
    kind: fc.constant('variable' as const),
    host,
    name: fc.constantFrom('iss' as const, 'irs' as const, 'snd.una' as const, 'snd.nxt' as const, 'rcv.nxt' as const),
    plus: fc.integer({ min: -3000, max: 3000 }),
  }),
);

const forge: fc.Arbitrary<Move> = fc
  .record({
    from: host,
    origin: fc.constantFrom('forged' as const, 'copy' as const),
    flags: fc.subarray<Flag>(['SYN', 'FIN', 'RST', 'PSH', 'ACK']),
    seq: source,
    ack: source,
    len: fc.integer({ min: 0, max: 100 }),
    window: fc.integer({ min: 0, max: 65_535 }),
  })
  .map((segment): Move => {
    const ack: SequenceSource = segment.flags.includes('ACK') ? segment.ack : { kind: 'fixed', value: 0 };
    const forgery: ForgedSegment = { ...segment, ack, urgent: 0, options: {} };
    return { kind: 'forge', forgery };
  });

/** Anything that can be done by hand. */
export const anyMove: fc.Arbitrary<Move> = fc.oneof(
  { weight: 4, arbitrary: call },
  { weight: 2, arbitrary: nextSegment },
  { weight: 1, arbitrary: forge },
  { weight: 2, arbitrary: network },
  { weight: 2, arbitrary: endpoint },
);

/** What a connection has to bear without losing a byte: another path, other receive buffers, bad luck. */
export const harmlessMove: fc.Arbitrary<Move> = fc.oneof(nextSegment, network, window);

/**
 * A scenario during whose first seconds these moves are made; then, so that it comes to an end, nothing is lost any more
 * and there is room in both buffers.
 */
export function withHarmlessMoves(base: Scenario, moves: readonly TimedMove[]): Scenario {
  const room = HOST_NAMES.map((host): Move => ({ kind: 'endpoint', host, change: { window: 60_000 } }));
  const calm: Move = { kind: 'network', change: { from: 'both', set: { loss: 0, mark: 0 } } };
  const all = [...moves, ...[...room, calm].map((move) => ({ ms: HARMLESS_MS + 3000, move }))];
  return { ...base, moves: all.map(({ ms, move }) => ({ when: { kind: 'time', ms }, afterMs: 0, move })) };
}

/** The time in which harmless moves are made, ms. */
export const HARMLESS_MS = 12_000;

/** Up to `most` moves, within the first `untilMs` of a run, in the order in which they are made. */
export function timed(move: fc.Arbitrary<Move>, most: number, untilMs: number): fc.Arbitrary<readonly TimedMove[]> {
  return fc.array(fc.record({ ms: fc.integer({ min: 0, max: untilMs }), move }), { maxLength: most });
}
