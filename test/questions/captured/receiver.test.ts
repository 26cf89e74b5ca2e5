import { describe, expect, it } from 'vitest';
import type { CapturedTrace } from '../../../src/captures/trace/captured-trace.ts';
import { capturedTrace } from '../../../src/captures/trace/conversation-trace.ts';
import { answeredArrivals, arrivalsOn } from '../../../src/questions/captured/arrivals.ts';
import { capturedFile, conversationsOf } from '../../captures/trace/from-file.ts';
import { type TimedLine, timedTrace } from './mended.ts';

function captured(lines: readonly TimedLine[], at: 'client' | 'server' = 'server'): CapturedTrace {
  const [one] = conversationsOf(capturedFile(timedTrace(lines), at, false));
  return capturedTrace(one!.segments, one!.summary, { file: 'made', numbers: 'absolute', epochMs: 0 });
}

const OPENING: readonly TimedLine[] = [
  { ms: 0, from: 'client', flags: ['SYN'], seq: 1_000 },
  { ms: 40, from: 'server', flags: ['SYN', 'ACK'], seq: 9_000, ack: 1_001 },
  { ms: 80, from: 'client', flags: ['ACK'], seq: 1_001, ack: 9_001 },
];

const data = (ms: number, seq: number, len: number, over: Partial<TimedLine> = {}): TimedLine => {
  return { ms, from: 'client', flags: ['ACK'], seq, ack: 9_001, len, ...over };
};
const ack = (ms: number, number: number): TimedLine => {
  return { ms, from: 'server', flags: ['ACK'], seq: 9_001, ack: number };
};

describe('arrivals at the near end', () => {
  it('land in order, above a gap, into it, and twice', () => {
    const whole = captured([
      ...OPENING,
      data(100, 1_001, 100),
      ack(140, 1_101),
      data(200, 1_201, 50),
      ack(240, 1_101),
      data(300, 1_201, 50),
      ack(340, 1_101),
      data(400, 1_101, 100),
      ack(440, 1_251),
      data(500, 1_001, 100),
      ack(540, 1_251),
    ]);
    expect(
      arrivalsOn(whole).map(({ landing, rcvNxt, held, after, answer, wnd }) => ({
        ...{ landing, rcvNxt, held, after },
        ...{ answered: answer?.ack, wnd },
      })),
    ).toEqual([
      { landing: 'next', rcvNxt: 1_001, held: [], after: 1_101, answered: 1_101, wnd: 65_535 },
      { landing: 'above', rcvNxt: 1_101, held: [], after: 1_101, answered: 1_101, wnd: 65_535 },
      { landing: 'held-already', rcvNxt: 1_101, held: [[1_201, 1_251]], after: 1_101, answered: 1_101, wnd: 65_535 },
      { landing: 'fills', rcvNxt: 1_101, held: [[1_201, 1_251]], after: 1_251, answered: 1_251, wnd: 65_535 },
      { landing: 'old', rcvNxt: 1_251, held: [], after: 1_251, answered: 1_251, wnd: 65_535 },
    ]);
  });

  it('are known at that end alone', () => {
    const lines = [...OPENING, data(100, 1_001, 100), ack(140, 1_101), data(200, 1_201, 50), ack(240, 1_101)];
    expect(arrivalsOn(captured(lines, 'server'))).toHaveLength(2);
    expect(arrivalsOn(captured(lines, 'client'))).toHaveLength(0);
  });

  it('are none of a forged segment: it acknowledges what was never sent', () => {
    const whole = captured([
      ...OPENING,
      data(100, 1_001, 100),
      ack(140, 1_101),
      // Dropped, so what comes next under these numbers is new.
      data(200, 1_101, 100, { ack: 4_000_000 }),
      ack(240, 1_101),
      data(300, 1_101, 100),
      ack(340, 1_201),
    ]);
    expect(answeredArrivals(whole, 'old')).toEqual([]);
    expect(arrivalsOn(whole).map(({ after }) => after)).toEqual([1_101, 1_201]);
  });

  it('are none of what comes from below the ISN', () => {
    const whole = captured([...OPENING, data(100, 1_001, 100), ack(140, 1_101), data(200, 400, 100), ack(240, 1_101)]);
    expect(answeredArrivals(whole, 'old')).toEqual([]);
  });

  it('are asked about as old only once an ACK has said that they were received', () => {
    const twice = [...OPENING, data(100, 1_001, 100), data(120, 1_001, 100), ack(160, 1_101)];
    expect(answeredArrivals(captured(twice), 'old')).toEqual([]);
    const acked = [...OPENING, data(100, 1_001, 100), ack(140, 1_101), data(200, 1_001, 100), ack(240, 1_101)];
    expect(answeredArrivals(captured(acked), 'old')).toHaveLength(1);
  });

  it('end where the receiver acknowledges what the capture does not hold', () => {
    const whole = captured([
      ...OPENING,
      data(100, 1_001, 100),
      ack(140, 1_201),
      data(200, 1_301, 100),
      ack(240, 1_201),
    ]);
    expect(arrivalsOn(whole).map(({ segment }) => segment.seq)).toEqual([1_001]);
    expect(answeredArrivals(whole, 'above')).toEqual([]);
  });

  it('are asked about neither when the ACK says something else nor when another segment comes first', () => {
    const early = captured([...OPENING, data(100, 1_101, 100), data(110, 1_201, 100), ack(150, 1_001)]);
    expect(answeredArrivals(early, 'above').map(({ segment }) => segment.seq)).toEqual([1_201]);
    const wrong = captured([...OPENING, data(100, 1_101, 100), ack(140, 1_000)]);
    expect(answeredArrivals(wrong, 'above')).toEqual([]);
  });

  it('larger than the MSS are not asked about', () => {
    const whole = captured([...OPENING, data(100, 1_101, 2_000), ack(140, 1_001)]);
    const marked = {
      ...whole,
      analyses: whole.analyses.map((one, at) =>
        at === 3 ? { ...one, findings: [{ kind: 'above-mss', mss: 536 } as const] } : one,
      ),
    };
    expect(answeredArrivals(whole, 'above')).toHaveLength(1);
    expect(answeredArrivals(marked, 'above')).toHaveLength(0);
  });
});
