import { segmentPayloads } from '../../src/simulator/segment-payload.ts';
import { captureAt } from '../../src/trace/capture.ts';
import { type CapturedFrame, pcapFile } from '../../src/trace/pcap.ts';
import type { HostName, Trace, TracedSegment } from '../../src/trace/trace.ts';

/** A run, and what to call it when its capture is found fault with. */
export interface NamedRun {
  readonly name: string;
  readonly trace: Trace;
}

/** Captures of several runs in one file: a judge takes longer to start than to judge. */
export interface Merged {
  readonly file: Uint8Array;
  /** Frame `n` (from 1) belongs to the run `runOfFrame[n - 1]`. */
  readonly runOfFrame: readonly NamedRun[];
}

/**
 * The captures of all runs at one end, one after the other. Each run has addresses of its own, every other one IPv6
 * addresses, so that no two share a connection.
 */
export function merged(runs: readonly NamedRun[], at: HostName): Merged {
  const frames: CapturedFrame[] = [];
  const runOfFrame: NamedRun[] = [];
  let startMs = 0;
  for (const [index, run] of runs.entries()) {
    const { trace } = run;
    const payloadOf = segmentPayloads(trace);
    for (const frame of captureAt(withAddresses(trace, index), { at, ipv6: false, payloadOf })) {
      frames.push({ ...frame, ms: startMs + frame.ms });
      runOfFrame.push(run);
    }
    startMs += Math.ceil(trace.endMs) + 1000;
  }
  return { file: pcapFile(frames), runOfFrame };
}

function withAddresses(trace: Trace, index: number): Trace {
  const network = index % 2 === 0 ? `10.${index >> 8}.${index & 0xff}.` : `2001:db8:0:${index.toString(16)}::`;
  const { client, server } = trace.hosts;
  return {
    ...trace,
    hosts: { client: { ...client, address: `${network}1` }, server: { ...server, address: `${network}2` } },
  };
}

/**
 * Which end readers of the capture take for the client: whoever sends the first segment there, unless it is a SYN,ACK.
 * Where both ends connect, that is each end itself.
 */
export function takenForClient(trace: Trace, at: HostName): HostName {
  const first = trace.events.find(
    (event) =>
      event.host === at && (event.kind === 'arrive' || (event.kind === 'send' && isSentBy(trace, event.segment))),
  );
  const segment = first !== undefined && 'segment' in first ? trace.segments[first.segment - 1] : undefined;
  return segment === undefined || isSynAck(segment) ? 'client' : segment.from;
}

const isSentBy = (trace: Trace, n: number) => trace.segments[n - 1]?.origin === 'tcp';
const isSynAck = ({ flags }: TracedSegment) => flags.includes('SYN') && flags.includes('ACK');
