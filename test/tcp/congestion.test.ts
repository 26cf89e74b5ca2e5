import { describe, expect, test } from 'vitest';
import { Reno } from '../../src/tcp/congestion.ts';

const rfc = { initialWindow: 'rfc5681', ssthreshBasis: 'flight-size' } as const;
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
    reno.acked(2000);
    reno.acked(300);
    expect(reno.cwnd).toBe(4000 + 1000 + 300);
  });

  test('congestion avoidance grows by one SMSS for each window acknowledged', () => {
    const reno = opened(1000);
    reno.timeout(8000, true); // ssthresh 4000, cwnd 1000
    for (let i = 0; i < 3; i++) reno.acked(1000);
    expect(reno.cwnd).toBe(4000);
    for (let i = 0; i < 4; i++) reno.acked(1000);
    expect(reno.cwnd).toBe(5000);
    for (let i = 0; i < 5; i++) reno.acked(1000);
    expect(reno.cwnd).toBe(6000);
  });

  test('three duplicate ACKs: ssthresh is half of FlightSize, cwnd ssthresh + 3; then +1 each; deflated at the end', () => {
    const reno = opened(1000);
    reno.enterFastRecovery(10_000);
    expect([reno.ssthresh, reno.cwnd]).toEqual([5000, 8000]);
    reno.inflate();
    reno.inflate();
    expect(reno.cwnd).toBe(10_000);
    reno.deflate(3000); // a partial ACK: minus what it acknowledges, plus one SMSS
    expect(reno.cwnd).toBe(8000);
    reno.leaveFastRecovery(9000);
    expect(reno.cwnd).toBe(5000);
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
