import { describe, expect, test } from 'vitest';
import type { Action } from '../../src/simulator/scenario.ts';
import { simulate } from '../../src/simulator/simulate.ts';
import type { Conventions } from '../../src/tcp/conventions.ts';
import { scenario } from '../simulator/short.ts';
import { opened, type Rig, short } from '../tcp/opened.ts';
import { ack, expire, sends } from './endpoint.ts';

/* RFC 9293 §3.8.1 and §3.8.2; RFC 6298, RFC 5681. */

/** When the first retransmission of the next SEND would happen, counted from it: the RTO as others see it. */
function observedRto(r: Rig, now: number): number {
  sends(r, 1, now);
  return expire(r).at - now;
}

test('MUST-18: the RTO follows the round trips measured: SRTT + 4 RTTVAR', () => {
  const r = opened('ESTABLISHED', { conventions: { minimumRtoMs: 10 } });
  // The handshake took no time; then round trips of 800 and 400 ms.
  let [srtt, rttvar] = [0, 0];
  let now = 0;
  let next = 1;
  for (const roundTrip of [800, 400]) {
    sends(r, 10, now);
    next += 10;
    now += roundTrip;
    r.deliver(ack(next), now);
    rttvar = 0.75 * rttvar + 0.25 * Math.abs(srtt - roundTrip);
    srtt = 0.875 * srtt + 0.125 * roundTrip;
  }
  expect(observedRto(r, now)).toBeCloseTo(srtt + 4 * rttvar, 6);
});

test('MUST-18: Karn: the ACK of a segment sent twice measures nothing, and the backed-off RTO stays', () => {
  const r = opened('ESTABLISHED');
  sends(r, 100);
  const { at } = expire(r);
  r.deliver(ack(101), at + 5); // of the first or of the second? nobody knows
  expect(observedRto(r, at + 10)).toBe(2000);
});

describe('congestion control', () => {
  test('MUST-19: the RTO doubles with every retransmission of a segment', () => {
    const r = opened('ESTABLISHED(100 B unacked)');
    const times = [0, 1, 2, 3, 4].map(() => expire(r).at);
    expect(times).toEqual([1000, 3000, 7000, 15_000, 31_000]);
  });

  test('MUST-19: slow start: each ACK of a full segment lets two out, from an initial window of three', () => {
    const r = opened('ESTABLISHED');
    expect(sends(r, 100 * 1460)).toHaveLength(3);
    for (let n = 1; n <= 6; n++) expect(r.deliver(ack(1 + n * 1460, 65_535))).toHaveLength(2);
  });

  test('MUST-19: after a timeout slow start begins with one segment, and congestion avoidance at half the flight', () => {
    const r = opened('ESTABLISHED', { mss: 1000, conventions: { initialWindow: 'rfc6928' } });
    expect(sends(r, 200_000)).toHaveLength(10);
    const { at, sent } = expire(r);
    expect(sent.map(short)).toEqual(['. 1:1001(1000) ack 1']);
    // Everything else did arrive. From here on: rounds of 2, 4, 5 (ssthresh), 6, 7 segments.
    let next = 10_001;
    let flight = r.deliver(ack(next), at + 10).length;
    const rounds = [flight];
    for (let round = 0; round < 4; round++) {
      let grown = 0;
      for (let n = 0; n < flight; n++) {
        next += 1000;
        grown += r.deliver(ack(next), at + 20 + round).length;
      }
      flight = grown;
      rounds.push(flight);
    }
    expect(rounds).toEqual([2, 4, 5, 6, 7]);
  });
});

describe('other congestion control (RFC 5033, RFC 9438)', () => {
  const ALGORITHMS: readonly Partial<Conventions>[] = [
    { congestionControl: 'cubic' },
    { congestionControl: 'cubic', sack: true },
    { lossRecovery: 'tahoe' },
    { lossRecovery: 'reno' },
  ];

  test('MAY-18: CUBIC, Tahoe and Reno begin with the same window, and a timeout leaves them one segment', () => {
    for (const conventions of ALGORITHMS) {
      const r = opened('ESTABLISHED', { mss: 1000, conventions });
      expect(sends(r, 100_000)).toHaveLength(4);
      const { sent } = expire(r);
      expect(sent.map(short)).toEqual(['. 1:1001(1000) ack 1']);
      expect(r.deliver(ack(4001), 1100)).toHaveLength(2); // slow start again
    }
  });

  test('MAY-18: CUBIC takes three tenths off the flight where Reno takes half', () => {
    const ssthresh = (congestionControl: 'reno' | 'cubic') => {
      const r = opened('ESTABLISHED', { mss: 1000, conventions: { congestionControl, initialWindow: 'rfc6928' } });
      expect(sends(r, 10_000)).toHaveLength(10);
      const duplicates = [1, 2, 3].flatMap(() => r.deliver(ack(1), 100));
      expect(duplicates.map(short)).toEqual(['. 1:1001(1000) ack 1']);
      return r.tcb.congestion.ssthresh;
    };
    expect([ssthresh('reno'), ssthresh('cubic')]).toEqual([5000, 7000]);
  });

  test('MAY-18: all of them deliver everything over a lossy path', () => {
    for (const conventions of ALGORITHMS) {
      const at = (host: 'client' | 'server', ms: number, call: Action['call']): Action => ({
        host,
        when: { kind: 'time', ms },
        afterMs: 0,
        call,
      });
      const trace = simulate(
        scenario({
          conventions,
          network: { delayMs: 10, loss: 0.03, duplicate: 0, reorder: 0, reorderMs: 0, mark: 0 },
          actions: [
            at('server', 0, { name: 'listen' }),
            at('client', 0, { name: 'connect' }),
            at('client', 10, { name: 'send', bytes: 400_000 }),
          ],
        }),
        'lossy',
      );
      expect(trace.segments.some((s) => s.fate === 'lost')).toBe(true);
      expect(trace.final.server.receivedBytes).toBe(400_000);
    }
  });
});
