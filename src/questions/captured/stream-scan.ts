import type { FindingKind } from '../../captures/analysis/segment-analysis.ts';
import type { CapturedTrace } from '../../captures/trace/captured-trace.ts';
import { seqGt, seqLt } from '../../tcp/sequence.ts';
import { peerOf, type TracedSegment } from '../../trace/trace.ts';
import { endOf, numbersTaken } from '../sequence-ends.ts';

/** What one end has sent by a moment, as the capture shows it. */
export interface StreamSoFar {
  /** Its SYN, the last one of them; null where that is not in the capture. */
  readonly syn: TracedSegment | null;
  /** The number after the last that it has used (SND.NXT); null before its first segment. */
  readonly next: number | null;
  /** The highest ACK of its peer; null before there is one. */
  readonly acked: number | null;
  /** From the first segment on, every number below `next` was captured, and nothing that does not belong there. */
  readonly gapless: boolean;
  /** Nothing was sent again, came twice or in another order. */
  readonly steady: boolean;
  /** Data bytes, each counted once. */
  readonly bytes: number;
  /** Its data segments, each sent for the first time; the latest last. */
  readonly data: readonly TracedSegment[];
  /** Its FIN has been sent. */
  readonly fin: boolean;
  /** The last segment it sent, whatever it was; and the last that took new numbers. */
  readonly last: TracedSegment | null;
  readonly lastNumbered: TracedSegment | null;
}

/** Segments that a TCP does not take for what their numbers say, or that are not the sender's own new ones. */
const NOT_NEW: ReadonlySet<FindingKind> = new Set<FindingKind>([
  'retransmission',
  'network-copy',
  'out-of-order',
  'zero-window-probe',
]);

/** Data segments that are kept in mind. */
const MOST_DATA = 12;

type Mutable<Type> = { -readonly [Key in keyof Type]: Type[Key] };

/**
 * Goes through a captured conversation and tells, for each segment, what either end had sent before it. The states are reused
 * from one segment to the next: take from them what is to be kept.
 */
export function scanStreams(
  captured: CapturedTrace,
  visit: (segment: TracedSegment, own: StreamSoFar, peer: StreamSoFar) => void,
): void {
  const streams = { client: emptyStream(), server: emptyStream() };
  for (const segment of captured.trace.segments) {
    const own = streams[segment.from];
    const peer = streams[peerOf(segment.from)];
    visit(segment, own, peer);
    if (hasFinding(captured, segment.n, 'bad-checksum')) {
      // Whether it was damaged on its way or only in the file: what its sender has used by now is not known.
      own.gapless = own.steady = false;
      own.last = own.lastNumbered = null;
      continue;
    }
    if (segment.flags.includes('ACK') && (peer.acked === null || seqGt(segment.ack, peer.acked)))
      peer.acked = segment.ack;
    take(own, segment, captured);
  }
}

export function hasFinding(captured: CapturedTrace, n: number, kind: FindingKind): boolean {
  return captured.analyses[n - 1]?.findings.some((finding) => finding.kind === kind) ?? false;
}

type Stream = Omit<Mutable<StreamSoFar>, 'data'> & {
  data: TracedSegment[];
  /** The first number that was seen. */
  start: number | null;
};

function emptyStream(): Stream {
  return {
    syn: null,
    start: null,
    next: null,
    acked: null,
    gapless: true,
    steady: true,
    bytes: 0,
    data: [],
    fin: false,
    last: null,
    lastNumbered: null,
  };
}

function take(stream: Stream, segment: TracedSegment, captured: CapturedTrace): void {
  if (segment.flags.includes('RST')) {
    // One that its sender's own numbers do not explain may be someone else's.
    if (segment.seq !== stream.next) stream.gapless = stream.steady = false;
    return;
  }
  stream.last = segment;
  if (hasFinding(captured, segment.n, 'keep-alive')) return;
  if (segment.flags.includes('SYN')) {
    // A SYN of another conversation: what was known of the numbers no longer holds.
    if (stream.syn !== null && stream.syn.seq !== segment.seq) stream.gapless = false;
    stream.syn = segment;
  }
  stream.start ??= segment.seq;
  stream.next ??= segment.seq;
  const again = captured.analyses[segment.n - 1]?.findings.some(({ kind }) => NOT_NEW.has(kind)) ?? false;
  const end = endOf(segment);
  if (numbersTaken(segment) === 0) {
    if (!again && seqGt(segment.seq, stream.next)) stream.gapless = false;
    return;
  }
  if (segment.seq !== stream.next || again) {
    stream.steady = false;
    // Something before it is missing, or it is of another connection: what the capture holds is not just the whole stream.
    if (seqGt(segment.seq, stream.next) || seqLt(segment.seq, stream.start)) stream.gapless = false;
    if (seqGt(end, stream.next)) stream.next = end;
    return;
  }
  stream.next = end;
  stream.bytes += segment.len;
  stream.lastNumbered = segment;
  if (segment.flags.includes('FIN')) stream.fin = true;
  if (segment.len === 0) return;
  stream.data.push(segment);
  if (stream.data.length > MOST_DATA) stream.data.shift();
}
