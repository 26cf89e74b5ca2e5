/*
 * The estimator of RFC 6298 §2 with what learners get wrong in it as parameters, and the back-off of §5. Times in ms.
 */

/** SRTT and RTTVAR at one moment. */
export interface Estimate {
  readonly srtt: number;
  readonly rttvar: number;
}

/** How an estimator works; the right one is RFC_6298. */
export interface Estimator {
  /** Weight of a new sample in SRTT and in RTTVAR. */
  readonly alpha: number;
  readonly beta: number;
  /** RTTVAR after the first sample R, as a share of R. */
  readonly firstShare: number;
  /** Which SRTT the deviation is taken from. */
  readonly deviationFrom: 'old' | 'new';
}

export const RFC_6298: Estimator = { alpha: 1 / 8, beta: 1 / 4, firstShare: 1 / 2, deviationFrom: 'old' };
/** M25 */
export const NEW_SRTT_FIRST: Estimator = { ...RFC_6298, deviationFrom: 'new' };
/** M26 */
export const SWAPPED_WEIGHTS: Estimator = { ...RFC_6298, alpha: RFC_6298.beta, beta: RFC_6298.alpha };
/** M28 */
export const NO_FIRST_VARIANCE: Estimator = { ...RFC_6298, firstShare: 0 };
/** N140 */
export const REVERSED_WEIGHTS: Estimator = { ...RFC_6298, alpha: 7 / 8, beta: 3 / 4 };

/** The estimate after `samples`, from `start` or, where that is null, from the first sample. */
export function estimate(how: Estimator, start: Estimate | null, samples: readonly number[]): Estimate | null {
  let now = start;
  for (const sample of samples)
    now = now === null ? { srtt: sample, rttvar: sample * how.firstShare } : step(how, now, sample);
  return now;
}

function step({ alpha, beta, deviationFrom }: Estimator, { srtt, rttvar }: Estimate, sample: number): Estimate {
  const next = (1 - alpha) * srtt + alpha * sample;
  const deviation = Math.abs((deviationFrom === 'old' ? srtt : next) - sample);
  return { srtt: next, rttvar: (1 - beta) * rttvar + beta * deviation };
}

/** RFC 6298 (2.3), with no bounds. */
export function timeoutOf({ srtt, rttvar }: Estimate): number {
  return srtt + 4 * rttvar;
}

/** M27: the deviation counted once. */
export function timeoutWithOneDeviation({ srtt, rttvar }: Estimate): number {
  return srtt + rttvar;
}

/** M27: the rule before 1988. */
export function twiceTheRoundTrip({ srtt }: Estimate): number {
  return 2 * srtt;
}

/** How long the timer runs that has expired `nth` times before, where the first one ran `rto`. */
export type Waits = (rto: number, nth: number) => number;

/** RFC 6298 (5.5) */
export const DOUBLING: Waits = (rto, nth) => rto * 2 ** nth;
/** N229: the first RTO added once more at each timeout. */
export const ADDING: Waits = (rto, nth) => rto * (nth + 1);
/** N141 */
export const STEADY: Waits = (rto) => rto;

/** The times of `count` timeouts, one after the other, from the first sending on. */
export function timeoutTimes(waits: Waits, rto: number, count: number): readonly number[] {
  let now = 0;
  return Array.from({ length: count }, (_, nth) => {
    now += waits(rto, nth);
    return now;
  });
}

/** N142: the waits themselves. */
export function intervals(rto: number, count: number): readonly number[] {
  return Array.from({ length: count }, (_, nth) => DOUBLING(rto, nth));
}

/** What an implementation holds the RTO to (RFC 6298 (2.3) to (2.5)). */
export interface Bounds {
  /** G, the clock granularity. */
  readonly granularity: number;
  readonly least: number;
  /** What `least` holds for: the whole RTO (RFC 6298), or its term of 4*RTTVAR (Linux). */
  readonly leastOf: 'rto' | 'variance';
  readonly most: number;
}

/** An estimate and the timeouts in a row since it was made. */
export interface BackedOff extends Estimate {
  readonly timeouts: number;
}

/** The RTO before any bound: SRTT + max(G, 4*RTTVAR), by Linux with its minimum in that maximum. */
export function computedTimeout({ granularity, least, leastOf }: Bounds, { srtt, rttvar }: Estimate): number {
  return srtt + Math.max(granularity, leastOf === 'variance' ? least : 0, 4 * rttvar);
}

/** The RTO in force: computed, not below the lower bound, backed off, not above the upper bound. */
export function boundedTimeout(bounds: Bounds, measured: BackedOff, waits: Waits = DOUBLING): number {
  const rto = Math.max(bounds.least, computedTimeout(bounds, measured));
  return Math.min(bounds.most, waits(rto, measured.timeouts));
}

/** M29: no lower bound. */
export function withoutFloor(bounds: Bounds): Bounds {
  return { ...bounds, least: 0 };
}

/** M29: the 1 s of RFC 6298 (2.4) where another lower bound is given. */
export function withFloorOfRfc(bounds: Bounds): Bounds {
  return { ...bounds, least: 1000, leastOf: 'rto' };
}

/** N143 */
export function withoutGranularity(bounds: Bounds): Bounds {
  return { ...bounds, granularity: 0 };
}

/** N144 */
export function withFloorOfVariance(bounds: Bounds): Bounds {
  return { ...bounds, leastOf: 'variance' };
}

/** N145 */
export function withoutCap(bounds: Bounds): Bounds {
  return { ...bounds, most: Number.POSITIVE_INFINITY };
}

/** A data segment's first and last sending and the arrival of its ACK, ms. */
export interface Timing {
  readonly firstMs: number;
  readonly lastMs: number;
  readonly ackedMs: number;
}

/** M30 and N149: a sample of every segment, measured from its first or its last sending. */
export function samplesFrom(sending: 'first' | 'last', timings: readonly Timing[]): readonly number[] {
  return timings.map(({ firstMs, lastMs, ackedMs }) => ackedMs - (sending === 'first' ? firstMs : lastMs));
}

/** Karn: samples of the segments sent once. N147 where timestamps are in use. */
export function samplesOfKarn(timings: readonly Timing[]): readonly number[] {
  return samplesFrom(
    'first',
    timings.filter(({ firstMs, lastMs }) => firstMs === lastMs),
  );
}
