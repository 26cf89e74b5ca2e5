import type { Trace, TraceEvent } from '../../../src/trace/trace.ts';
import { handMadeTrace, type Line, snapshot } from '../hand-made.ts';

const DELAY_MS = 40;

export interface TimedLine extends Line {
  readonly ms: number;
}

/**
 * A client whose retransmissions carry what had arrived together with what was lost right after it, as senders that put
 * queued data together again do.
 */
export function mended(): Trace {
  const lines: TimedLine[] = [
    { ms: 0, from: 'client', flags: ['SYN'], seq: 4_999 },
    { ms: 40, from: 'server', flags: ['SYN', 'ACK'], seq: 89_999, ack: 5_000 },
    { ms: 80, from: 'client', flags: ['ACK'], seq: 5_000, ack: 90_000 },
  ];
  const data = (ms: number, seq: number, len: number, lost: boolean): void => {
    lines.push({ ms, from: 'client', flags: ['ACK'], seq, ack: 90_000, len, lost });
  };
  const ack = (ms: number, number: number, lost: boolean): void => {
    lines.push({ ms, from: 'server', flags: ['ACK'], seq: 90_000, ack: number, lost });
  };
  let ms = 100;
  let seq = 5_000;
  for (const [first, second] of [
    [300, 421],
    [512, 77],
    [199, 1003],
  ] as const) {
    data(ms, seq, first, false);
    data(ms + 10, seq + first, second, true);
    ack(ms + DELAY_MS, seq + first, true);
    data(ms + 1100, seq, first + second, false);
    ack(ms + 1100 + DELAY_MS, seq + first + second, false);
    ms += 1400;
    seq += first + second;
  }
  return timedTrace(lines);
}

/** Hand-made segments, each at the time it is sent; it arrives DELAY_MS later unless lost. */
export function timedTrace(lines: readonly TimedLine[]): Trace {
  const made = handMadeTrace(lines);
  const timed = made.segments.map((segment, at) => {
    const sentMs = lines[at]!.ms;
    return { ...segment, sentMs, arrivedMs: lines[at]!.lost === true ? null : sentMs + DELAY_MS };
  });
  const events = timed.flatMap((segment): TraceEvent[] => {
    const { n, from, sentMs, arrivedMs } = segment;
    const sent: TraceEvent = { kind: 'send', ms: sentMs, host: from, segment: n, after: null };
    if (arrivedMs === null) return [sent];
    const to = from === 'client' ? 'server' : 'client';
    return [sent, { kind: 'arrive', ms: arrivedMs, host: to, segment: n, notes: [], after: snapshot }];
  });
  return { ...made, segments: timed, events: events.sort((a, b) => a.ms - b.ms) };
}
