import type { CapturedTrace } from '../../../captures/trace/captured-trace.ts';
import type { Random } from '../../../simulator/random.ts';
import { seqAdd, seqDistance, seqGe, seqLe, seqLt } from '../../../tcp/sequence.ts';
import { isControl } from '../../../trace/control.ts';
import type { TracedSegment } from '../../../trace/trace.ts';
import { type Excerpt, excerptAround, isPlain, momentsOf, pickMoment } from '../../captured/moment.ts';
import { windowOn } from '../../captured/windows.ts';
import { endOf } from '../../sequence-ends.ts';
import { type Candidate, WHY } from './acceptable-candidates.ts';

/** Data segments looked at, to each side of the one that tells RCV.NXT and RCV.WND. */
const AROUND = 60;

/** What a receiver advertised, and which data of its peer that lets in. */
interface Advertised {
  readonly segment: TracedSegment;
  readonly wnd: number;
  readonly old: readonly TracedSegment[];
  readonly inside: readonly TracedSegment[];
  readonly beyond: readonly TracedSegment[];
}

/** What to ask of a captured receiver. */
export interface CapturedChoice {
  readonly excerpt: Excerpt;
  readonly segment: TracedSegment;
  readonly wnd: number;
  readonly candidates: readonly Candidate[];
}

/** An ACK says what its sender has received, wherever it was captured; the data it is asked about all stands in the capture. */
const advertisedOn = momentsOf((captured): readonly Advertised[] => {
  const { segments } = captured.trace;
  const data = segments.filter((one) => one.len > 0 && !isControl(one) && isPlain(captured, one));
  let at = 0;
  return segments.flatMap((segment): Advertised[] => {
    while ((data[at]?.n ?? Number.POSITIVE_INFINITY) < segment.n) at += 1;
    const wnd = windowOn(captured, segment);
    if (wnd === null || !segment.flags.includes('ACK') || isControl(segment) || !isPlain(captured, segment)) return [];
    const theirs = (from: number, to: number): TracedSegment[] =>
      data.slice(Math.max(0, from), to).filter(({ from: host }) => host !== segment.from);
    const { ack } = segment;
    const edge = seqAdd(ack, wnd);
    const old = theirs(at - AROUND, at).filter((one) => seqLe(endOf(one), ack));
    const later = theirs(at, at + AROUND).filter(({ seq }) => seqGe(seq, ack));
    const inside = wnd === 0 ? [] : later.filter(({ seq }) => seqLt(seq, edge));
    const beyond = later.filter((one) => !inside.includes(one));
    const enough = old.length > 0 && (inside.length > 0 ? old.length + beyond.length > 1 : beyond.length > 0);
    return enough ? [{ segment, wnd, old, inside, beyond }] : [];
  });
});

/** A captured segment with an ACK, and data segments of which one, or none, would be acceptable to its sender. */
export function drawCapturedChoice(captured: CapturedTrace, random: Random): CapturedChoice | null {
  const moment = pickMoment(random, advertisedOn(captured));
  const excerpt = moment && excerptAround(captured, [moment.segment.n, moment.segment.n]);
  if (moment === null || excerpt === null) return null;
  const { segment, wnd, old, inside, beyond } = moment;
  const one = (from: readonly TracedSegment[], count: number): readonly TracedSegment[] =>
    random.shuffle(from).slice(0, count);
  // What ends right before RCV.NXT tempts most.
  const last = old.filter((data) => endOf(data) === segment.ack);
  const earlier = old.filter((data) => endOf(data) !== segment.ack);
  const chosen = [...one(inside, 1), ...one(beyond, 2), ...one(last, 1), ...one(earlier, beyond.length > 1 ? 0 : 1)];
  const candidates = random.shuffle(chosen).map((data) => candidateOf(data, segment.ack, wnd));
  // A choice that no wrong rule would make teaches nothing.
  return candidates.some(({ rule }) => rule !== null) ? { excerpt, segment, wnd, candidates } : null;
}

function candidateOf(data: TracedSegment, nxt: number, wnd: number): Candidate {
  const { seq, len } = data;
  if (seqLt(seq, nxt)) {
    const touches = endOf(data) === nxt;
    const old = { start: -seqDistance(seq, nxt), len, right: false } as const;
    return touches ? { ...old, rule: 'N124', why: WHY.old } : { ...old, rule: null, why: WHY.below };
  }
  const start = seqDistance(nxt, seq);
  if (start < wnd) return { start, len, rule: null, right: true, why: WHY.inside };
  if (wnd === 0 && start === 0) return { start, len, rule: 'N125', right: false, why: WHY.shut };
  const atEdge = start === wnd;
  return { start, len, rule: atEdge ? 'M21' : 'N125', right: false, why: atEdge ? WHY.edge : WHY.above };
}
