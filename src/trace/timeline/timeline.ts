import type { State } from '../../tcp/state.ts';
import type { Span } from '../ladder-style.ts';
import type { HostName, TracedSegment, TraceEvent } from '../trace.ts';
import type { Lane } from './lanes.ts';

/** A state that a host takes on. */
export interface NewState {
  readonly state: State;
  /** Index of the event. */
  readonly event: number;
}

/** Words in a row, by the column they begin at, counted from the client's lifeline. */
export interface PlacedLabel {
  readonly column: number;
  readonly spans: readonly Span[];
}

/** What a row shows between the lifelines, beside the lines of segments that pass it. */
export type RowContent =
  /** Words that found no room in the row of their segment, which follows. */
  | { readonly kind: 'label'; readonly segment: TracedSegment; readonly label: PlacedLabel }
  /**
   * A segment leaves. It goes down in the column `lane`, or is lost at `dies`, or (neither) its line is not drawn on: how
   * it went on is not known, or there is no room for it.
   */
  | {
      readonly kind: 'leaves';
      readonly segment: TracedSegment;
      readonly label: PlacedLabel;
      readonly lane: Lane | null;
      readonly dies: number | null;
      /** Column at which a copy made by the network goes its own way. */
      readonly fork: number | null;
    }
  /** A segment arrives, down its lane or (null) from somewhere. */
  | {
      readonly kind: 'arrives';
      readonly segment: TracedSegment;
      readonly label: PlacedLabel;
      readonly lane: Lane | null;
    }
  | { readonly kind: 'mark'; readonly host: HostName; readonly what: Extract<TraceEvent, { kind: 'call' | 'timer' }> }
  /** A silence, cut short. */
  | { readonly kind: 'silence'; readonly elapsedMs: number }
  /** Time passes while segments fly. */
  | { readonly kind: 'passing' };

/** One row of the ladder: at most one thing happens in it, at one lifeline. */
export interface TimelineRow {
  readonly ms: number;
  /** Index of the latest event that the row shows, or that lies before it. */
  readonly event: number;
  /** How far it lies between that event and the next, 0 to 1. */
  readonly share: number;
  readonly content: RowContent;
  /** Lines of segments that go down through this row, begin or end in it. */
  readonly lanes: readonly Lane[];
  /** The states that the hosts take on with it. */
  readonly states: Partial<Record<HostName, NewState>>;
  /** Whether its time is written beside it: the row before has another. */
  readonly timed: boolean;
}

/** A trace laid out in rows, top to bottom in the order of time. */
export interface Timeline {
  readonly rows: readonly TimelineRow[];
  /** Columns between the lifelines. */
  readonly middle: number;
  /** Row in which each segment leaves, and arrives, by n; absent where it does not. */
  readonly leaves: ReadonlyMap<number, number>;
  readonly arrives: ReadonlyMap<number, number>;
}
