import type { Ecn, Flag, SegmentOptions } from '../tcp/segment.ts';
import type { State } from '../tcp/state.ts';
import type { Fate, FinalState, HostName, Origin, Trace } from './trace.ts';

/** Public format, version 1 (`simulate --json`), documented in docs/formats.md. */
export interface TraceJson {
  readonly version: 1;
  readonly scenario: string;
  readonly seed: string;
  readonly profile: string;
  /** What was changed for this run beside the profile, as `name=value`. */
  readonly changes: readonly string[];
  /** What each end's TCP did otherwise than the profile says, by the names of scenario files. */
  readonly conventions: NamedByHost;
  readonly hosts: Trace['hosts'];
  readonly segments: readonly {
    readonly n: number;
    readonly sentMs: number;
    readonly arrivedMs: number | null;
    readonly from: HostName;
    readonly flags: readonly Flag[];
    readonly seq: number;
    /** null when the ACK bit is clear. */
    readonly ack: number | null;
    readonly len: number;
    readonly window: number;
    readonly urgent: number;
    readonly ecn: Ecn;
    readonly options: SegmentOptions;
    readonly fate: Fate;
    readonly origin: Origin;
    readonly repeats: number | null;
  }[];
  readonly states: readonly {
    readonly ms: number;
    readonly host: HostName;
    readonly from: State | null;
    readonly to: State;
  }[];
  readonly final: Readonly<Record<HostName, FinalState>>;
  readonly endMs: number;
  readonly ended: Trace['ended'];
}

type NamedByHost = Readonly<Record<HostName, Readonly<Record<string, string | number | boolean>>>>;

/** The trace in the form that other programs read, with what it does not hold itself. */
export function traceJson(
  trace: Trace,
  { changes, conventions }: Pick<TraceJson, 'changes' | 'conventions'>,
): TraceJson {
  return {
    version: 1,
    scenario: trace.scenario,
    seed: trace.seed,
    profile: trace.profile,
    changes,
    conventions,
    hosts: trace.hosts,
    segments: trace.segments.map(({ connection: _, ...segment }) => ({
      ...segment,
      ack: segment.flags.includes('ACK') ? segment.ack : null,
    })),
    states: trace.events.flatMap((event) =>
      event.kind === 'state' ? [{ ms: event.ms, host: event.host, from: event.from, to: event.to }] : [],
    ),
    final: trace.final,
    endMs: trace.endMs,
    ended: trace.ended,
  };
}
