import { describe, expect, test } from 'vitest';
import { PROFILES } from '../../../src/tcp/conventions.ts';
import { expectedSamples, RtoEstimator } from '../../../src/tcp/recovery/rto.ts';

const bounds = {
  initialRtoMs: 1000,
  minimumRtoMs: 0,
  minimumRtoOf: 'rto',
  maximumRtoMs: 60_000,
  clockGranularityMs: 1,
} as const;

describe('RFC 6298', () => {
  test('2.1: one second before any measurement', () => {
    expect(new RtoEstimator(PROFILES.rfc).rtoMs).toBe(1000);
  });

  test('2.2: the first measurement R gives SRTT = R, RTTVAR = R/2, RTO = R + 4 * R/2', () => {
    const rto = new RtoEstimator(bounds);
    rto.sample(120);
    expect([rto.srttMs, rto.rttvarMs, rto.rtoMs]).toEqual([120, 60, 360]);
  });

  test('2.3: RTTVAR is updated with the old SRTT, then SRTT (worked by hand for 120, 200, 80)', () => {
    const rto = new RtoEstimator(bounds);
    rto.sample(120);
    rto.sample(200); // RTTVAR 3/4*60 + 1/4*|120-200| = 65; SRTT 7/8*120 + 1/8*200 = 130
    expect([rto.srttMs, rto.rttvarMs, rto.rtoMs]).toEqual([130, 65, 390]);
    rto.sample(80); // RTTVAR 3/4*65 + 1/4*50 = 61.25; SRTT 7/8*130 + 1/8*80 = 123.75
    expect([rto.srttMs, rto.rttvarMs, rto.rtoMs]).toEqual([123.75, 61.25, 368.75]);
  });

  test('2.4: never below the minimum of the profile', () => {
    const rfc = new RtoEstimator(PROFILES.rfc);
    const short = new RtoEstimator({ ...PROFILES.rfc, minimumRtoMs: 200 });
    rfc.sample(20);
    short.sample(20);
    expect([rfc.rtoMs, short.rtoMs]).toEqual([1000, 200]);
  });

  test('minimum of the variance: SRTT + max(minimum, 4*RTTVAR), as Linux has it', () => {
    const rto = new RtoEstimator(PROFILES.linux);
    rto.sample(20);
    expect(rto.rtoMs).toBe(220); // 4*RTTVAR is 40
    const wide = new RtoEstimator(PROFILES.linux);
    wide.sample(120);
    expect(wide.rtoMs).toBe(360); // 4*RTTVAR is 240
  });

  test('RFC 7323 §4.2: n samples in one round trip weigh as one', () => {
    expect([0, 1, 2920, 2921, 29_200].map((flight) => expectedSamples(flight, 1460))).toEqual([1, 1, 1, 2, 10]);
    const rto = new RtoEstimator(bounds);
    rto.sample(100);
    rto.sample(180, 10); // RTTVAR 50 + (80 - 50)/40 = 50.75; SRTT 100 + 80/80 = 101
    expect(rto.srttMs).toBeCloseTo(101, 9);
    expect(rto.rttvarMs).toBeCloseTo(50.75, 9);
  });

  test('G bounds the variance term: a perfectly steady path keeps RTO above SRTT', () => {
    const rto = new RtoEstimator({ ...bounds, clockGranularityMs: 10 });
    for (let i = 0; i < 200; i++) rto.sample(100);
    expect(rto.rtoMs).toBeCloseTo(110, 6);
  });

  test('5.5: doubles on every timeout up to the maximum, and a new measurement ends the back-off', () => {
    const rto = new RtoEstimator(PROFILES.rfc);
    const seen = Array.from({ length: 8 }, () => {
      rto.backOff();
      return rto.rtoMs;
    });
    expect(seen).toEqual([2000, 4000, 8000, 16_000, 32_000, 60_000, 60_000, 60_000]);
    rto.sample(40);
    expect(rto.rtoMs).toBe(1000);
  });

  test('5.7: after a lost SYN data starts with 3 s', () => {
    const rto = new RtoEstimator(PROFILES.rfc);
    rto.backOff();
    rto.afterLostSyn();
    expect(rto.rtoMs).toBe(3000);
    rto.backOff();
    rto.endBackOff();
    expect(rto.rtoMs).toBe(3000);
  });
});
