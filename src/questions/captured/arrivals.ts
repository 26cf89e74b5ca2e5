import type { CapturedTrace } from '../../captures/trace/captured-trace.ts';
import type { Random } from '../../simulator/random.ts';
import type { Trace, TracedSegment } from '../../trace/trace.ts';
import type { Range } from '../question.ts';
import { endOf, numbersTaken } from '../sequence-ends.ts';
import type { QuestionDraft } from '../skill.ts';
import { excerptAround, inExcerpt, momentsOf, pickMoment, WIDEST } from './moment.ts';
import { arrivalsAt, type CapturedArrival, type Landing } from './receiver.ts';

/** The end at which the capture was taken receives what is captured, and answers by it. Empty where that end is not known. */
export const arrivalsOn = momentsOf((captured): readonly CapturedArrival[] =>
  captured.vantage === 'unknown' ? [] : arrivalsAt(captured, captured.vantage),
);

/** An arrival where it stands in an excerpt. */
export interface ArrivalWithin {
  readonly trace: Trace;
  readonly segment: TracedSegment;
  readonly answer: TracedSegment;
  /** The first arrival since nothing was held, and the segment that RCV.NXT followed before this one. */
  readonly first: TracedSegment;
  readonly before: TracedSegment;
  readonly rcvNxt: number;
  readonly held: readonly Range[];
  /** The same in the whole capture. */
  readonly whole: CapturedArrival;
}

/** The arrivals that are answered at once and are asked about: data alone, as the numbers of a FIN are asked elsewhere. */
export function answeredArrivals(captured: CapturedTrace, landing: Landing): readonly CapturedArrival[] {
  return arrivalsOn(captured).filter(
    (one) => one.landing === landing && one.answer !== null && !one.segment.flags.includes('FIN'),
  );
}

/** Drafts a question on one of these arrivals, shown up to the ACK that answers it; null without one. */
export function onArrival(
  captured: CapturedTrace,
  random: Random,
  arrivals: readonly CapturedArrival[],
  draft: (within: ArrivalWithin) => QuestionDraft | null,
): QuestionDraft | null {
  const whole = pickMoment(random, arrivals);
  const before = whole && endingBefore(captured, whole);
  const first = whole && arrivalsOn(captured)[whole.runFrom]?.segment;
  if (!whole || !before || !first || whole.answer === null) return null;
  const excerpt = excerptAround(captured, [Math.min(before.n, first.n), whole.answer.n]);
  if (excerpt === null) return null;
  const { rcvNxt, held } = whole;
  const within = {
    trace: excerpt.captured.trace,
    segment: excerpt.at(whole.segment.n),
    answer: excerpt.at(whole.answer.n),
    first: excerpt.at(first.n),
    before: excerpt.at(before.n),
  };
  return inExcerpt(excerpt, draft({ ...within, rcvNxt, held, whole }));
}

/** The last segment before an arrival that ends at RCV.NXT. */
function endingBefore({ trace }: CapturedTrace, { segment, rcvNxt }: CapturedArrival): TracedSegment | null {
  const shown = trace.segments.slice(Math.max(0, segment.n - 1 - WIDEST), segment.n - 1);
  return shown.findLast((one) => one.from === segment.from && numbersTaken(one) > 0 && endOf(one) === rcvNxt) ?? null;
}
