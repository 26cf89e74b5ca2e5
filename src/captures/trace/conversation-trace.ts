import { flagNames } from '../../tcp/segment.ts';
import type { State } from '../../tcp/state.ts';
import {
  type Fate,
  HOST_NAMES,
  type HostName,
  peerOf,
  type Trace,
  type TracedHost,
  type TracedSegment,
  type TraceEvent,
} from '../../trace/trace.ts';
import type { AnalysedSegment } from '../analysis/analysed-segment.ts';
import type { ConversationSummary } from '../analysis/conversation.ts';
import type { SegmentAnalysis } from '../analysis/segment-analysis.ts';
import type { CapturedTrace } from './captured-trace.ts';
import { digestOf } from './digest.ts';
import { fatesOf } from './fates.ts';
import { finalStates } from './final-states.ts';
import { withKnownVantage } from './known-vantage.ts';
import { relativeNumbers, type ShownNumbers } from './rebased.ts';

/** As many segments as a Trace of a capture holds. */
export const MOST_SEGMENTS = 20_000;

export interface CapturedTraceOptions {
  /** The file it comes from; only the last part of a path is kept, without control characters. */
  readonly file: string;
  readonly numbers: CapturedTrace['numbers'];
  /** Time of the file's first frame, ms since the epoch. */
  readonly epochMs: number;
  /** Segments of the conversation before the first of those given; 0 if absent. */
  readonly before?: number;
}

/**
 * One conversation as a Trace: `segments` are its own in the order of the capture, all or some that follow each other, one at
 * least. Beyond MOST_SEGMENTS they are left out, which `leftOut` says. Throws RangeError without a segment. Pure.
 *
 * Times are those of the capture, from the first segment of the conversation on; where they go back, the latest so far. A segment is drawn as sent
 * and, if nothing tells otherwise, arrived at that time. Events have no snapshots: nobody has seen the variables of a TCP.
 */
export function capturedTrace(
  segments: readonly AnalysedSegment[],
  summary: ConversationSummary,
  { file, numbers, epochMs, before = 0 }: CapturedTraceOptions,
): CapturedTrace {
  const given = segments.slice(0, MOST_SEGMENTS);
  const kept = before === 0 ? withKnownVantage(given, summary) : given;
  const first = kept[0];
  if (first === undefined) throw new RangeError('a conversation without a segment');
  const digest = digestOf(kept);
  const startMs = before === 0 ? first.segment.ms : summary.firstMs;
  const traced = tracedSegments(kept, fatesOf(kept, summary), numbers, startMs);
  const total = summary.sides.client.segments + summary.sides.server.segments;
  const after = Math.max(0, total - before - kept.length);
  const trace: Trace = {
    version: 1,
    scenario: plainName(file),
    seed: digest,
    profile: 'capture',
    hosts: { client: hostOf(summary, 'client'), server: hostOf(summary, 'server') },
    segments: traced,
    events: eventsOf(
      traced,
      kept.map(({ analysis }) => analysis),
    ),
    final: finalStates(kept, summary),
    endMs: traced.at(-1)?.sentMs ?? 0,
    ended: after === 0 && (summary.ends === 'closed' || summary.ends === 'reset') ? 'quiet' : 'limit',
  };
  return {
    trace,
    digest,
    vantage: summary.vantage,
    clientIsGuess: summary.clientIsGuess,
    numbers,
    analyses: kept.map(({ analysis }) => analysis),
    frames: kept.map(({ segment }) => segment.frame),
    inRun: null,
    headers: kept.map(({ segment }) => segment.header),
    epochMs: epochMs + startMs,
    leftOut: { before, after },
  };
}

/** The name of a file as a trace has it: without its folder and without control characters. */
export function plainName(file: string): string {
  const name = file.split(/[\\/]/).at(-1) ?? '';
  const plain = name.replace(/[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Zl}\p{Zp}]/gu, '').slice(0, 100);
  return plain === '' ? 'capture' : plain;
}

function hostOf({ hosts, sides }: ConversationSummary, host: HostName): TracedHost {
  return { ...hosts[host], mss: sides[host].mss };
}

function tracedSegments(
  kept: readonly AnalysedSegment[],
  fates: readonly Fate[],
  numbers: CapturedTrace['numbers'],
  startMs: number,
): TracedSegment[] {
  const shown: readonly ShownNumbers[] =
    numbers === 'relative' ? relativeNumbers(kept) : kept.map(({ segment }) => segment);
  const numberOf = new Map(kept.map(({ segment }, index) => [segment.frame, index + 1]));
  let ms = 0;
  return kept.map(({ segment, from, analysis }, index): TracedSegment => {
    ms = Math.max(ms, segment.ms - startMs);
    const { seq, ack, options } = shown[index] ?? segment;
    const { flags, len, window, urgent, ecn } = segment;
    const fate = fates[index] ?? 'unknown';
    const copied = analysis.findings.find(({ kind }) => kind === 'network-copy');
    return {
      n: index + 1,
      sentMs: ms,
      arrivedMs: fate === 'delivered' ? ms : null,
      from,
      flags: flagNames(flags),
      seq,
      ack,
      len,
      window,
      urgent,
      ecn,
      options,
      fate,
      origin: copied === undefined ? 'tcp' : 'copy',
      repeats: repeated(analysis, numberOf),
      connection: 1,
    };
  });
}

/** The n of the segment that this one repeats, if that is among those kept. */
function repeated({ findings }: SegmentAnalysis, numberOf: ReadonlyMap<number, number>): number | null {
  for (const finding of findings) {
    if (finding.kind !== 'retransmission' && finding.kind !== 'network-copy') continue;
    return finding.of === null ? null : (numberOf.get(finding.of) ?? null);
  }
  return null;
}

/** Each segment as it was captured, and what the ends must have been in after it. */
function eventsOf(segments: readonly TracedSegment[], analyses: readonly SegmentAnalysis[]): TraceEvent[] {
  const events: TraceEvent[] = [];
  const states: Record<HostName, State | null> = { client: null, server: null };
  const told: Record<HostName, State | null> = { client: null, server: null };
  for (const { n, from, sentMs: ms, fate } of segments) {
    events.push({ kind: 'send', ms, host: from, segment: n, after: null });
    if (fate === 'delivered')
      events.push({ kind: 'arrive', ms, host: peerOf(from), segment: n, notes: [], after: null });
    if (fate === 'lost') events.push({ kind: 'lost', ms, host: from, segment: n, cause: 'captured' });
    for (const host of HOST_NAMES) {
      const to = analyses[n - 1]?.states[host] ?? null;
      if (to !== null && to !== told[host]) {
        events.push({ kind: 'state', ms, host, from: states[host], to, after: null });
        told[host] = to;
      }
      states[host] = to;
    }
  }
  return events;
}
