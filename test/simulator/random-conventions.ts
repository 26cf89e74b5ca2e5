import fc from 'fast-check';
import type { Conventions } from '../../src/tcp/conventions.ts';

const word = <const T extends string>(...words: T[]): fc.Arbitrary<T> => fc.constantFrom(...words);
const whole = (min: number, max: number): fc.Arbitrary<number> => fc.integer({ min, max });

/**
 * Every convention, within the limits in which a run still ends and loses nothing: R2 is long enough to outlast the
 * losses, and ends that wait for each other are given the time.
 */
const EACH: { readonly [K in keyof Conventions]: fc.Arbitrary<Conventions[K]> } = {
  initialRtoMs: whole(200, 3000),
  minimumRtoMs: whole(20, 2000),
  minimumRtoOf: word('rto', 'variance'),
  maximumRtoMs: whole(10_000, 120_000),
  clockGranularityMs: whole(1, 100),
  adviseAfter: whole(1, 5),
  giveUpMs: whole(100_000, 900_000),
  giveUpSynMs: whole(180_000, 400_000),
  userTimeoutMs: fc.oneof(
    { weight: 9, arbitrary: fc.constant(null) },
    { weight: 1, arbitrary: whole(60_000, 300_000) },
  ),
  keepAlive: fc.boolean(),
  keepAliveIdleMs: whole(500, 20_000),
  keepAliveIntervalMs: whole(200, 10_000),
  keepAliveProbes: whole(5, 12),
  keepAliveOctet: fc.boolean(),
  delayedAckMs: fc.oneof(fc.constant(null), whole(10, 500)),
  quickAcks: whole(0, 16),
  finAck: word('now', 'delayed'),
  outOfOrder: word('hold', 'hold', 'discard'),
  sack: fc.constantFrom(true, true, true, false),
  dsack: fc.boolean(),
  windowScaling: fc.boolean(),
  windowRounding: word('down', 'up'),
  windowUpdate: word('narrow', 'doubled'),
  zeroWindowProbe: word('byte', 'empty'),
  nagle: fc.boolean(),
  nagleBehind: word('any', 'small'),
  pushBursts: fc.boolean(),
  timestamps: fc.boolean(),
  missingTimestamps: word('drop', 'accept'),
  congestionControl: word('reno', 'cubic'),
  lossRecovery: word('tahoe', 'reno', 'newreno'),
  partialAckTimer: word('first', 'every'),
  limitedTransmit: fc.boolean(),
  initialWindow: word('rfc5681', 'rfc6928', 'one'),
  initialSsthreshSegments: fc.oneof(fc.constant(null), whole(2, 40)),
  slowStartLimit: fc.constantFrom(1, 2, null),
  congestionAvoidance: word('counted', 'per-ack'),
  ssthreshBasis: word('flight-size', 'cwnd'),
  idleRestart: fc.boolean(),
  ecn: fc.boolean(),
  challengeAcks: fc.boolean(),
  challengeAckLimit: whole(1, 20),
  oldestAck: word('window', 'ever-sent'),
  resetAtFin: fc.boolean(),
  synFin: word('accept', 'drop'),
  dataOnSyn: fc.boolean(),
  repeatedSyn: word('ack', 'syn-ack'),
  mslMs: whole(500, 60_000),
  timeWaitReuse: word('never', 'sequence', 'timestamps'),
  timeWaitReset: word('accept', 'ignore'),
};

/** One end's own ways: some or all conventions at random, over its profile. */
export const randomConventions: fc.Arbitrary<Partial<Conventions>> = fc.record(EACH, { requiredKeys: [] });
