import type { State } from '../../tcp/state.ts';
import { HOST_NAMES, type HostName, type Trace, type TracedSegment, type TraceEvent } from '../../trace/trace.ts';
import type { CapturedTrace } from './captured-trace.ts';

/**
 * The part of a captured trace from segment `first` to segment `last`, both included, numbered anew from 1: what a screen or a
 * worksheet has room for. Numbers, times and what is known of each segment stay as they are; the states that the ends are in
 * before it stand first. A bound beyond the trace is taken as its end.
 */
export function cutTrace(captured: CapturedTrace, first: number, last: number): CapturedTrace {
  const { trace, analyses, frames, inRun, headers, leftOut } = captured;
  const from = Math.max(1, first);
  const to = Math.min(trace.segments.length, last);
  const segments = trace.segments.slice(from - 1, to).map((segment) => renumbered(segment, from));
  return {
    ...captured,
    trace: { ...trace, segments, events: eventsOf(trace, from, to), endMs: segments.at(-1)?.sentMs ?? 0 },
    analyses: analyses.slice(from - 1, to),
    frames: frames.slice(from - 1, to),
    inRun: inRun?.slice(from - 1, to) ?? null,
    headers: headers.slice(from - 1, to),
    leftOut: { before: leftOut.before + from - 1, after: leftOut.after + trace.segments.length - to },
  };
}

function renumbered(segment: TracedSegment, first: number): TracedSegment {
  const { n, repeats } = segment;
  return { ...segment, n: n - first + 1, repeats: repeats === null || repeats < first ? null : repeats - first + 1 };
}

function eventsOf({ events }: Trace, first: number, last: number): TraceEvent[] {
  const kept: TraceEvent[] = [];
  const before: Record<HostName, State | null> = { client: null, server: null };
  let within = false;
  for (const event of events) {
    if (event.kind === 'send') {
      if (event.segment > last) break;
      if (!within && event.segment >= first) {
        within = true;
        kept.push(...standing(before, event.ms));
      }
    }
    if (!within) {
      if (event.kind === 'state') before[event.host] = event.to;
    } else if (event.kind === 'send' || event.kind === 'arrive' || event.kind === 'lost') {
      kept.push({ ...event, segment: event.segment - first + 1 });
    } else {
      kept.push(event);
    }
  }
  return kept;
}

function standing(states: Readonly<Record<HostName, State | null>>, ms: number): TraceEvent[] {
  return HOST_NAMES.flatMap((host): TraceEvent[] => {
    const to = states[host];
    return to === null ? [] : [{ kind: 'state', ms, host, from: null, to, after: null }];
  });
}
