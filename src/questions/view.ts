import type { HostName, Trace } from '../trace/trace.ts';
import { segmentAt, sendIndex } from './moments.ts';
import type { Place, QuestionView } from './question.ts';

export interface ViewPlan {
  readonly until: number;
  /** Places the fields ask for. */
  readonly asked: readonly Place[];
  /** Values that must not be read off another seq or ack that is in sight. */
  readonly secret?: readonly number[];
  /** Further places that would give the answer away. */
  readonly alsoHidden?: readonly Place[];
  readonly hiddenStates?: readonly HostName[];
  /** Absent: shown. */
  readonly marks?: boolean;
  readonly focus: readonly number[];
}

/** What the learner sees: everything before `until`, with blanks for what is asked and for every repetition of a secret value. */
export function questionView(trace: Trace, plan: ViewPlan): QuestionView {
  const hidden = [...plan.asked, ...(plan.alsoHidden ?? []), ...repetitions(trace, plan.until, plan.secret ?? [])];
  const unique = hidden.filter(
    (a, index) => hidden.findIndex((b) => a.segment === b.segment && a.part === b.part) === index,
  );
  const { until, hiddenStates = [], marks = true, focus } = plan;
  return { until, hidden: unique, hiddenStates, marks, focus };
}

function repetitions(trace: Trace, until: number, secret: readonly number[]): readonly Place[] {
  return segmentsBefore(trace, until).flatMap((n) => {
    const segment = segmentAt(trace, n);
    const places: Place[] = [];
    if (secret.includes(segment.seq)) places.push({ segment: n, part: 'seq' });
    if (segment.flags.includes('ACK') && secret.includes(segment.ack)) places.push({ segment: n, part: 'ack' });
    return places;
  });
}

function segmentsBefore(trace: Trace, until: number): readonly number[] {
  const seen = new Set<number>();
  for (const event of trace.events.slice(0, until)) {
    if (event.kind === 'send' || event.kind === 'arrive' || event.kind === 'lost') seen.add(event.segment);
  }
  return [...seen];
}

/**
 * The `until` that shows segment n and nothing it leads to: just past its arrival when nothing else was sent on the
 * way, so that its arrow is whole; otherwise just past its sending.
 */
export function untilSeen(trace: Trace, n: number): number {
  const sent = sendIndex(trace, n);
  for (const [offset, event] of trace.events.slice(sent + 1).entries()) {
    if (event.kind === 'arrive' && event.segment === n) return sent + 1 + offset + 1;
    if (event.kind === 'send' || event.kind === 'timer' || event.kind === 'arrive') break;
  }
  return sent + 1;
}
