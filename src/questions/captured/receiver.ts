import type { FindingKind } from '../../captures/analysis/segment-analysis.ts';
import type { CapturedTrace } from '../../captures/trace/captured-trace.ts';
import { seqAdd, seqDistance, seqGe, seqGt, seqLe, seqLt } from '../../tcp/sequence.ts';
import { type HostName, peerOf, type TracedSegment } from '../../trace/trace.ts';
import { isPureAck } from '../moments.ts';
import type { Range } from '../question.ts';
import { endOf, numbersTaken } from '../sequence-ends.ts';
import { windowOn } from './windows.ts';

/**
 * Where what arrives lies: at RCV.NXT, so that it continues what came before; there as well, but with data held right after
 * it; above a gap; all of it received before, below RCV.NXT or above a gap; partly new and partly received.
 */
export type Landing = 'next' | 'fills' | 'above' | 'old' | 'held-already' | 'overlap';

/** Data that came to the end at which the capture was taken, and what that end had received by then. */
export interface CapturedArrival {
  readonly segment: TracedSegment;
  readonly landing: Landing;
  /** RCV.NXT before it, and what was held above that, in the order of numbers. */
  readonly rcvNxt: number;
  readonly held: readonly Range[];
  /** RCV.WND before it, in bytes; null where that is not known. */
  readonly wnd: number | null;
  /** RCV.NXT after it. */
  readonly after: number;
  /** The next segment of the capture, where that is an ACK without data that names `after`; else null. */
  readonly answer: TracedSegment | null;
  /** Which arrival was the first since nothing was held above RCV.NXT: its own place where nothing is. */
  readonly runFrom: number;
}

/** What a receiver may not take as its numbers say. */
const NOT_TAKEN: ReadonlySet<FindingKind> = new Set<FindingKind>(['bad-checksum', 'keep-alive', 'zero-window-probe']);

/**
 * The data that comes to `receiver`, from its peer's SYN on, until the capture no longer tells what it has: it acknowledges
 * what was not captured, or a SYN of another conversation comes.
 */
export function arrivalsAt(captured: CapturedTrace, receiver: HostName): CapturedArrival[] {
  const { segments } = captured.trace;
  const found: CapturedArrival[] = [];
  let rcvNxt: number | null = null;
  let held: readonly Range[] = [];
  let runFrom = 0;
  let first = 0;
  let tsRecent: number | null = null;
  /** What the receiver itself has used, from its SYN on, and the highest ACK that it has sent. */
  let iss: number | null = null;
  let sndNxt: number | null = null;
  let acked: number | null = null;
  /** The number after the last that the receiver has offered to take; null where its window is not known. */
  let edge: number | null = null;
  for (const segment of segments) {
    if (segment.from === receiver) {
      const end = endOf(segment);
      iss ??= segment.seq;
      if (sndNxt === null || seqGt(end, sndNxt)) sndNxt = end;
      if (!segment.flags.includes('ACK')) continue;
      if (rcvNxt !== null && seqGt(segment.ack, rcvNxt)) break;
      if (acked === null || seqGt(segment.ack, acked)) acked = segment.ack;
      const window = windowOn(captured, segment) ?? (segment.window === 0 ? 0 : null);
      const offered = window === null ? null : seqAdd(segment.ack, window);
      if (offered === null || edge === null || seqGt(offered, edge)) edge = offered;
      continue;
    }
    if (segment.flags.includes('SYN')) {
      const next = endOf(segment);
      if (segment.len > 0 || (rcvNxt !== null && next !== rcvNxt)) break;
      if (rcvNxt === null) first = next;
      rcvNxt = next;
      continue;
    }
    if (rcvNxt === null) break;
    if (numbersTaken(segment) === 0 || isRefused(captured, segment)) continue;
    // A forged or old ACK: of what was never sent it is dropped, below the ISN it is not settled what becomes of the data.
    if (iss === null || sndNxt === null || seqGt(segment.ack, sndNxt)) continue;
    if (seqLe(segment.ack, iss)) break;
    if (edge !== null && seqGe(segment.seq, edge)) continue;
    // Whether it is cut to the window or taken whole is not told.
    if (edge !== null && seqGt(endOf(segment), edge)) break;
    // An old duplicate of another conversation, or a forged one: never received here.
    if (seqLt(segment.seq, first)) continue;
    if (isStale(segment, tsRecent)) continue;
    if (seqLe(segment.seq, rcvNxt)) tsRecent = segment.options.timestamps?.[0] ?? tsRecent;
    const landing = landingOf(segment, rcvNxt, held);
    const [after, left] = received(segment, rcvNxt, held);
    const wnd = edge === null ? null : seqDistance(rcvNxt, edge);
    if (held.length === 0) runFrom = found.length;
    // That old data had been received is settled by the ACK of it.
    const isKnown =
      (landing !== 'old' && landing !== 'overlap') || (acked !== null && seqGe(acked, endOfOld(segment, rcvNxt)));
    const answer = isKnown ? answerTo(captured, segment, after) : null;
    if (segment.len > 0) found.push({ segment, landing, rcvNxt, held, wnd, after, answer, runFrom });
    rcvNxt = after;
    held = left;
  }
  return found;
}

/** Where the old part of a segment ends. */
function endOfOld(segment: TracedSegment, rcvNxt: number): number {
  const end = endOf(segment);
  return seqLt(end, rcvNxt) ? end : rcvNxt;
}

function isRefused({ analyses }: CapturedTrace, { n, flags }: TracedSegment): boolean {
  const findings = analyses[n - 1]?.findings ?? [];
  return flags.includes('RST') || !flags.includes('ACK') || findings.some(({ kind }) => NOT_TAKEN.has(kind));
}

/** Whether PAWS drops it, whatever its numbers (RFC 7323 §5.3). */
function isStale({ options }: TracedSegment, tsRecent: number | null): boolean {
  return options.timestamps !== undefined && tsRecent !== null && seqLt(options.timestamps[0], tsRecent);
}

function landingOf(segment: TracedSegment, rcvNxt: number, held: readonly Range[]): Landing {
  const end = endOf(segment);
  if (seqLe(end, rcvNxt)) return 'old';
  if (held.some(([start, stop]) => seqLe(start, segment.seq) && seqLe(end, stop))) return 'held-already';
  if (seqLt(segment.seq, rcvNxt)) return 'overlap';
  const touches = held.some(([start, stop]) => seqLt(segment.seq, stop) && seqLt(start, end));
  if (touches) return 'overlap';
  if (segment.seq !== rcvNxt) return 'above';
  return held.some(([start]) => start === end) ? 'fills' : 'next';
}

/** RCV.NXT and what is held above it, once a segment has been taken. */
function received(segment: TracedSegment, rcvNxt: number, held: readonly Range[]): [number, readonly Range[]] {
  const end = endOf(segment);
  if (seqLe(end, rcvNxt)) return [rcvNxt, held];
  const touching = held.filter(([start, stop]) => seqLe(start, end) && seqLe(segment.seq, stop));
  const first = touching.reduce((least, [start]) => (seqLt(start, least) ? start : least), segment.seq);
  const last = touching.reduce((most, [, stop]) => (seqLt(most, stop) ? stop : most), end);
  const others = held.filter((range) => !touching.includes(range));
  if (seqLe(first, rcvNxt)) return [last, others];
  const at = others.findIndex(([start]) => seqGe(start, last));
  const place = at === -1 ? others.length : at;
  return [rcvNxt, [...others.slice(0, place), [first, last], ...others.slice(place)]];
}

function answerTo({ trace, analyses }: CapturedTrace, { n, from }: TracedSegment, after: number): TracedSegment | null {
  // Cut into segments only after it was captured: the ACKs answer those.
  if (analyses[n - 1]?.findings.some(({ kind }) => kind === 'above-mss')) return null;
  const next = trace.segments[n];
  if (next === undefined || next.from !== peerOf(from) || !isPureAck(next) || next.ack !== after) return null;
  const odd = analyses[n]?.findings.some(({ kind }) => kind === 'bad-checksum' || kind === 'keep-alive');
  return odd === true ? null : next;
}
