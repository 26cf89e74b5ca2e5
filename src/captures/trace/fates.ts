import { seqGe, seqGt, seqLe, seqLt } from '../../tcp/sequence.ts';
import { type Fate, type HostName, peerOf } from '../../trace/trace.ts';
import type { AnalysedSegment } from '../analysis/analysed-segment.ts';
import type { ConversationSummary } from '../analysis/conversation.ts';
import { acknowledges, endOfNumbers, numbersOf } from './sequence-range.ts';

/** As many duplicate ACKs as a sender takes for a loss (RFC 5681 §3.2). */
const DUPLICATES = 3;
/** Share of the least round trip within which an ACK cannot yet answer what has just been sent; a little is left for jitter. */
const TOO_SOON = 0.98;
/** Of an end whose ACKs are not in the capture, only the latest segments are kept in mind. */
const MOST_OUTSTANDING = 2000;

/** A sent segment that takes numbers and is not acknowledged. */
interface Outstanding {
  readonly index: number;
  readonly start: number;
  readonly end: number;
  /** Duplicate ACKs, or a SACK block behind it, have shown that its receiver lacks it. */
  missed: boolean;
  /** What first sent some of it again, and whether that was all of it. */
  repeat: { readonly index: number; readonly whole: boolean } | null;
  /** It repeats something itself. */
  readonly repeats: boolean;
}

/**
 * What became of each segment, as far as the capture settles it. Delivered: it was captured at the end it came to, or an ACK
 * or a SACK block covers it before any of it was sent again. Lost: it was captured at the end that sent it, its receiver
 * reported it missing, and acknowledged it only after all of it had been sent again, no sooner than a round trip, and without
 * reporting it twice. Everything else is unknown: after a timeout either the segment or its ACK may have been lost, and what
 * is reported missing after it has been sent again may have been on its way.
 */
export function fatesOf(
  segments: readonly AnalysedSegment[],
  { vantage, rtt }: Pick<ConversationSummary, 'vantage' | 'rtt'>,
): Fate[] {
  const fates: Fate[] = segments.map(({ segment, from }) =>
    vantage === peerOf(from) && segment.checksum !== 'bad' ? 'delivered' : 'unknown',
  );
  const outstanding: Record<HostName, Outstanding[]> = { client: [], server: [] };
  const acked: Record<HostName, number | null> = { client: null, server: null };
  const lost: number[] = [];
  // Only fates of what left the near end are told: the far end answers it.
  const leastMs = vantage === 'unknown' ? null : rtt[peerOf(vantage)]?.leastMs;
  const tooSoon = (leastMs ?? 0) * TOO_SOON;
  const msOf = (index: number): number => segments[index]?.segment.ms ?? 0;

  segments.forEach((one, index) => {
    const { segment, from } = one;
    const peer = peerOf(from);
    if (vantage !== peer) note(outstanding[from], one, index, acked[from]);
    // What has come to the end that the capture was taken at needs no ACK to show it.
    if (vantage === from || !acknowledges(segment) || segment.checksum === 'bad') return;
    const una = acked[peer];
    if (una === null || seqGt(segment.ack, una)) acked[peer] = segment.ack;
    const left: Outstanding[] = [];
    for (const held of outstanding[peer]) {
      if (!covers(one, held)) {
        watch(held, one);
        left.push(held);
      } else if (held.repeat === null) {
        if (!held.repeats) fates[held.index] = 'delivered';
      } else if (held.missed && !held.repeats && held.repeat.whole && vantage === peer) {
        if (segment.ms - msOf(held.repeat.index) < tooSoon) continue;
        const again = held.repeat.index;
        fates[held.index] = 'lost';
        lost.push(held.index);
        if (outstanding[peer].some((other) => other.index === again && other.repeat === null))
          fates[again] = 'delivered';
      }
    }
    outstanding[peer] = left;
    revoke(one, lost, segments, fates);
  });
  return fates;
}

/** Takes up what a segment sends, and marks what it sends again. */
function note(sent: Outstanding[], { segment }: AnalysedSegment, index: number, una: number | null): void {
  const { seq } = segment;
  const end = endOfNumbers(segment);
  if (numbersOf(segment) === 0 || (una !== null && seqLe(end, una))) return;
  let repeats = una !== null && seqLt(seq, una);
  for (const held of sent) {
    if (!seqLt(seq, held.end) || !seqGt(end, held.start)) continue;
    repeats = true;
    held.repeat ??= { index, whole: seqLe(seq, held.start) && seqGe(end, held.end) };
  }
  sent.push({ index, start: seq, end, missed: false, repeat: null, repeats });
  if (sent.length > MOST_OUTSTANDING) sent.shift();
}

function covers({ segment }: AnalysedSegment, { start, end }: Outstanding): boolean {
  const { ack, options } = segment;
  if (seqGe(ack, end)) return true;
  return (options.sack ?? []).some(([left, right]) => seqGt(right, ack) && seqLe(left, start) && seqGe(right, end));
}

/** Notes when an ACK shows that a segment is missing, while nothing of that has been sent again. */
function watch(held: Outstanding, { segment, analysis }: AnalysedSegment): void {
  if (held.repeat !== null || seqGt(segment.ack, held.start)) return;
  if (segment.options.sack?.some(([left]) => seqGe(left, held.end))) held.missed = true;
  if (segment.ack !== held.start) return;
  if (analysis.findings.some((finding) => finding.kind === 'duplicate-ack' && finding.nth >= DUPLICATES)) {
    held.missed = true;
  }
}

/** A report of data received twice (RFC 2883) shows that neither was lost. */
function revoke(
  { analysis }: AnalysedSegment,
  lost: readonly number[],
  segments: readonly AnalysedSegment[],
  fates: Fate[],
): void {
  for (const finding of analysis.findings) {
    if (finding.kind !== 'dsack') continue;
    const [left, right] = finding.range;
    for (const index of lost) {
      const segment = segments[index]?.segment;
      if (segment === undefined || seqGe(segment.seq, right) || seqLe(endOfNumbers(segment), left)) continue;
      fates[index] = 'unknown';
    }
  }
}
