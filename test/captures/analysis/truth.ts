import {
  type Analysed,
  ConversationTable,
  type TableOptions,
} from '../../../src/captures/analysis/conversation-table.ts';
import type { CapturedSegment } from '../../../src/captures/packet/captured-segment.ts';
import { segmentPayloads } from '../../../src/simulator/segment-payload.ts';
import type { State } from '../../../src/tcp/state.ts';
import { captureAt } from '../../../src/trace/capture.ts';
import { pcapFile } from '../../../src/trace/pcap.ts';
import {
  HOST_NAMES,
  type HostName,
  type Trace,
  type TracedSegment,
  type TraceEvent,
} from '../../../src/trace/trace.ts';
import { readCapture } from '../read-capture.ts';

/** One frame of a simulated capture, what was concluded of it, and what is true of it. */
export interface KnownFrame extends Analysed {
  readonly captured: CapturedSegment;
  readonly traced: TracedSegment;
  readonly event: Extract<TraceEvent, { kind: 'send' | 'arrive' }>;
  /** States of each host from this frame to the next, and all since the run began. */
  readonly now: Readonly<Record<HostName, readonly State[]>>;
  readonly reached: Readonly<Record<HostName, ReadonlySet<State>>>;
}

/** The capture of a run at one end, analysed, frame by frame with the truth. */
export function knownFrames(trace: Trace, at: HostName, ipv6: boolean, options: TableOptions = {}): KnownFrame[] {
  const file = pcapFile(captureAt(trace, { at, ipv6, payloadOf: segmentPayloads(trace) }));
  const { segments } = readCapture(file);
  const table = new ConversationTable(options);
  const state: Record<HostName, State> = { client: 'CLOSED', server: 'CLOSED' };
  const reached: Record<HostName, Set<State>> = { client: new Set(['CLOSED']), server: new Set(['CLOSED']) };
  const finSent: Record<HostName, boolean> = { client: false, server: false };
  const frames: KnownFrame[] = [];
  let now: Record<HostName, State[]> = { client: [], server: [] };
  for (const event of trace.events) {
    if (event.kind === 'state') {
      if (event.to === 'SYN-SENT' || event.to === 'SYN-RECEIVED') finSent[event.host] = false;
      state[event.host] = event.to;
    }
    if (event.kind === 'send' && trace.segments[event.segment - 1]!.origin === 'tcp')
      finSent[event.host] ||= trace.segments[event.segment - 1]!.flags.includes('FIN');
    if (event.kind === 'state' || event.kind === 'send') {
      const shown = asSent(state[event.host], finSent[event.host]);
      reached[event.host].add(shown);
      now[event.host].push(shown);
    }
    if (event.host !== at || (event.kind !== 'send' && event.kind !== 'arrive')) continue;
    const traced = trace.segments[event.segment - 1]!;
    if (event.kind === 'send' && traced.origin !== 'tcp') continue;
    const captured = segments[frames.length];
    if (captured === undefined || captured.seq !== traced.seq) throw new Error('the capture is not that of the run');
    now = { client: [], server: [] };
    for (const host of HOST_NAMES) now[host].push(asSent(state[host], finSent[host]));
    frames.push({
      ...table.add(captured),
      captured,
      traced,
      event,
      now,
      reached: { client: new Set(reached.client), server: new Set(reached.server) },
    });
  }
  if (frames.length !== segments.length) throw new Error('the capture is not that of the run');
  return frames;
}

/**
 * A CLOSE with data still to send changes the state at once (RFC 9293 §3.10.4); on the wire nothing shows before the FIN
 * goes. What is concluded from segments is the state without that CLOSE.
 */
function asSent(state: State, finSent: boolean): State {
  if (finSent) return state;
  if (state === 'FIN-WAIT-1') return 'ESTABLISHED';
  return state === 'CLOSING' || state === 'LAST-ACK' ? 'CLOSE-WAIT' : state;
}
