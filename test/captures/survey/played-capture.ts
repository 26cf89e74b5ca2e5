import { scenarios } from 'seqack:scenarios';
import { segmentPayloads } from '../../../src/simulator/segment-payload.ts';
import { simulate } from '../../../src/simulator/simulate.ts';
import { captureAt } from '../../../src/trace/capture.ts';
import { pcapFile } from '../../../src/trace/pcap.ts';
import type { Trace } from '../../../src/trace/trace.ts';

export interface PlayedOptions {
  readonly ipv6?: boolean;
}

/** A capture, taken at the client, of scenarios played at the same time: each from a port of its own, 50001 and on. */
export function playedCapture(names: readonly string[], { ipv6 = false }: PlayedOptions = {}): Uint8Array {
  const frames = names.flatMap((name, at) => {
    const trace = withPort(playedTrace(name), 50_001 + at);
    return captureAt(trace, { at: 'client', ipv6, payloadOf: segmentPayloads(trace) });
  });
  return pcapFile(frames.sort((a, b) => a.ms - b.ms));
}

/** The run of a scenario that `playedCapture` holds. */
export function playedTrace(name: string): Trace {
  const scenario = scenarios[name];
  if (scenario === undefined) throw new Error(`no scenario ${name}`);
  return simulate(scenario, '1');
}

function withPort(trace: Trace, port: number): Trace {
  return { ...trace, hosts: { ...trace.hosts, client: { ...trace.hosts.client, port } } };
}
