import type { Random } from '../../simulator/random.ts';
import { type BackedOff, type Bounds, boundedTimeout } from '../misconceptions/timers-rules.ts';

/**
 * Which rule settles the RTO of a connection: the lower bound; the clock granularity; neither of them; or the back-off,
 * as a rule up to the upper bound.
 */
export type Settles = 'floor' | 'granularity' | 'neither' | 'back-off';

export interface Connection extends BackedOff {
  readonly settles: Settles;
}

/** Whose lower bound: the second of RFC 6298, another one for the whole RTO, or Linux's for the variance term. */
export type Policy = 'rfc' | 'lower' | 'linux';

export interface BoundedConnections {
  readonly policy: Policy;
  readonly bounds: Bounds;
  readonly connections: readonly Connection[];
}

/** Three connections under the same bounds, in an order drawn. */
export function drawBounded(random: Random): BoundedConnections {
  const policy = random.pick(['rfc', 'rfc', 'lower', 'linux'] as const);
  const bounds = drawBounds(random, policy);
  const middle = policy === 'linux' ? 'neither' : 'granularity';
  const kinds = random.shuffle<Settles>(['floor', middle, 'back-off']);
  return { policy, bounds, connections: kinds.map((settles) => drawConnection(random, bounds, settles)) };
}

function drawBounds(random: Random, policy: Policy): Bounds {
  const most = random.pick([60_000, 60_000, 64_000, 90_000, 120_000]);
  switch (policy) {
    case 'rfc':
      return { granularity: random.pick([100, 200, 250, 500]), least: 1000, leastOf: 'rto', most };
    case 'lower':
      return {
        granularity: random.pick([20, 50, 100]),
        least: random.pick([200, 200, 300, 400]),
        leastOf: 'rto',
        most,
      };
    case 'linux':
      return { granularity: random.pick([1, 4, 10]), least: 200, leastOf: 'variance', most: 120_000 };
  }
}

function drawConnection(random: Random, bounds: Bounds, settles: Settles): Connection {
  const { granularity, least, leastOf } = bounds;
  switch (settles) {
    case 'floor': {
      const timeouts = random.int(0, 2);
      if (leastOf === 'variance') {
        return { settles, srtt: random.int(20, 700), rttvar: random.int(3, least / 4 - 1), timeouts };
      }
      const rttvar = random.int(2, Math.floor(least / 8));
      const room = least - Math.max(granularity, 4 * rttvar);
      return { settles, srtt: random.int(10, room - 10), rttvar, timeouts };
    }
    case 'granularity': {
      const srtt = random.int(least - granularity + 10, 2 * least);
      return { settles, srtt, rttvar: random.int(1, Math.floor((granularity - 1) / 4)), timeouts: random.int(0, 1) };
    }
    case 'neither':
      return { settles, srtt: random.int(40, 400), rttvar: random.int(55, 140), timeouts: random.int(0, 1) };
    case 'back-off': {
      const measured = { srtt: random.int(100, 1500), rttvar: random.int(60, 500) };
      const rto = boundedTimeout(bounds, { ...measured, timeouts: 0 });
      // The first timeout whose doubling goes beyond the upper bound.
      const capped = Math.ceil(Math.log2(bounds.most / rto));
      const timeouts = random.chance(0.6) ? capped + random.int(0, 1) : Math.max(2, capped - random.int(1, 2));
      return { settles, ...measured, timeouts };
    }
  }
}
