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
  recorder: TraceRecorder,
  ended: Trace['ended'],
): Trace {
  const about = ({ endpoint }: Host): TracedHost => ({
    address: endpoint.address,
    port: endpoint.port,
    mss: endpoint.mss,
  });
  let segments: Trace['segments'] | undefined;
  let events: Trace['events'] | undefined;
  return {
    version: 1,
    scenario: scenario.name,
    seed,
    profile: scenario.profile,
    hosts: { client: about(hosts.client), server: about(hosts.server) },
    // Made when first asked for, and then kept: a long run is cheaper to record than to lay out.
    get segments() {
      segments ??= recorder.readSegments();
      return segments;
    },
    get events() {
      events ??= recorder.readEvents();
      return events;
    },
    final: finalStates(hosts),
    endMs: recorder.endMs,
    ended,
  };
}
