import { seqGe } from '../../tcp/sequence.ts';
import type { Trace, TracedSegment } from '../trace.ts';
import { firstEvents } from './first-events.ts';

/** What became of one segment, and the segments that belong to it. */
export interface SegmentStory {
  readonly segment: TracedSegment;
  /** The segment that it repeats; null when it is none's. */
  readonly original: TracedSegment | null;
  /** Copies that the network made of it. */
  readonly copies: readonly TracedSegment[];
  /** Later segments by which its sender repeats it. */
  readonly repeated: readonly TracedSegment[];
  /** The first segment that acknowledges all that it carries; null when none does, or nothing in it needs that. */
  readonly acknowledgedBy: TracedSegment | null;
}

/** The story of segment `n` as told by what was sent before the event `until`. */
export function storyOf(trace: Trace, n: number, until: number): SegmentStory | null {
  const segment = trace.segments[n - 1];
  if (segment === undefined) return null;
  const first = firstEvents(trace);
  const isSent = ({ n: one }: TracedSegment) => (first[one] ?? Number.POSITIVE_INFINITY) < until;
  const others = trace.segments.filter((one) => one.repeats === n && one.n !== n);
  return {
    segment,
    original: segment.repeats === null ? null : (trace.segments[segment.repeats - 1] ?? null),
    copies: others.filter(({ origin }) => origin === 'copy'),
    repeated: others.filter((one) => one.origin === 'tcp' && isSent(one)),
    acknowledgedBy: acknowledging(trace, segment, isSent),
  };
}

/** All segments of a story, by n. */
export function storySegments({ segment, original, copies, repeated, acknowledgedBy }: SegmentStory): Set<number> {
  const all = [segment, original, acknowledgedBy, ...copies, ...repeated];
  return new Set(all.flatMap((one) => (one === null ? [] : [one.n])));
}

/** The first segment from the other end, sent once this one or a repetition had arrived, whose ACK covers its end. */
function acknowledging(
  trace: Trace,
  segment: TracedSegment,
  isSent: (segment: TracedSegment) => boolean,
): TracedSegment | null {
  const takes = segment.len + (segment.flags.includes('SYN') ? 1 : 0) + (segment.flags.includes('FIN') ? 1 : 0);
  if (takes === 0 || segment.origin === 'forged') return null;
  const end = (segment.seq + takes) >>> 0;
  for (let index = segment.n; index < trace.segments.length; index++) {
    const other = trace.segments[index];
    if (other === undefined || other.from === segment.from || other.origin !== 'tcp' || !isSent(other)) continue;
    if (other.flags.includes('ACK') && seqGe(other.ack, end)) return other;
  }
  return null;
}
