import { describe, expect, test } from 'vitest';
import { Reno } from '../../../src/tcp/congestion/reno.ts';
import { PROFILES } from '../../../src/tcp/conventions.ts';

const rfc = PROFILES.rfc;
const opened = (smss: number) => {
  const reno = new Reno(rfc);
  reno.open(smss, false);
  return reno;
};

describe('RFC 5681 and RFC 6582', () => {
  test.each([
    [2191, 2],
    [1460, 3],
    [1096, 3],
    [1095, 4],
    [536, 4],
  ])('initial window for SMSS %i is %i segments (§3.1)', (smss, segments) => {
    expect(opened(smss).cwnd).toBe(segments * smss);
  });

  test('one segment when the SYN was lost; ten by RFC 6928', () => {
    const afterLoss = new Reno(rfc);
    afterLoss.open(1460, true);
    expect(afterLoss.cwnd).toBe(1460);
    const linux = new Reno({ ...rfc, initialWindow: 'rfc6928' });
    linux.open(1460, false);
    expect(linux.cwnd).toBe(14_600);
  });

  test('slow start grows by min(N, SMSS) an ACK', () => {
    const reno = opened(1000);
    reno.acked(2000, 0, null);
    reno.acked(300, 0, null);
    expect(reno.cwnd).toBe(4000 + 1000 + 300);
  });

  test('congestion avoidance grows by one SMSS for each window acknowledged', () => {
    const reno = opened(1000);
    reno.timeout(8000, true); // ssthresh 4000, cwnd 1000
    for (let i = 0; i < 3; i++) reno.acked(1000, 0, null);
    expect(reno.cwnd).toBe(4000);
    for (let i = 0; i < 4; i++) reno.acked(1000, 0, null);
    expect(reno.cwnd).toBe(5000);
    for (let i = 0; i < 5; i++) reno.acked(1000, 0, null);
    expect(reno.cwnd).toBe(6000);
  });

  test('a congestion event halves FlightSize; an ECN echo or the third duplicate ACK', () => {
    const reno = opened(1000);
    reno.reduce(10_000);
    expect([reno.ssthresh, reno.cwnd]).toEqual([5000, 5000]);
    for (let i = 0; i < 5; i++) reno.acked(1000, 0, null);
    expect(reno.cwnd).toBe(6000);
  });

  test('SMSS*SMSS/cwnd for each ACK, at least one byte (RFC 5681 (3))', () => {
    const reno = new Reno({ ...rfc, congestionAvoidance: 'per-ack' });
    reno.open(1000, false);
    reno.reduce(8000); // cwnd = ssthresh = 4000
    reno.acked(1000, 0, null);
    expect(reno.cwnd).toBe(4250);
    reno.acked(2000, 0, null);
    expect(reno.cwnd).toBe(4250 + 235); // 1000000 / 4250 = 235.29
    reno.setWindow(2_000_000);
    reno.acked(1000, 0, null);
    expect(reno.cwnd).toBe(2_000_001);
  });

  test('slow start without a limit counts all that was acknowledged, and stops at ssthresh', () => {
    const linux = new Reno({ ...rfc, slowStartLimit: null, initialSsthreshSegments: 6 });
    linux.open(1000, false); // cwnd 4000, ssthresh 6000
    linux.acked(1500, 0, null);
    expect(linux.cwnd).toBe(5500);
    linux.acked(3500, 0, null); // 500 to ssthresh, 3000 towards the next segment
    expect(linux.cwnd).toBe(6000);
    linux.acked(3000, 0, null);
    expect(linux.cwnd).toBe(7000);
  });

  test('the restart window is the initial one, and never opens cwnd', () => {
    const reno = opened(1000);
    for (let i = 0; i < 10; i++) reno.acked(1000, 0, null);
    expect(reno.cwnd).toBe(14_000);
    reno.restart();
    expect(reno.cwnd).toBe(4000);
    reno.timeout(4000, true);
    reno.restart();
    expect(reno.cwnd).toBe(1000);
  });

  test('ssthresh is never below two segments; a second timeout of the same segment leaves it', () => {
    const reno = opened(1000);
    reno.timeout(1000, true);
    expect([reno.ssthresh, reno.cwnd]).toEqual([2000, 1000]);
    reno.timeout(9000, false);
    expect(reno.ssthresh).toBe(2000);
  });

  test('with ssthresh from cwnd the flight does not matter', () => {
    const reno = new Reno({ ...rfc, ssthreshBasis: 'cwnd' });
    reno.open(1000, false);
    reno.timeout(2000, true);
    expect(reno.ssthresh).toBe(2000);
    const full = new Reno({ ...rfc, ssthreshBasis: 'cwnd', initialWindow: 'rfc6928' });
    full.open(1460, false);
    full.timeout(1460, true);
    expect(full.ssthresh).toBe(7300);
  });
});
