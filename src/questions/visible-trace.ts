import type { Flag } from '../tcp/segment.ts';
import type { TracedSegment, TraceEvent } from '../trace/trace.ts';
import type { Place, Question } from './question.ts';

/** A segment as the learner may see it while answering; null stands for a hidden part. */
export type VisibleSegment = Omit<TracedSegment, 'flags' | 'seq' | 'ack' | 'len'> & {
  readonly flags: readonly Flag[] | null;
  readonly seq: number | null;
  readonly ack: number | null;
  readonly len: number | null;
};

/** The events before the question's moment, without hidden state changes (and signals, which tell of them), calls and timers. */
export function visibleEvents(question: Question): readonly TraceEvent[] {
  const { until, hiddenStates, marks } = question.view;
  return question.trace.events.slice(0, until).filter((event) => {
    if (event.kind === 'state') return !hiddenStates.includes(event.host);
    if (event.kind === 'signal') return marks && !hiddenStates.includes(event.host);
    return marks || (event.kind !== 'call' && event.kind !== 'timer');
  });
}

/** The segments sent before the question's moment; one that arrives or is lost only later is still in flight. */
export function visibleSegments(question: Question): readonly VisibleSegment[] {
  const events = question.trace.events.slice(0, question.view.until);
  const seen = new Set<number>();
  const settled = new Set<number>();
  for (const event of events) {
    if (event.kind !== 'send' && event.kind !== 'arrive' && event.kind !== 'lost') continue;
    seen.add(event.segment);
    if (event.kind !== 'send') settled.add(event.segment);
  }
  const isHidden = (n: number, part: Place['part']): boolean =>
    question.view.hidden.some((place) => place.segment === n && place.part === part);
  return question.trace.segments
    .filter((segment) => seen.has(segment.n))
    .map((segment) => ({
      ...segment,
      flags: isHidden(segment.n, 'flags') ? null : segment.flags,
      seq: isHidden(segment.n, 'seq') ? null : segment.seq,
      ack: isHidden(segment.n, 'ack') ? null : segment.ack,
      len: isHidden(segment.n, 'len') ? null : segment.len,
      arrivedMs: settled.has(segment.n) ? segment.arrivedMs : null,
      fate: settled.has(segment.n) ? segment.fate : 'in-flight',
    }));
}
