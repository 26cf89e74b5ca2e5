import { describe, expect, test } from 'vitest';
import { Cubic } from '../../../src/tcp/congestion/cubic.ts';
import { PROFILES } from '../../../src/tcp/conventions.ts';

const SMSS = 1000;
const opened = (segments: number) => {
  const cubic = new Cubic({ ...PROFILES.linux, initialWindow: 'one' });
  cubic.open(SMSS, false);
  cubic.setWindow(segments * SMSS);
  return cubic;
};

/** ACKs one segment at a time, cwnd of them a round trip, for `seconds`; returns cwnd in segments after each round. */
function rounds(cubic: Cubic, fromMs: number, rttMs: number, count: number): number[] {
  const windows: number[] = [];
  for (let round = 0; round < count; round++) {
    const acks = Math.floor(cubic.cwnd / SMSS);
    for (let i = 0; i < acks; i++) cubic.acked(SMSS, fromMs + round * rttMs + (i * rttMs) / acks, rttMs);
    windows.push(cubic.cwnd / SMSS);
  }
  return windows;
}

describe('CUBIC (RFC 9438)', () => {
  test('a loss lowers cwnd and ssthresh to 0.7 of it, never below two segments (§4.6)', () => {
    const cubic = opened(100);
    cubic.reduce(100 * SMSS);
    expect([cubic.cwnd, cubic.ssthresh]).toEqual([70_000, 70_000]);
    const small = opened(2);
    small.reduce(2 * SMSS);
    expect([small.cwnd, small.ssthresh]).toEqual([2000, 2000]);
  });

  test('a timeout sets ssthresh by the same factor and cwnd to one segment (§4.8)', () => {
    const cubic = opened(100);
    cubic.timeout(100 * SMSS, true);
    expect([cubic.cwnd, cubic.ssthresh]).toEqual([1000, 70_000]);
  });

  test('the curve reaches W_max after K = cbrt((W_max - cwnd) / C) seconds and is flat there (§4.2)', () => {
    const cubic = opened(1000);
    cubic.reduce(1000 * SMSS); // W_max 1000, cwnd 700: K = cbrt(300 / 0.4) = 9.086 s
    const windows = rounds(cubic, 0, 100, 120);
    const at = (seconds: number) => windows[Math.round(seconds * 10) - 1] ?? 0;
    // W_cubic(5) = 0.4 * (5 - 9.086)^3 + 1000 = 972.7; cwnd follows it a round trip ahead.
    expect(at(5)).toBeGreaterThan(970);
    expect(at(5)).toBeLessThan(977);
    expect(at(9)).toBeGreaterThan(999);
    expect(at(9)).toBeLessThanOrEqual(1000.5);
    // Convex beyond it (§4.5): W_cubic(12) = 0.4 * 2.914^3 + 1000 = 1009.9.
    expect(at(12)).toBeGreaterThan(1008);
    expect(at(12)).toBeLessThan(1012);
  });

  test('never slower than Reno would be: a small window over a short path (§4.3)', () => {
    const cubic = opened(20);
    cubic.reduce(20 * SMSS); // 14 segments
    // Reno's estimate grows by 3 * 0.3 / 1.7 = 0.529 a round trip up to 20, then by 1: 11.3 round trips to get there.
    const windows = rounds(cubic, 0, 10, 22);
    expect(windows[10]).toBeGreaterThan(19);
    expect(windows[10]).toBeLessThan(20.6);
    expect((windows[21] ?? 0) - (windows[16] ?? 0)).toBeGreaterThan(4.2);
    expect((windows[21] ?? 0) - (windows[16] ?? 0)).toBeLessThan(5.3);
  });

  test('fast convergence: a second loss below W_max aims lower than where it came (§4.7)', () => {
    const twice = opened(1000);
    twice.reduce(1000 * SMSS); // 700
    twice.reduce(700 * SMSS); // 490, W_max = 700 * 0.85 = 595
    expect(twice.cwnd).toBe(490_000);
    const windows = rounds(twice, 0, 100, 64); // K = cbrt(105 / 0.4) = 6.4 s
    expect(windows[63]).toBeGreaterThan(593);
    expect(windows[63]).toBeLessThan(597);
  });

  test('after a timeout the next stage starts flat from its own window: K = 0 (§4.8)', () => {
    const cubic = opened(1000);
    cubic.timeout(1000 * SMSS, true);
    cubic.setWindow(700 * SMSS); // slow start has come back to ssthresh
    const windows = rounds(cubic, 0, 100, 30);
    // W_cubic(3) = 0.4 * 27 + 700 = 710.8; one round trip ahead 711.9.
    expect(windows[29]).toBeGreaterThan(710);
    expect(windows[29]).toBeLessThan(718); // Reno's estimate: 700 + 30 * 0.529
  });
});
