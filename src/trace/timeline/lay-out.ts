import { GAP_MS } from '../ladder.ts';
import type { LadderStyle } from '../ladder-style.ts';
import type { HostName, Trace, TracedSegment, TraceEvent } from '../trace.ts';
import { columnFrom, type Lane } from './lanes.ts';
import { arriving, leaving } from './segment-rows.ts';
import type { NewState, RowContent, Timeline, TimelineRow } from './timeline.ts';
import { type TimelineScale, timelineColumns } from './timeline-style.ts';

/** A wait of so many flights is a silence, though something be in flight. */
const LONG_FLIGHT = 4;

/**
 * Lays a trace out in time. Each row holds one thing that happens at one lifeline, so that what crosses is seen to cross;
 * rows between them stand for time, as many as the scale gives, and silences are cut short. What a row shows depends on
 * nothing that happens later.
 */
export function layOutTimeline(trace: Trace, style: LadderStyle, scale: TimelineScale): Timeline {
  const { middle } = timelineColumns(style.width);
  const rows: Draft[] = [];
  const leaves = new Map<number, number>();
  const arrives = new Map<number, number>();
  /** Lines of segments in flight; a new list with every change, as the rows keep theirs. */
  let lanes: readonly Lane[] = [];
  const last: Partial<Record<HostName, Draft>> = {};
  const waiting: Partial<Record<HostName, NewState>> = {};
  let before: TraceEvent | null = null;
  let timedMs = Number.NaN;

  const push = (ms: number, event: number, share: number, content: RowContent): Draft => {
    const timed = share === 0 && content.kind !== 'label' && ms !== timedMs;
    if (timed) timedMs = ms;
    const row: Draft = { ms, event, share, content, lanes, states: {}, timed };
    rows.push(row);
    return row;
  };
  const happens = (event: TraceEvent, index: number, content: RowContent): Draft => {
    const row = push(event.ms, index, 0, content);
    last[event.host] = row;
    const state = waiting[event.host];
    if (state !== undefined) row.states[event.host] = state;
    delete waiting[event.host];
    return row;
  };
  /** Rows for the time since the event before. */
  const pass = (event: TraceEvent, index: number) => {
    if (before === null || rows.length === 0) return;
    const elapsed = event.ms - before.ms;
    const between = betweenRows(elapsed, lanes.length > 0, scale);
    between.forEach((kind, at) => {
      const share = (at + 1) / (between.length + 1);
      const content: RowContent = kind === 'silence' ? { kind, elapsedMs: elapsed } : { kind };
      push((before?.ms ?? 0) + share * elapsed, index - 1, share, content);
    });
  };

  trace.events.forEach((event, index) => {
    switch (event.kind) {
      case 'send': {
        const segment = trace.segments[event.segment - 1];
        if (segment === undefined) break;
        pass(event, index);
        const around = { middle, style, lanes };
        const copy = copyOf(trace, segment);
        const { above, label, column, fork } = leaving(segment, copy, around);
        for (const words of above) happens(event, index, { kind: 'label', segment, label: words });
        const lost = segment.fate === 'lost';
        const fromRow = rows.length;
        const laneOf = (one: TracedSegment, distance: number): Lane => ({
          segment: one,
          column: columnFrom(one.from, distance, middle),
          fromRow,
          toRow: Number.POSITIVE_INFINITY,
        });
        const lane = column === null || lost ? null : laneOf(segment, column);
        const forked = copy === null || fork === null ? null : laneOf(copy, fork);
        lanes = [...lanes, ...(lane === null ? [] : [lane]), ...(forked === null ? [] : [forked])];
        happens(event, index, {
          kind: 'leaves',
          segment,
          label,
          lane,
          dies: lost && column !== null ? columnFrom(segment.from, column, middle) : null,
          fork: forked?.column ?? null,
        });
        leaves.set(segment.n, fromRow);
        break;
      }
      case 'arrive': {
        const segment = trace.segments[event.segment - 1];
        if (segment === undefined) break;
        pass(event, index);
        const lane = lanes.find((one) => one.segment.n === segment.n) ?? null;
        if (lane !== null) lane.toRow = rows.length;
        arrives.set(segment.n, rows.length);
        happens(event, index, arriving(segment, lane, { middle, style, lanes }));
        if (lane !== null) lanes = lanes.filter((one) => one !== lane);
        break;
      }
      case 'call':
      case 'timer':
        if (event.kind === 'timer' && event.timer === 'delayed-ack') return;
        pass(event, index);
        happens(event, index, { kind: 'mark', host: event.host, what: event });
        break;
      case 'state': {
        const row = last[event.host];
        const state = { state: event.to, event: index };
        if (row === undefined) waiting[event.host] = state;
        else row.states[event.host] = state;
        break;
      }
      default:
        return;
    }
    before = event;
  });
  return { rows, middle, leaves, arrives };
}

type Draft = TimelineRow & { readonly states: Partial<Record<HostName, NewState>> };

/** The copy that the network makes of a segment as it is sent: it comes directly after it. */
function copyOf({ segments }: Trace, segment: TracedSegment): TracedSegment | null {
  const next = segments[segment.n];
  return next?.origin === 'copy' && next.repeats === segment.n ? next : null;
}

/** The rows that stand for a time in which nothing happens. */
function betweenRows(
  elapsedMs: number,
  isFlying: boolean,
  { zoom, flightMs }: TimelineScale,
): readonly ('silence' | 'passing')[] {
  const silent = elapsedMs >= (isFlying ? Math.max(GAP_MS, LONG_FLIGHT * flightMs) : GAP_MS);
  if (silent) return ['silence'];
  const rows = Math.min(isFlying ? 2 * zoom : zoom, Math.round((elapsedMs / flightMs) * zoom));
  return Array.from({ length: rows }, () => 'passing' as const);
}
