import type { HostName, Trace, TracedHost } from '../../trace/trace.ts';
import type { Host } from '../host.ts';
import { finalStates } from '../outcome.ts';
import type { Scenario } from '../scenario.ts';
import { KeptRun } from './kept-run.ts';
import { readTrace, type WhatHappened } from './read-trace.ts';
import type { TraceRecorder } from './trace-recorder.ts';

/** What a run has recorded, as the trace that is handed out. */
export function finishedTrace(
  scenario: Scenario,
  seed: string,
  hosts: Readonly<Record<HostName, Host>>,
  { kept, endMs }: TraceRecorder,
  ended: Trace['ended'],
): Trace {
  const about = ({ endpoint }: Host): TracedHost => ({
    address: endpoint.address,
    port: endpoint.port,
    mss: endpoint.mss,
  });
  return new FinishedTrace(kept, {
    version: 1,
    scenario: scenario.name,
    seed,
    profile: scenario.profile,
    hosts: { client: about(hosts.client), server: about(hosts.server) },
    final: finalStates(hosts),
    endMs,
    ended,
  });
}

/**
 * Its events and segments are made when they are first asked for: of a long run they take far longer, and more memory,
 * than to record it. They are properties of its own, as in any other trace.
 */
class FinishedTrace implements Trace {
  declare readonly version: Trace['version'];
  declare readonly scenario: Trace['scenario'];
  declare readonly seed: Trace['seed'];
  declare readonly profile: Trace['profile'];
  declare readonly hosts: Trace['hosts'];
  declare readonly segments: Trace['segments'];
  declare readonly events: Trace['events'];
  declare readonly final: Trace['final'];
  declare readonly endMs: Trace['endMs'];
  declare readonly ended: Trace['ended'];
  /** As it is kept until somebody asks, and what was made of it then. */
  #happened: KeptRun | WhatHappened;

  constructor(kept: KeptRun, about: Omit<Trace, 'segments' | 'events'>) {
    this.#happened = kept;
    this.version = about.version;
    this.scenario = about.scenario;
    this.seed = about.seed;
    this.profile = about.profile;
    this.hosts = about.hosts;
    Object.defineProperties(this, WHEN_ASKED_FOR);
    this.final = about.final;
    this.endMs = about.endMs;
    this.ended = about.ended;
  }

  static happened(trace: FinishedTrace): WhatHappened {
    const happened = trace.#happened;
    if (!(happened instanceof KeptRun)) return happened;
    const read = readTrace(happened);
    trace.#happened = read;
    return read;
  }
}

/** Two functions for all traces: with two for each, every trace would have a hidden class that keeps it alive. */
const WHEN_ASKED_FOR: PropertyDescriptorMap & ThisType<FinishedTrace> = {
  segments: {
    enumerable: true,
    get() {
      return FinishedTrace.happened(this).segments;
    },
  },
  events: {
    enumerable: true,
    get() {
      return FinishedTrace.happened(this).events;
    },
  },
};
