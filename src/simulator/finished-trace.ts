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
  const facts = {
    version: 1,
    scenario: scenario.name,
    seed,
    profile: scenario.profile,
    hosts: { client: about(hosts.client), server: about(hosts.server) },
    final: finalStates(hosts),
    endMs: recorder.endMs,
    ended,
  } as const;
  if (recorder.eventCount <= SHORT) {
    const trace = { ...facts, segments: recorder.readSegments(), events: recorder.readEvents() };
    recorder.release();
    return trace;
  }
  let segments: Trace['segments'] | undefined;
  let events: Trace['events'] | undefined;
  // Laid out when first asked for, and then kept: a long run costs less to record than to lay out.
  return {
    ...facts,
    get segments() {
      segments ??= recorder.readSegments();
      return segments;
    },
    get events() {
      events ??= recorder.readEvents();
      return events;
    },
  };
}

/** Runs of at most so many events are laid out at once: someone is about to read them. */
const SHORT = 4096;
