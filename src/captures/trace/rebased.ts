import { seqAdd, seqDistance } from '../../tcp/sequence.ts';
import { type HostName, peerOf } from '../../trace/trace.ts';
import type { AnalysedSegment } from '../analysis/analysed-segment.ts';
import type { CapturedSegment } from '../packet/captured-segment.ts';
import { acknowledges } from './sequence-range.ts';

/** The numbers of a segment as they are shown. */
export interface ShownNumbers {
  readonly seq: number;
  readonly ack: number;
  readonly options: CapturedSegment['options'];
}

/** What the numbers of each end count from. */
type Origins = Readonly<Record<HostName, number>>;

/**
 * The numbers of segments counted as Wireshark does: from the ISN as 0; where the SYN is not in the capture, so that the first
 * number seen of a stream is 1. Edges of SACK blocks count in the stream that they acknowledge.
 */
export function relativeNumbers(segments: readonly AnalysedSegment[]): ShownNumbers[] {
  const origins = originsOf(segments);
  return segments.map(({ segment, from, analysis }) => {
    const own = analysis.iss ?? origins[from];
    const other = analysis.irs ?? origins[peerOf(from)];
    const { sack, ...rest } = segment.options;
    return {
      seq: seqDistance(own, segment.seq),
      ack: acknowledges(segment) ? seqDistance(other, segment.ack) : segment.ack,
      options:
        sack === undefined
          ? segment.options
          : {
              ...rest,
              sack: sack.map(([left, right]) => [seqDistance(other, left), seqDistance(other, right)] as const),
            },
    };
  });
}

/** The first ISN known of each end, or what stands for it: the number before the first that is seen, as a seq or as an ack. */
function originsOf(segments: readonly AnalysedSegment[]): Origins {
  const known: Record<HostName, number | null> = { client: null, server: null };
  const seen: Record<HostName, number | null> = { client: null, server: null };
  for (const { segment, from, analysis } of segments) {
    const peer = peerOf(from);
    known[from] ??= analysis.iss;
    known[peer] ??= analysis.irs;
    seen[from] ??= seqAdd(segment.seq, -1);
    if (acknowledges(segment)) seen[peer] ??= seqAdd(segment.ack, -1);
    if (known.client !== null && known.server !== null) break;
  }
  return { client: known.client ?? seen.client ?? 0, server: known.server ?? seen.server ?? 0 };
}
