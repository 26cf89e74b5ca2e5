import type { FindingKind } from '../../captures/analysis/segment-analysis.ts';
import type { CapturedTrace } from '../../captures/trace/captured-trace.ts';
import { cutTrace } from '../../captures/trace/cut.ts';
import type { Random } from '../../simulator/random.ts';
import type { TracedSegment } from '../../trace/trace.ts';
import type { QuestionDraft } from '../skill.ts';
import { foundAt } from './found-at.ts';

/** Segments shown before those that a question is about, and after them once it is answered. */
const BEFORE = 12;
const AFTER = 4;
/** Segments from the first that a question is about to the last: more are not surveyed at a glance. */
export const WIDEST = 40;

/** What makes the numbers of a segment unfit to be asked about, or to be reckoned from. */
const UNFIT: ReadonlySet<FindingKind> = new Set<FindingKind>([
  'retransmission',
  'network-copy',
  'out-of-order',
  'gap-before',
  'acks-unseen',
  'zero-window-probe',
  'keep-alive',
  'above-mss',
  'bad-checksum',
]);

/** Whether a segment is what its sender meant to send next, and was captured as it travelled. */
export function isPlain(captured: CapturedTrace, { n, origin }: TracedSegment): boolean {
  return origin === 'tcp' && !captured.analyses[n - 1]?.findings.some(({ kind }) => UNFIT.has(kind));
}

/** The segments a question is about, by their n in the whole trace: each stands between the first and the last of them. */
export type Span = readonly [first: number, last: number];

/** The part of the trace in which a question about `span` is asked, and where a segment of the whole trace stands in it. */
export interface Excerpt {
  readonly captured: CapturedTrace;
  /** The segment of the excerpt that was segment n of the whole. */
  readonly at: (n: number) => TracedSegment;
}

/** Null where the span is too wide to be shown. */
export function excerptAround(captured: CapturedTrace, [first, last]: Span): Excerpt | null {
  if (last - first >= WIDEST) return null;
  const from = Math.max(1, first - BEFORE);
  const excerpt = cutTrace(captured, from, last + AFTER);
  return {
    captured: excerpt,
    at: (n) => {
      const segment = excerpt.trace.segments[n - from];
      if (segment === undefined) throw new RangeError(`segment ${n} is not in the excerpt`);
      return segment;
    },
  };
}

/**
 * The draft of a question asked in an excerpt, with what those who look it up in the capture want to know: at which segment of
 * the conversation the excerpt begins, and the frames in question as every analyser numbers them (see foundAt).
 */
export function inExcerpt({ captured }: Excerpt, draft: QuestionDraft | null): QuestionDraft | null {
  const last = draft?.explanation.at(-1);
  if (draft === null || last === undefined) return draft;
  const { before } = captured.leftOut;
  const begins = {
    ko: `대화를 ${before + 1}번째 세그먼트부터 보여 줍니다.`,
    en: `The conversation is shown from its segment ${before + 1} on.`,
  };
  const found = foundAt(captured, draft.view.focus);
  const text = found && {
    ko: `${last.text.ko} (${found.ko})`,
    en: `${last.text.en} (${found.en.charAt(0).toUpperCase()}${found.en.slice(1)}.)`,
  };
  return {
    ...draft,
    conventions: before > 0 && draft.view.until > 0 ? [...draft.conventions, begins] : draft.conventions,
    explanation: text === null ? draft.explanation : [...draft.explanation.slice(0, -1), { ...last, text }],
  };
}

/**
 * Remembers what `find` found in a captured trace, as long as that trace is in use: a maker that draws again, or makes many
 * questions, does not search it each time.
 */
export function momentsOf<Moment>(
  find: (captured: CapturedTrace) => readonly Moment[],
): (captured: CapturedTrace) => readonly Moment[] {
  const found = new WeakMap<CapturedTrace, readonly Moment[]>();
  return (captured) => {
    const known = found.get(captured);
    if (known !== undefined) return known;
    const moments = find(captured);
    found.set(captured, moments);
    return moments;
  };
}

/** One of the moments, or null when there is none. */
export function pickMoment<Moment>(random: Random, moments: readonly Moment[]): Moment | null {
  return moments.length === 0 ? null : random.pick(moments);
}
