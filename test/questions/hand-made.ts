import type { Question } from '../../src/questions/question.ts';
import type { Flag } from '../../src/tcp/segment.ts';
import type { HostName, Note, Snapshot, Trace, TracedSegment, TraceEvent } from '../../src/trace/trace.ts';

/** A segment as a test writes it down. */
export interface Line {
  readonly from: HostName;
  readonly flags: readonly Flag[];
  readonly seq: number;
  readonly ack?: number;
  readonly len?: number;
  readonly lost?: boolean;
  readonly notes?: readonly Note[];
}

/** Each segment is sent 10 ms after the one before and arrives 5 ms later, unless lost. */
export function handMadeTrace(lines: readonly Line[]): Trace {
  const segments: TracedSegment[] = [];
  const events: TraceEvent[] = [];
  for (const [index, line] of lines.entries()) {
    const n = index + 1;
    const sentMs = index * 10;
    const lost = line.lost ?? false;
    segments.push({
      n,
      sentMs,
      arrivedMs: lost ? null : sentMs + 5,
      from: line.from,
      flags: line.flags,
      seq: line.seq,
      ack: line.ack ?? 0,
      len: line.len ?? 0,
      window: 65_535,
      urgent: 0,
      ecn: 0,
      options: {},
      fate: lost ? 'lost' : 'delivered',
      origin: 'tcp',
      repeats: null,
      connection: 1,
    });
    events.push({ kind: 'send', ms: sentMs, host: line.from, segment: n, after: null });
    const to: HostName = line.from === 'client' ? 'server' : 'client';
    if (lost) events.push({ kind: 'lost', ms: sentMs + 5, host: to, segment: n, cause: 'fault' });
    else
      events.push({ kind: 'arrive', ms: sentMs + 5, host: to, segment: n, notes: line.notes ?? [], after: snapshot });
  }
  return {
    version: 1,
    scenario: 'hand-made',
    seed: '0',
    profile: 'rfc',
    hosts: {
      client: { address: '192.0.2.1', port: 50_000, mss: 1460 },
      server: { address: '192.0.2.2', port: 80, mss: 1460 },
    },
    segments,
    events,
    final: {
      client: { state: 'ESTABLISHED', sentBytes: 0, receivedBytes: 0 },
      server: { state: 'ESTABLISHED', sentBytes: 0, receivedBytes: 0 },
    },
    endMs: lines.length * 10,
    ended: 'quiet',
  };
}

export const snapshot: Snapshot = {
  connection: 1,
  state: 'ESTABLISHED',
  iss: 100,
  irs: 300,
  sndUna: 101,
  sndNxt: 101,
  sndWnd: 65_535,
  rcvNxt: 301,
  rcvWnd: 65_535,
  cwnd: 4380,
  ssthresh: 65_535,
  smss: 1460,
  recovery: 'none',
  pipe: 0,
  srttMs: null,
  rttvarMs: null,
  rtoMs: 1000,
  held: [],
  heldFin: null,
  timers: [],
};

/** RFC 9293 Figure 6 with ten bytes of data, and their ACK. */
export const FIGURE_6: readonly Line[] = [
  { from: 'client', flags: ['SYN'], seq: 100 },
  { from: 'server', flags: ['SYN', 'ACK'], seq: 300, ack: 101 },
  { from: 'client', flags: ['ACK'], seq: 101, ack: 301 },
  { from: 'client', flags: ['ACK'], seq: 101, ack: 301, len: 10, notes: ['in-order'] },
  { from: 'server', flags: ['ACK'], seq: 301, ack: 111 },
];

/** A question about a hand-made trace: everything shown, nothing asked, unless `over` says otherwise. */
export function handMadeQuestion(over: Partial<Question> = {}): Question {
  const trace = over.trace ?? handMadeTrace(FIGURE_6);
  return {
    version: 1,
    name: 'test.skill@1',
    skill: 'test.skill',
    seed: '1',
    prompt: { ko: '물음', en: 'A question' },
    conventions: [],
    trace,
    view: { until: trace.events.length, hidden: [], hiddenStates: [], marks: true, focus: [] },
    fields: [],
    figures: [],
    hints: [
      { ko: '첫째 도움말', en: 'The first hint' },
      { ko: '둘째 도움말', en: 'The second hint' },
      { ko: '셋째 도움말', en: 'The third hint' },
    ],
    explanation: [],
    ...over,
  };
}
