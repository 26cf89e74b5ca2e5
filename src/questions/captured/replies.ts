import type { CapturedTrace } from '../../captures/trace/captured-trace.ts';
import { seqGt } from '../../tcp/sequence.ts';
import { type HostName, peerOf, type TracedSegment } from '../../trace/trace.ts';
import { isFin } from '../closing-moments.ts';
import { dataFrom, isPureAck } from '../moments.ts';
import { endOf, segmentEndingAt } from '../sequence-ends.ts';
import type { Reply, ReplyKind } from '../situations/reply.ts';
import { closingOn } from './closing.ts';
import { type Excerpt, isPlain, momentsOf } from './moment.ts';
import { handshakeOn } from './opening.ts';
import { hasFinding, type StreamSoFar, scanStreams } from './stream-scan.ts';

/** A segment that arrives and the one that answers it, in a captured conversation. */
interface CapturedReply {
  readonly kind: ReplyKind;
  readonly cause: TracedSegment;
  readonly reply: TracedSegment;
  /** ISS of the host that replies, where the question needs it. */
  readonly iss: number;
  /** n of the first segment from which the numbers follow. */
  readonly first: number;
}

export const repliesOn = momentsOf((captured): readonly CapturedReply[] => [
  ...opening(captured),
  ...closing(captured),
  ...acknowledging(captured),
]);

/** The same where it stands in an excerpt. */
export function replyIn({ kind, cause, reply, iss }: CapturedReply, excerpt: Excerpt): Reply {
  const { trace } = excerpt.captured;
  const placed = excerpt.at(reply.n);
  const lastData = dataFrom(trace, reply.from).findLast(({ n }) => n < placed.n) ?? null;
  return { kind, trace, cause: excerpt.at(cause.n), reply: placed, iss, lastData };
}

function opening(captured: CapturedTrace): readonly CapturedReply[] {
  const handshake = handshakeOn(captured);
  if (handshake === null) return [];
  const { syn, synAck, ack } = handshake;
  const replies: CapturedReply[] = [];
  const first = syn.n;
  if (synAck.flags.join() === 'SYN,ACK')
    replies.push({ kind: 'syn', cause: syn, reply: synAck, iss: synAck.seq, first });
  if (ack !== null) replies.push({ kind: 'syn-ack', cause: synAck, reply: ack, iss: syn.seq, first });
  return replies;
}

function closing(captured: CapturedTrace): readonly CapturedReply[] {
  const close = closingOn(captured);
  if (close === null || close.crossed) return [];
  const { fin, answer, peerFin, lastAck, span } = close;
  const replies: CapturedReply[] = [];
  const add = (kind: ReplyKind, cause: TracedSegment, reply: TracedSegment): void => {
    if (continues(captured, reply))
      replies.push({ kind, cause, reply, iss: 0, first: Math.min(span[0], beforeOf(captured, reply)) });
  };
  if (isPureAck(answer)) add('fin', fin, answer);
  if (peerFin.flags.join() === 'FIN,ACK' && peerFin.len === 0) add('own-fin', fin, peerFin);
  // In three segments the last reply follows the FIN that acknowledged the own one.
  if (isPureAck(lastAck) && answer.n !== peerFin.n) add('last-fin', peerFin, lastAck);
  return replies;
}

/** Whether a segment has the number after all that its sender had used. */
function continues({ trace }: CapturedTrace, { n, from, seq }: TracedSegment): boolean {
  return trace.segments.slice(0, n - 1).every((one) => one.from !== from || !seqGt(endOf(one), seq));
}

/** The segment after which a reply's seq comes. */
function beforeOf({ trace }: CapturedTrace, reply: TracedSegment): number {
  return segmentEndingAt(trace, reply.from, reply.seq)?.n ?? reply.n;
}

/** Pure ACKs of data: of all that was sent, or of what was received below a gap. */
function acknowledging(captured: CapturedTrace): readonly CapturedReply[] {
  const found: CapturedReply[] = [];
  const gaps: Record<HostName, { cause: TracedSegment; missing: number } | null> = { client: null, server: null };
  scanStreams(captured, (segment, own, peer) => {
    const gap = gaps[peerOf(segment.from)];
    gaps.client = null;
    gaps.server = null;
    if (hasFinding(captured, segment.n, 'bad-checksum') || segment.origin !== 'tcp') return;
    if (isAboveGap(captured, segment, own)) gaps[segment.from] = { cause: segment, missing: own.next ?? 0 };
    const before = own.lastNumbered;
    if (!isPureAck(segment) || segment.seq !== own.next || before === null || endOf(before) !== segment.seq) return;
    const data = peer.lastNumbered;
    if (gap !== null && segment.ack === gap.missing && data !== null) {
      found.push({ kind: 'gap', cause: gap.cause, reply: segment, iss: 0, first: Math.min(before.n, data.n) });
      return;
    }
    if (data === null || data.len === 0 || data.flags.some((flag) => flag === 'SYN' || flag === 'FIN')) return;
    if (segment.ack !== peer.next || endOf(data) !== segment.ack || peer.acked === segment.ack || !peer.gapless) return;
    if (segment.options.sack !== undefined || !isPlain(captured, data) || !isPlain(captured, segment)) return;
    found.push({ kind: 'data', cause: data, reply: segment, iss: 0, first: Math.min(before.n, data.n) });
  });
  return found;
}

/** New data that was captured where it arrived, above the first gap of its stream. */
function isAboveGap(captured: CapturedTrace, segment: TracedSegment, own: StreamSoFar): boolean {
  if (captured.vantage !== peerOf(segment.from) || segment.len === 0 || segment.flags.includes('SYN')) return false;
  return own.gapless && own.next !== null && seqGt(segment.seq, own.next) && !isFin(segment);
}
