import type { CapturedTrace } from '../../captures/trace/captured-trace.ts';
import { HOST_NAMES, type HostName, type TracedSegment } from '../../trace/trace.ts';
import { momentsOf } from './moment.ts';
import { hasFinding } from './stream-scan.ts';

/** A SYN, or a SYN,ACK, that was sent again at times that double. */
export interface SynSeries {
  readonly loss: 'syn' | 'ack';
  readonly first: TracedSegment;
  readonly last: TracedSegment;
  /** The first retransmission timeout, rounded, ms. */
  readonly rto: number;
  /** When it was captured again, ms since the first time. */
  readonly real: readonly number[];
}

/** Fewer would not tell a time that doubles from one that only grows. */
export const LEAST_AGAIN = 3;
const MOST_AGAIN = 6;
/** To what the first timeout is rounded, ms, and how far a time may be from what follows from it. */
const ROUNDED_TO = 100;
const OFF_BY_MS = 40;
const OFF_BY_SHARE = 0.04;

/** The segments of a handshake that nobody answered until they had been sent again three times or more. */
export const synSeriesOn = momentsOf((captured): readonly SynSeries[] =>
  HOST_NAMES.flatMap((host) => {
    const sent = sendingsOf(captured, host);
    const [first, ...again] = sent;
    const last = again.slice(0, MOST_AGAIN).at(-1);
    if (first === undefined || last === undefined || again.length < LEAST_AGAIN) return [];
    const real = again.slice(0, MOST_AGAIN).map(({ sentMs }) => sentMs - first.sentMs);
    const rto = Math.round((real[0] ?? 0) / ROUNDED_TO) * ROUNDED_TO;
    const doubles = real.every((ms, nth) => {
      const wanted = rto * (2 ** (nth + 1) - 1);
      return Math.abs(ms - wanted) <= OFF_BY_MS + OFF_BY_SHARE * wanted;
    });
    if (rto === 0 || !doubles) return [];
    return [{ loss: first.flags.includes('ACK') ? 'ack' : 'syn', first, last, rto, real }];
  }),
);

/** The first SYN of a host and its repetitions, as long as nothing else comes from it, and no ACK of it from its peer. */
function sendingsOf(captured: CapturedTrace, host: HostName): readonly TracedSegment[] {
  const { segments } = captured.trace;
  const first = segments.find(({ from }) => from === host);
  if (first === undefined || !first.flags.includes('SYN') || first.len > 0) return [];
  const sent: TracedSegment[] = [];
  for (const segment of segments.slice(first.n - 1)) {
    const damaged = hasFinding(captured, segment.n, 'bad-checksum') || segment.origin !== 'tcp';
    const same = segment.seq === first.seq && segment.flags.join() === first.flags.join();
    if (damaged || (segment.from === host && !same)) break;
    // A SYN,ACK is sent again for each SYN too: then its times are no longer those of its own timer.
    if (segment.from !== host) break;
    sent.push(segment);
  }
  return sent;
}
