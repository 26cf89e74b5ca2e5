import type { HostName, Trace, TracedHost } from '../trace/trace.ts';
import type { Host } from './host.ts';
import { finalStates } from './outcome.ts';
import type { Scenario } from './scenario.ts';
import type { TraceRecorder } from './trace-recorder.ts';

/** What a run has recorded, as the trace that is handed out. */
export function finishedTrace(
  scenario: Scenario,
  seed: string,
  hosts: Readonly<Record<HostName, Host>>,
  { segments, events }: TraceRecorder,
  ended: Trace['ended'],
): Trace {
  const about = ({ endpoint }: Host): TracedHost => ({
    address: endpoint.address,
    port: endpoint.port,
    mss: endpoint.mss,
  });
  return {
    version: 1,
    scenario: scenario.name,
    seed,
    profile: scenario.profile,
    hosts: { client: about(hosts.client), server: about(hosts.server) },
    segments,
    events,
    final: finalStates(hosts),
    endMs: events.at(-1)?.ms ?? 0,
    ended,
  };
}
