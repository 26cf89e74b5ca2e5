import { seqDistance } from '../tcp/sequence.ts';
import { type HostName, peerOf, type Trace, type TracedSegment } from './trace.ts';

/** What a segment's numbers are counted from when shown relative: each side's ISN; null when the trace lacks the SYN. */
export interface Bases {
  readonly seq: number | null;
  readonly ack: number | null;
}

/**
 * The ISNs that relative numbers of each segment count from, by index n - 1. With several connections on the same
 * ports each segment counts from the ISNs of the latest SYN that its sender, or its peer, had sent by then.
 */
export function relativeBases(trace: Pick<Trace, 'segments'>): readonly Bases[] {
  const latest: Record<HostName, number | null> = { client: null, server: null };
  const byConnection = new Map<string, number>();
  return trace.segments.map((segment) => {
    const key = `${segment.from}/${segment.connection}`;
    if (segment.flags.includes('SYN') && segment.origin === 'tcp') {
      latest[segment.from] = segment.seq;
      byConnection.set(key, segment.seq);
    }
    return { seq: byConnection.get(key) ?? latest[segment.from], ack: latest[peerOf(segment.from)] };
  });
}

/** The segment's numbers as shown: relative to the ISNs where they are known, else absolute. */
export function shownNumbers(
  segment: Pick<TracedSegment, 'seq' | 'ack'>,
  bases: Bases | undefined,
  numbers: 'absolute' | 'relative',
): { readonly seq: number; readonly ack: number } {
  const relative = (value: number, base: number | null | undefined) =>
    numbers === 'absolute' || base === null || base === undefined ? value : seqDistance(base, value);
  return { seq: relative(segment.seq, bases?.seq), ack: relative(segment.ack, bases?.ack) };
}
