import type { State } from '../tcp/state.ts';
import { isControl } from './control.ts';
import { HOST_NAMES, type HostName, peerOf, type Trace, type TracedSegment, type TraceEvent } from './trace.ts';

/**
 * How a segment is drawn. `across`: one arrow; what lies between its sending and its arrival would not be read wrong.
 * `leaves` and `arrives`: the two ends of a segment that others crossed or overtook. `lost`: it never arrives.
 */
export type Crossing = 'across' | 'leaves' | 'arrives' | 'lost';

/** The connection states beside a row, after what it shows; null for a host that has none yet. */
export type RowStates = Readonly<Record<HostName, State | null>>;

interface RowBase {
  readonly ms: number;
  /** Index into trace.events of the latest event the row shows: the row is complete once that has happened. */
  readonly event: number;
  /** Index of the event at each host's end of the row; null where the row does not touch that host's lifeline. */
  readonly ends: Readonly<Record<HostName, number | null>>;
  readonly states: RowStates;
  /** Whether a host's state changed with this row. */
  readonly changed: Readonly<Record<HostName, boolean>>;
}

export type LadderRow =
  | (RowBase & { readonly kind: 'segment'; readonly crossing: Crossing; readonly segment: TracedSegment })
  /** An application call or a timer at one host. */
  | (RowBase & { readonly kind: 'mark'; readonly host: HostName; readonly what: Mark })
  /** Nothing happened for a while before the next row. */
  | (RowBase & { readonly kind: 'gap'; readonly elapsedMs: number });

type Mark = Extract<TraceEvent, { kind: 'call' | 'timer' }>;

export interface LadderScope {
  /** Index of the first event not shown; all are shown without it. */
  readonly until?: number;
  /** Whether calls and timers have rows of their own. */
  readonly marks: boolean;
}

/** A silence of this much virtual time or more has a row of its own, ms. */
export const GAP_MS = 500;

/**
 * The rows of a ladder, top to bottom, for the part of a trace before `until`. Down each lifeline the rows stand in
 * the order of what happened there; only pure ACKs that cross data in flight are drawn as if they had not. Pure.
 */
export function ladderRows(trace: Trace, { until = trace.events.length, marks }: LadderScope): LadderRow[] {
  const events = trace.events.slice(0, until);
  const arrivals = new Map<number, number>();
  events.forEach((event, index) => {
    if (event.kind === 'arrive') arrivals.set(event.segment, index);
  });
  const rows: Draft[] = [];
  const sentRows = new Map<number, SegmentDraft>();
  /** Arrows drawn already whose segment has yet to arrive, in the order of sending. */
  const flying = new Map<number, SegmentDraft>();
  let lastMs = 0;
  const silence = (index: number, ms: number) => {
    if (rows.length > 0 && ms - lastMs >= GAP_MS && flying.size === 0) {
      rows.push({ kind: 'gap', elapsedMs: ms - lastMs, ms: lastMs, event: index, ends: {} });
    }
  };
  /**
   * Puts in a row that touches only one lifeline. What happened there before a segment in flight arrives stands above
   * that segment, unless the host answers meanwhile: then the row stays with what it leads to.
   */
  const place = (row: Draft, host: HostName, index: number) => {
    const above = [...flying.values()].find(({ segment }) => segment.from !== host);
    const at = above === undefined ? rows.length : rows.lastIndexOf(above);
    const lands = above === undefined ? index : (arrivals.get(above.segment.n) ?? index);
    const acted = rows.slice(at).some((one) => one.ends[host] !== undefined);
    const answers = events.slice(index, lands).some((event) => event.kind === 'send' && event.host === host);
    rows.splice(acted || answers ? rows.length : at, 0, row);
  };

  events.forEach((event, index) => {
    switch (event.kind) {
      case 'send': {
        const segment = trace.segments[event.segment - 1];
        if (segment === undefined) break;
        silence(index, event.ms);
        const crossing = crossingOf(segment, () => isSplit(trace, events, segment, index, arrivals, sentRows));
        const ends = { [event.host]: index };
        const row: SegmentDraft = { kind: 'segment', crossing, segment, ms: event.ms, event: index, ends };
        rows.push(row);
        sentRows.set(segment.n, row);
        if (crossing === 'across' && arrivals.has(segment.n)) flying.set(segment.n, row);
        break;
      }
      case 'arrive': {
        const segment = trace.segments[event.segment - 1];
        if (segment === undefined) break;
        const sent = sentRows.get(segment.n);
        flying.delete(segment.n);
        if (sent?.crossing === 'across') {
          sent.event = index;
          sent.ends[event.host] = index;
          break;
        }
        silence(index, event.ms);
        const ends = { [event.host]: index };
        const row: SegmentDraft = { kind: 'segment', crossing: 'arrives', segment, ms: event.ms, event: index, ends };
        place(row, event.host, index);
        break;
      }
      case 'call':
      case 'timer': {
        if (!marks || (event.kind === 'timer' && event.timer === 'delayed-ack')) break;
        silence(index, event.ms);
        const { host, ms } = event;
        const row: Draft = { kind: 'mark', host, what: event, ms, event: index, ends: { [host]: index } };
        place(row, host, index);
        break;
      }
      default:
        break;
    }
    lastMs = event.ms;
  });
  return withStates(rows, stateTimeline(events));
}

type Ends = Partial<Record<HostName, number>>;

interface DraftBase {
  readonly ms: number;
  event: number;
  readonly ends: Ends;
}

type SegmentDraft = DraftBase & {
  readonly kind: 'segment';
  readonly crossing: Crossing;
  readonly segment: TracedSegment;
};

type Draft =
  | SegmentDraft
  | (DraftBase & { readonly kind: 'mark'; readonly host: HostName; readonly what: Mark })
  | (DraftBase & { readonly kind: 'gap'; readonly elapsedMs: number });

/** Events that a row may end at; the others follow from one of these and stand beside it. */
const CAUSES: ReadonlySet<TraceEvent['kind']> = new Set(['call', 'timer', 'send', 'arrive']);

/** Per host, the state after each event index, changes that directly follow from it included. */
function stateTimeline(events: readonly TraceEvent[]): Readonly<Record<HostName, readonly (State | null)[]>> {
  const timeline: Record<HostName, (State | null)[]> = { client: [], server: [] };
  for (const host of HOST_NAMES) {
    let state: State | null = null;
    const after = timeline[host];
    let cause = -1;
    events.forEach((event, index) => {
      if (event.host === host && CAUSES.has(event.kind)) cause = index;
      if (event.kind === 'state' && event.host === host) {
        state = event.to;
        if (cause >= 0) after.fill(state, cause);
      }
      after.push(state);
    });
  }
  return timeline;
}

/** A row never shows an older state of a host than the rows above it. */
function withStates(rows: readonly Draft[], timeline: ReturnType<typeof stateTimeline>): LadderRow[] {
  const latest: Record<HostName, number> = { client: -1, server: -1 };
  const before: Record<HostName, State | null> = { client: null, server: null };
  return rows.map((row): LadderRow => {
    const states: Record<HostName, State | null> = { ...before };
    for (const host of HOST_NAMES) {
      latest[host] = Math.max(latest[host], row.ends[host] ?? -1);
      if (latest[host] >= 0) states[host] = timeline[host][latest[host]] ?? null;
    }
    const changed = { client: states.client !== before.client, server: states.server !== before.server };
    before.client = states.client;
    before.server = states.server;
    const ends = { client: row.ends.client ?? null, server: row.ends.server ?? null };
    return { ...row, ends, states, changed };
  });
}

/** Where nothing shows whether a segment arrived, its arrow only leaves. */
function crossingOf({ fate }: TracedSegment, isSplit: () => boolean): Crossing {
  if (fate === 'lost') return 'lost';
  return fate === 'unknown' || isSplit() ? 'leaves' : 'across';
}

/**
 * Whether one arrow at the place of sending would be read wrong: a later segment overtakes this one, or its receiver
 * sends something between the sending and the arrival that it would seem to answer with.
 */
function isSplit(
  trace: Trace,
  events: readonly TraceEvent[],
  segment: TracedSegment,
  sentAt: number,
  arrivals: ReadonlyMap<number, number>,
  sentRows: ReadonlyMap<number, SegmentDraft>,
): boolean {
  const arrivesAt = arrivals.get(segment.n) ?? events.length;
  const receiver = peerOf(segment.from);
  const arrivalChanges = arrivalChangesState(events, arrivesAt);
  // Something that stands where it happened at the receiver, so that an answer to it must not stand below this segment.
  let standsAlone = false;
  for (let i = sentAt + 1; i < arrivesAt; i++) {
    const event = events[i];
    if (event === undefined) break;
    if (event.host !== receiver) continue;
    if (event.kind === 'arrive') {
      if (event.segment > segment.n) return true;
      if (sentRows.get(event.segment)?.crossing !== 'across') standsAlone = true;
    }
    if (event.kind === 'state') standsAlone = true;
    if (event.kind !== 'send') continue;
    const other = trace.segments[event.segment - 1];
    if (other !== undefined && (arrivalChanges || standsAlone || !mayCross(segment, other))) return true;
  }
  return false;
}

function arrivalChangesState(events: readonly TraceEvent[], arrivesAt: number): boolean {
  const arrival = events[arrivesAt];
  for (let i = arrivesAt + 1; arrival !== undefined && i < events.length; i++) {
    const event = events[i];
    if (event === undefined || event.ms !== arrival.ms || event.host !== arrival.host) return false;
    if (event.kind === 'state') return true;
    if (event.kind === 'arrive' || event.kind === 'call' || event.kind === 'timer') return false;
  }
  return false;
}

/** Whether `first` may be drawn as if it had arrived before its receiver sent `second`. */
function mayCross(first: TracedSegment, second: TracedSegment): boolean {
  if (isPureAck(first)) return !second.flags.includes('SYN') && !second.flags.includes('RST');
  return isPureAck(second) && !isControl(first);
}

function isPureAck(segment: TracedSegment): boolean {
  return segment.len === 0 && !isControl(segment);
}
