import type { FinalState, HostName, Trace, TracedHost } from '../trace/trace.ts';
import type { Host } from './host.ts';
import type { Recorder } from './recorder.ts';
import type { Scenario } from './scenario.ts';

/** What a run has recorded, as the trace that is handed out. */
export function finishedTrace(
  scenario: Scenario,
  seed: string,
  { client, server }: Readonly<Record<HostName, Host>>,
  { segments, events }: Recorder,
  ended: Trace['ended'],
): Trace {
  const about = ({ endpoint }: Host): TracedHost => ({
    address: endpoint.address,
    port: endpoint.port,
    mss: endpoint.mss,
  });
  const final = (host: Host): FinalState => ({
    state: host.tcb?.state ?? 'CLOSED',
    sentBytes: host.sentBytes,
    receivedBytes: host.receivedBytes,
  });
  return {
    version: 1,
    scenario: scenario.name,
    seed,
    profile: scenario.profile,
    hosts: { client: about(client), server: about(server) },
    segments,
    events,
    final: { client: final(client), server: final(server) },
    endMs: events.at(-1)?.ms ?? 0,
    ended,
  };
}
