import type { State } from '../tcp/state.ts';
import { type HostName, peerOf, type Trace, type TracedSegment, type TraceEvent } from './trace.ts';

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
  readonly states: RowStates;
  /** Whether a host's state changed with this row. */
  readonly changed: Readonly<Record<HostName, boolean>>;
}

export type LadderRow =
  | (RowBase & { readonly kind: 'segment'; readonly crossing: Crossing; readonly segment: TracedSegment })
  /** An application call or a timer at one host. */
  | (RowBase & {
      readonly kind: 'mark';
      readonly host: HostName;
      readonly what: Extract<TraceEvent, { kind: 'call' | 'timer' }>;
    });

export interface LadderScope {
  /** Index of the first event not shown; all are shown without it. */
  readonly until?: number;
  /** Whether calls and timers have rows of their own. */
  readonly marks: boolean;
}

/**
 * The rows of a ladder, top to bottom, for the part of a trace before `until`. A row stands where its segment was
 * sent, except `arrives`. Pure; linear in the number of events but for crossings.
 */
export function ladderRows(trace: Trace, { until = trace.events.length, marks }: LadderScope): LadderRow[] {
  const events = trace.events.slice(0, until);
  const arrivals = new Map<number, number>();
  events.forEach((event, index) => {
    if (event.kind === 'arrive') arrivals.set(event.segment, index);
  });
  const split = new Set<number>();
  events.forEach((event, index) => {
    if (event.kind !== 'send') return;
    const segment = trace.segments[event.segment - 1];
    if (segment !== undefined && isSplit(trace, events, segment, index, arrivals)) split.add(segment.n);
  });

  const rows: Draft[] = [];
  const rowOf = new Map<number, Draft>();
  const states: Record<HostName, State | null> = { client: null, server: null };
  let changed: Record<HostName, boolean> = { client: false, server: false };
  const seen: Record<HostName, State | null> = { client: null, server: null };
  events.forEach((event, index) => {
    switch (event.kind) {
      case 'state':
        states[event.host] = event.to;
        break;
      case 'send': {
        const segment = trace.segments[event.segment - 1];
        if (segment === undefined) break;
        const crossing: Crossing = segment.fate === 'lost' ? 'lost' : split.has(segment.n) ? 'leaves' : 'across';
        const row: Draft = { kind: 'segment', crossing, segment, ms: event.ms, event: index, states: { ...states } };
        rows.push(row);
        rowOf.set(segment.n, row);
        break;
      }
      case 'arrive': {
        const segment = trace.segments[event.segment - 1];
        if (segment === undefined) break;
        const leaving = rowOf.get(segment.n);
        const stateAfter = stateAfterArrival(events, index, event.host, states[event.host]);
        if (leaving?.kind === 'segment' && leaving.crossing === 'across') {
          leaving.event = index;
          leaving.states = { ...leaving.states, [event.host]: stateAfter };
        } else {
          const after = { ...states, [event.host]: stateAfter };
          rows.push({ kind: 'segment', crossing: 'arrives', segment, ms: event.ms, event: index, states: after });
        }
        break;
      }
      case 'call':
      case 'timer': {
        if (!marks || (event.kind === 'timer' && event.timer === 'delayed-ack')) break;
        const after = stateAfterArrival(events, index, event.host, states[event.host]);
        const marked = { ...states, [event.host]: after };
        rows.push({ kind: 'mark', host: event.host, what: event, ms: event.ms, event: index, states: marked });
        break;
      }
      default:
        break;
    }
  });

  return rows.map((row): LadderRow => {
    changed = { client: row.states.client !== seen.client, server: row.states.server !== seen.server };
    seen.client = row.states.client;
    seen.server = row.states.server;
    return { ...row, changed };
  });
}

type Draft =
  | { kind: 'segment'; crossing: Crossing; segment: TracedSegment; ms: number; event: number; states: RowStates }
  | {
      kind: 'mark';
      host: HostName;
      what: Extract<TraceEvent, { kind: 'call' | 'timer' }>;
      ms: number;
      event: number;
      states: RowStates;
    };

/** The host's state once the changes that directly follow event `index` at the same host and time have happened. */
function stateAfterArrival(
  events: readonly TraceEvent[],
  index: number,
  host: HostName,
  before: State | null,
): State | null {
  let state = before;
  const ms = events[index]?.ms;
  for (let i = index + 1; i < events.length; i++) {
    const event = events[i];
    if (event === undefined || event.ms !== ms || event.host !== host) break;
    if (event.kind === 'send' || event.kind === 'arrive' || event.kind === 'call' || event.kind === 'timer') break;
    if (event.kind === 'state') state = event.to;
  }
  return state;
}

/** Whether one arrow from sending to arrival would be read wrong. */
function isSplit(
  trace: Trace,
  events: readonly TraceEvent[],
  segment: TracedSegment,
  sentAt: number,
  arrivals: ReadonlyMap<number, number>,
): boolean {
  const arrivesAt = arrivals.get(segment.n) ?? events.length;
  const receiver = peerOf(segment.from);
  for (let i = sentAt + 1; i < arrivesAt; i++) {
    const event = events[i];
    if (event === undefined) break;
    if (event.kind === 'arrive' && event.host === receiver && event.segment > segment.n) return true;
    if (event.host !== receiver) continue;
    if (arrivesAt === events.length) continue;
    if (event.kind === 'state' || event.kind === 'call') return true;
    if (event.kind === 'send' && (isControl(segment) || !isPureAck(trace.segments[event.segment - 1]))) return true;
  }
  return false;
}

function isControl(segment: TracedSegment): boolean {
  return segment.flags.includes('SYN') || segment.flags.includes('FIN') || segment.flags.includes('RST');
}

function isPureAck(segment: TracedSegment | undefined): boolean {
  return segment !== undefined && segment.len === 0 && !isControl(segment);
}
