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
  /** The segments that it is the first to acknowledge whole. */
  readonly acknowledges: readonly TracedSegment[];
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
    acknowledges: acknowledgedFirst(trace, segment),
  };
}

/** All segments of a story, by n. */
export function storySegments(story: SegmentStory): Set<number> {
  const { segment, original, copies, repeated, acknowledgedBy, acknowledges } = story;
  const all = [segment, original, acknowledgedBy, ...copies, ...repeated, ...acknowledges];
  return new Set(all.flatMap((one) => (one === null ? [] : [one.n])));
}

/** Whether `other` belongs to a later connection of the sender of `segment`: what is acknowledged from there on are other numbers. */
function beginsAnew(segment: TracedSegment, other: TracedSegment): boolean {
  if (other.from !== segment.from || other.origin !== 'tcp') return false;
  const syns = segment.flags.includes('SYN') && other.flags.includes('SYN');
  return other.connection > segment.connection || (syns && other.seq !== segment.seq);
}

/** The first segment from the other end whose ACK covers the end of this one, in the same connection. */
function acknowledging(
  trace: Trace,
  segment: TracedSegment,
  isSent: (segment: TracedSegment) => boolean,
): TracedSegment | null {
  const end = endOf(segment);
  if (end === null || segment.origin === 'forged') return null;
  for (let index = segment.n; index < trace.segments.length; index++) {
    const other = trace.segments[index];
    if (other === undefined || beginsAnew(segment, other)) return null;
    if (other.from === segment.from || other.origin !== 'tcp' || !isSent(other)) continue;
    if (other.flags.includes('ACK') && seqGe(other.ack, end)) return other;
  }
  return null;
}

/** The number after all that a segment carries; null when it takes none, so that nothing acknowledges it. */
function endOf({ seq, len, flags }: TracedSegment): number | null {
  const takes = len + (flags.includes('SYN') ? 1 : 0) + (flags.includes('FIN') ? 1 : 0);
  return takes === 0 ? null : (seq + takes) >>> 0;
}

/** How many segments back those that an ACK covers are looked for: more than fit into any window here. */
const FAR = 4000;

/** Segments from the other end sent before whose end this ACK covers, while the ACK before it from the same end did not. */
function acknowledgedFirst(trace: Trace, segment: TracedSegment): TracedSegment[] {
  if (!segment.flags.includes('ACK') || segment.origin !== 'tcp') return [];
  const covered: TracedSegment[] = [];
  let before: number | null = null;
  for (let index = segment.n - 2; index >= Math.max(0, segment.n - FAR); index--) {
    const other = trace.segments[index];
    if (other === undefined || other.origin !== 'tcp') continue;
    if (other.from === segment.from) {
      if (other.flags.includes('ACK') && other.connection === segment.connection) before ??= other.ack;
      continue;
    }
    const end = endOf(other);
    if (end !== null && seqGe(segment.ack, end) && (before === null || !seqGe(before, end))) covered.push(other);
    // Before its SYN there was another connection.
    if (other.flags.includes('SYN')) break;
  }
  return covered.reverse();
}
