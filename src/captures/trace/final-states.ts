import { SYN } from '../../tcp/segment.ts';
import { seqAdd, seqDistance, seqGe, seqLt } from '../../tcp/sequence.ts';
import { type HostName, peerOf, type Trace } from '../../trace/trace.ts';
import type { AnalysedSegment } from '../analysis/analysed-segment.ts';
import type { ConversationSummary } from '../analysis/conversation.ts';
import { acknowledges } from './sequence-range.ts';

/** The data bytes of one end: the numbers from the first that is seen to the last, and the latest ACK of its peer. */
interface Stream {
  first: number | null;
  end: number;
  acked: number | null;
}

/**
 * How the ends were left. Bytes are those of the streams between the first and the last that the capture shows, each counted
 * once; received are those that an end has acknowledged.
 */
export function finalStates(kept: readonly AnalysedSegment[], { sides }: ConversationSummary): Trace['final'] {
  const streams: Record<HostName, Stream> = {
    client: { first: null, end: 0, acked: null },
    server: { first: null, end: 0, acked: null },
  };
  for (const { segment, from } of kept) {
    const own = streams[from];
    if (segment.len > 0) {
      const start = seqAdd(segment.seq, segment.flags & SYN ? 1 : 0);
      const end = seqAdd(start, segment.len);
      if (own.first === null || seqGe(end, own.end)) own.end = end;
      if (own.first === null || seqLt(start, own.first)) own.first = start;
    }
    const other = streams[peerOf(from)];
    if (acknowledges(segment) && (other.acked === null || seqGe(segment.ack, other.acked))) other.acked = segment.ack;
  }
  const stateOf = (host: HostName) => ({
    state: sides[host].state,
    sentBytes: spanned(streams[host]),
    receivedBytes: acknowledged(streams[peerOf(host)]),
  });
  return { client: stateOf('client'), server: stateOf('server') };
}

function spanned({ first, end }: Stream): number {
  return first === null ? 0 : seqDistance(first, end);
}

function acknowledged(stream: Stream): number {
  const { first, end, acked } = stream;
  if (first === null || acked === null || seqLt(acked, first)) return 0;
  return seqDistance(first, seqLt(acked, end) ? acked : end);
}
