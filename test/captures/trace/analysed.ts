import type { AnalysedSegment } from '../../../src/captures/analysis/analysed-segment.ts';
import type { ConversationSummary } from '../../../src/captures/analysis/conversation.ts';
import type { Finding, SegmentAnalysis } from '../../../src/captures/analysis/segment-analysis.ts';
import { flagBits, SYN } from '../../../src/tcp/segment.ts';
import { type HostName, peerOf, type Trace, type TracedSegment } from '../../../src/trace/trace.ts';

/*
 * What a capture at one end of a simulated conversation would be read into, with an analysis that knows the truth: it is told
 * by the simulator what repeats what. For tests of what is made of an analysis.
 */

/** Segments in the order of a capture at `at`, with the moment each passed there. */
export function seenAt(trace: Trace, at: HostName): { readonly segment: TracedSegment; readonly ms: number }[] {
  return trace.events.flatMap((event) => {
    if (event.host !== at || (event.kind !== 'send' && event.kind !== 'arrive')) return [];
    const segment = trace.segments[event.segment - 1]!;
    return event.kind === 'send' && segment.origin !== 'tcp' ? [] : [{ segment, ms: event.ms }];
  });
}

/** The same until one of the ends opens the next conversation on the same ports. */
export function firstConversationAt(trace: Trace, at: HostName): AnalysedSegment[] {
  const isns = new Map<HostName, number>();
  const analysed = analysedAt(trace, at);
  const next = analysed.findIndex(({ segment, from }) => {
    if ((segment.flags & SYN) === 0) return false;
    const other = isns.get(from);
    isns.set(from, segment.seq);
    return other !== undefined && other !== segment.seq;
  });
  return next < 0 ? analysed : analysed.slice(0, next);
}

export function analysedAt(trace: Trace, at: HostName): AnalysedSegment[] {
  const frames = new Map<number, number>();
  const isns: Record<HostName, number | null> = { client: null, server: null };
  const ends: Record<HostName, number | null> = { client: null, server: null };
  return seenAt(trace, at).map(({ segment, ms }, index): AnalysedSegment => {
    frames.set(segment.n, index + 1);
    const { from, seq, ack, window, urgent, ecn, options, len } = segment;
    if (segment.flags.includes('SYN')) isns[from] = seq;
    const findings: Finding[] = [];
    if (segment.origin === 'copy') findings.push({ kind: 'network-copy', of: frames.get(segment.repeats ?? 0) ?? 1 });
    else if (segment.repeats !== null) {
      const of = frames.get(segment.repeats) ?? null;
      findings.push({ kind: 'retransmission', of, cause: 'unknown', spurious: false, afterMs: null, waitedMs: null });
    } else if (len > 0 && ends[from] !== null && seq !== ends[from]) {
      findings.push(
        ((seq - ends[from]) | 0) > 0
          ? { kind: 'gap-before', bytes: (seq - ends[from]) >>> 0 }
          : { kind: 'out-of-order', lateMs: 1 },
      );
    }
    const end = (seq + len + (segment.flags.includes('SYN') ? 1 : 0) + (segment.flags.includes('FIN') ? 1 : 0)) >>> 0;
    if (ends[from] === null || ((end - ends[from]) | 0) > 0) ends[from] = end;
    const analysis: SegmentAnalysis = {
      findings,
      rtt: null,
      inFlight: null,
      windowBytes: null,
      iss: isns[from],
      irs: isns[peerOf(from)],
      states: { client: null, server: null },
    };
    return {
      from,
      analysis,
      segment: {
        frame: index + 1,
        ms,
        flow: from,
        seq,
        ack,
        flags: flagBits(segment.flags),
        window,
        urgent,
        ecn,
        options,
        len,
        identification: segment.n,
        checksum: 'good',
        fragments: 1,
        cut: false,
        optionsCut: false,
        header: null,
      },
    };
  });
}

export function summaryOf(
  trace: Trace,
  at: HostName,
  segments: readonly AnalysedSegment[],
  changes: Partial<ConversationSummary> = {},
): ConversationSummary {
  const side = (host: HostName) => ({
    segments: segments.filter(({ from }) => from === host).length,
    bytes: 0,
    findings: {},
    state: trace.final[host].state,
    mss: trace.hosts[host].mss,
    windowScale: null,
  });
  return {
    number: 1,
    hosts: {
      client: { address: trace.hosts.client.address, port: trace.hosts.client.port },
      server: { address: trace.hosts.server.address, port: trace.hosts.server.port },
    },
    clientIsGuess: false,
    sides: { client: side('client'), server: side('server') },
    begins: 'handshake',
    ends: 'open',
    endedBy: null,
    vantage: at,
    firstMs: segments[0]?.segment.ms ?? 0,
    lastMs: segments.at(-1)?.segment.ms ?? 0,
    firstFrame: 1,
    lastFrame: segments.length,
    rtt: { client: null, server: null },
    ...changes,
  };
}
